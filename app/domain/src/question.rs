//! What is asked, and why.

use serde::{Deserialize, Serialize};

use crate::condition::Condition;
use crate::words::Words;

/// One question. Never about a name or a birth date; at most four options, and "không biết" besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Content id, unique within the procedure.
    pub id: String,
    /// The question, at most 15 words.
    pub words: Words,
    /// Why it is asked: what depends on it.
    pub why: Words,
    /// How a helper makes sure of the answer: what to look at, what to ask again.
    pub check: Words,
    /// Pictogram id.
    pub picture: String,
    /// Whether the answer touches ethnicity, poverty, disability or family matters: it then stays in memory only.
    pub sensitive: bool,
    /// When it is asked at all; looks at earlier questions only.
    pub when: Condition,
    /// One to four.
    pub options: Vec<Choice>,
}

/// One possible answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Content id, unique within the question; `khong-biet` is reserved.
    pub id: String,
    /// At most five words.
    pub words: Words,
    /// One more line under it.
    pub note: Option<Words>,
    /// As a reason, to follow "vì": "con đẻ ở nhà".
    pub because: Words,
    /// Pictogram id.
    pub picture: String,
}
