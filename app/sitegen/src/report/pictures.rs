//! How many pictograms there are, and which two are most alike.

use crate::content::Files;
use crate::likeness::{APART, Looks};

/// One line.
pub(super) fn line(files: &Files) -> String {
    let looks = match Looks::of(files) {
        Ok(looks) => looks,
        Err((name, error)) => return format!("no likeness of pictograms: {name}: {error}"),
    };
    let pairs = looks.pairs();
    let nearest = pairs.iter().find(|pair| !pair.is_same()).map(|pair| {
        format!(
            "; most alike, of those that mean different things: {} and {}, {:.1} apart of at least {APART:.0}",
            pair.one, pair.other, pair.distance
        )
    });
    format!("{} pictograms{}", looks.count(), nearest.unwrap_or_default())
}
