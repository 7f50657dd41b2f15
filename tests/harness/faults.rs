//! What is wrong, all of it at once: a test that looks at every screen should not stop at the first.

use std::collections::BTreeMap;
use std::fmt;

/// Faults, each with the places where it was seen.
#[derive(Debug, Default)]
pub struct Faults(BTreeMap<String, Vec<String>>);

impl Faults {
    /// Notes a fault at a place.
    pub fn add(&mut self, place: impl Into<String>, fault: impl Into<String>) {
        self.0.entry(fault.into()).or_default().push(place.into());
    }

    /// Each fault with every place where it was seen, the most frequent first.
    #[must_use]
    pub fn everywhere(&self) -> String {
        let mut all: Vec<_> = self.0.iter().collect();
        all.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
        all.into_iter()
            .map(|(fault, places)| format!("{} × {fault}\n    {}\n", places.len(), places.join("\n    ")))
            .collect()
    }

    /// Ends the test if there is any.
    ///
    /// # Panics
    /// With each fault once and where it was seen.
    pub fn assert_none(&self) {
        assert!(self.0.is_empty(), "{self}");
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} faults", self.0.len())?;
        for (fault, places) in &self.0 {
            let first: Vec<_> = places.iter().take(4).map(String::as_str).collect();
            write!(out, "\n- {fault}\n  at {}", first.join(", "))?;
            if places.len() > first.len() {
                write!(out, " and {} more", places.len() - first.len())?;
            }
        }
        Ok(())
    }
}
