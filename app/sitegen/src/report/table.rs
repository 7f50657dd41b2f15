//! Plain text in columns: words to the left, numbers to the right.

use std::fmt;

/// A table with heads.
pub(super) struct Table(Vec<Vec<String>>);

impl Table {
    /// An empty one.
    pub(super) fn new(heads: &[&str]) -> Self {
        Self(vec![heads.iter().map(|&head| head.to_owned()).collect()])
    }

    /// Adds a row; what is missing at its end stays empty.
    pub(super) fn row(&mut self, cells: &[&str]) {
        self.0.push(cells.iter().map(|&cell| cell.to_owned()).collect());
    }

    fn cell(&self, row: usize, column: usize) -> &str {
        self.0[row].get(column).map_or("", String::as_str)
    }

    /// A column is one of numbers when every cell below its head is one or empty.
    fn holds_numbers(&self, column: usize) -> bool {
        let is_number = |cell: &str| cell.is_empty() || cell.starts_with(|letter: char| letter.is_ascii_digit());
        (1..self.0.len()).all(|row| is_number(self.cell(row, column)))
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let columns = self.0.iter().map(Vec::len).max().unwrap_or_default();
        let width =
            |column| (0..self.0.len()).map(|row| self.cell(row, column).chars().count()).max().unwrap_or_default();
        for row in 0..self.0.len() {
            let cells = (0..columns).map(|column| {
                let (cell, width) = (self.cell(row, column), width(column));
                match self.holds_numbers(column) {
                    true => format!("{cell:>width$}"),
                    false => format!("{cell:<width$}"),
                }
            });
            let line = cells.collect::<Vec<_>>().join("  ");
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}
