//! The rules of procedures that the open page is not about, read from their own pages: no rules stand anywhere twice.

use domain::Rules;

use crate::browser::{self, net};
use crate::rules_text;

/// Why there are no rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoRules {
    /// Their page is not on this phone and cannot be fetched.
    NoNetwork,
    /// Their page is of another release than this program.
    OtherRelease,
}

/// The rules of a procedure by its slug; `None` when they cannot be had now.
pub(super) async fn rules_of(slug: &str) -> Option<Rules> {
    read_rules(slug).await.ok()
}

/// The same, with the reason.
pub(super) async fn read_rules(slug: &str) -> Result<Rules, NoRules> {
    let page = net::page(&["/", slug, "/"].concat()).await.ok_or(NoRules::NoNetwork)?;
    let main = browser::find(&page, "main[data-rules]").ok_or(NoRules::NoNetwork)?;
    if browser::attribute(&page, "data-view") != crate::VIEW_VERSION {
        return Err(NoRules::OtherRelease);
    }
    rules_text::decode(&browser::attribute(&main, "data-rules")).ok_or(NoRules::OtherRelease)
}
