//! What other pages hold, read from them: rules of procedures that the open page is not about, and parts that are the same
//! for all. Nothing stands anywhere twice.

use domain::Rules;
use serde::de::DeserializeOwned;

use crate::browser::{self, Element, net};
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
    decoded(&["/", slug, "/"].concat()).await
}

/// What a page has in `data-rules`; what it is depends on the kind of page.
pub(super) async fn decoded<T: DeserializeOwned>(address: &str) -> Result<T, NoRules> {
    let main = part_of(address, "main[data-rules]").await?;
    rules_text::decode(&browser::attribute(&main, "data-rules")).ok_or(NoRules::OtherRelease)
}

/// Takes what asks for days from the page that holds it for all (`pages::handed_in`) to the end of an element of this
/// one. `None` when it cannot be had now, or belongs to another release.
pub(super) async fn bring_parts(name: &str, to: &Element) -> Option<()> {
    let parts = part_of("/da-nop/", &["[data-parts=", name, "]"].concat()).await.ok()?;
    for part in browser::find_all(&parts, ":scope > *") {
        browser::append(to, &part);
    }
    Some(())
}

/// An element of another page of this release. Without it the page is none of ours: something else came in its place.
pub(super) async fn part_of(address: &str, selector: &str) -> Result<Element, NoRules> {
    let page = net::page(address).await.ok_or(NoRules::NoNetwork)?;
    let part = browser::find(&page, selector).ok_or(NoRules::NoNetwork)?;
    if browser::attribute(&page, "data-view") != crate::VIEW_VERSION {
        return Err(NoRules::OtherRelease);
    }
    Ok(part)
}
