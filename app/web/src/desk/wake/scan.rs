//! What was typed, pasted or read says which procedure and which list; opening it is the clerk's decision.

use domain::list_number::{decode_procedure, in_threes, procedure_of};

use super::Keeping;
use crate::browser::{self, Element, file};
use crate::desk::scanned::{Scanned, scanned};

/// As many digits as the number of a procedure has at most.
const SHORT: usize = 4;
/// As many as that of a list has at least.
const LONG: usize = 12;

/// Whether somebody may still be typing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typing {
    Goes,
    Ended,
}

/// Wakes the page.
pub(super) fn wake(main: Element) -> Option<Keeping> {
    let typed = browser::find(&main, "[data-typed]")?;
    let own = typed.clone();
    let look = move |typing| {
        let _ = show(&main, &file::value(&own), typing);
    };
    look(Typing::Ended);
    let ended = look.clone();
    browser::listen(&typed, "input", move |_| look(Typing::Goes));
    // Leaving the field, Enter, and what a camera read.
    browser::listen(&typed, "change", move |_| ended(Typing::Ended));
    Some(Keeping::Nothing)
}

fn show(main: &Element, text: &str, typing: Typing) -> Option<()> {
    let hosts = [browser::host(), browser::attribute(main, "data-host")];
    let found = browser::find(main, "[data-found]")?;
    let open = browser::find(&found, "[data-action=open]")?;
    let refuse = |trouble: &str| {
        browser::set_hidden(&found, true);
        browser::show_only(main, "data-trouble", trouble);
        Some(())
    };
    let (digits, selector) = match scanned(text, &[&hosts[0], &hosts[1]]) {
        Scanned::Empty => return refuse(""),
        // Nobody has typed a whole address yet who has typed its beginning.
        Scanned::Foreign if typing == Typing::Goes && is_beginning(text, &hosts) => return refuse(""),
        Scanned::Foreign => return refuse("foreign"),
        Scanned::Procedure(slug) => (String::new(), ["[data-procedure=\"", &slug, "\"]"].concat()),
        Scanned::Digits(digits) => {
            let number = if digits.len() <= SHORT { decode_procedure(&digits) } else { procedure_of(&digits) };
            match number {
                Ok(number) => (digits, ["[data-number=\"", &number.to_string(), "\"]"].concat()),
                // Whoever is still typing has made no mistake yet.
                Err(_) if typing == Typing::Goes && digits.len() < LONG => return refuse(""),
                Err(_) if (SHORT + 1..LONG).contains(&digits.len()) => return refuse("short"),
                Err(_) => return refuse("wrong"),
            }
        }
    };
    let Some(procedure) = browser::find(&found, &selector) else { return refuse("unknown") };
    let slug = browser::attribute(&procedure, "data-procedure");
    browser::show_only(&found, "data-procedure", &slug);
    // A number of a list opens the card that its owner has too; that of a procedure has no list.
    let card = match digits.len() {
        ..LONG => ["/", &slug, "/can-cu/"].concat(),
        _ => ["/", &slug, "/can-cu/#k-", &digits].concat(),
    };
    browser::set_attribute(&open, "href", &card);
    browser::write(&found, "digits", &in_threes(&digits));
    browser::set_hidden(&browser::find(&found, "[data-kind=number]")?, digits.is_empty());
    browser::show_only(main, "data-trouble", "");
    browser::set_hidden(&found, false);
    Some(())
}

/// Whether a text may become an address of ours.
fn is_beginning(text: &str, hosts: &[String]) -> bool {
    let text = text.trim().to_ascii_lowercase();
    hosts.iter().any(|host| {
        ["https://", "http://", ""].iter().any(|scheme| {
            let whole = [scheme, host.as_str(), "/k/"].concat();
            whole.starts_with(&text)
        })
    })
}
