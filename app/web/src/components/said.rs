//! Words on a page: each in an element that carries its id, so that sound and translations find it.

use domain::{Date, Words};
use leptos::prelude::*;

/// A string under its id.
pub fn said(words: &Words) -> impl IntoView + use<> {
    view! { <span data-string=words.id.clone()>{words.text.clone()}</span> }
}

/// A string, if there is one.
pub fn said_if(words: Option<&Words>) -> Option<impl IntoView + use<>> {
    words.map(said)
}

/// A string whose `{n}` is replaced by a value that may change while the page is alive; `count` names it for the
/// wasm (`data-count`).
pub fn said_with(words: &Words, count: &'static str, value: String) -> impl IntoView + use<> {
    let (before, after) = words.text.split_once("{n}").unwrap_or((&words.text, ""));
    view! {
        <span data-string=words.id.clone()>
            {before.to_owned()} <b data-count=(!count.is_empty()).then_some(count)>{value}</b> {after.to_owned()}
        </span>
    }
}

/// A string whose `{n}` is a day, written as people write it.
pub fn said_on(words: &Words, day: Date) -> impl IntoView + use<> {
    let (before, after) = words.text.split_once("{n}").unwrap_or((&words.text, ""));
    view! {
        <span data-string=words.id.clone()>
            {before.to_owned()} <time datetime=day.to_string()>{day.dd_mm_yyyy()}</time> {after.to_owned()}
        </span>
    }
}

/// Digits in threes, as Vietnamese money is written: `8.000`.
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn money_is_grouped_in_threes() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(500), "500");
        assert_eq!(grouped(8_000), "8.000");
        assert_eq!(grouped(1_250_000), "1.250.000");
    }
}
