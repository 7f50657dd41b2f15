//! A string that people read or hear, with the id by which sound and translations find it.

use serde::{Deserialize, Serialize};

/// One citizen string. The id never changes while the meaning stays, so that a recording or a translation attaches
/// to the id and not to the wording: `khai-sinh.q.giay-chung-sinh.words`, `doc.can-cuoc.plain`, `ui.next`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Words {
    /// Stable id, unique in the site; ASCII letters, digits, `-` and `.`.
    pub id: String,
    /// The text in the page's language, without markup.
    pub text: String,
}

impl Words {
    /// Words under an id.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into() }
    }
}
