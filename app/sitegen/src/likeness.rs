//! How alike pictograms look to somebody with weak eyes, on a small screen, without colours. A person who does not
//! read has nothing but the picture to know a paper or an answer by.
//!
//! It is a measure, not a judgement: two drawings that are far apart can still mean the same to somebody, and that only
//! people tell (ISO 9186-1 says how to ask them). What it finds are the sheets with two lines that differ in one small
//! sign.

use crate::content::Files;
use crate::pictogram;
use crate::pixels::{self, PixelError};

/// The size in pixels at which pictograms are compared: that of the smallest ones on a page.
const SIDE: usize = 32;

/// `--paper` of `style/tokens.css`; a test compares them.
const PAPER: [u8; 3] = [0xfb, 0xf7, 0xee];

/// The least distance between any two. A sign of 7 × 7 pixels, ink on paper, makes it: a fifth of the drawing's width,
/// below which one does not see it at arm's length on a screen of five inches.
pub const APART: f32 = 10.0;

/// The least distance between two answers of one question, which stand one under the other and are chosen between: a
/// sign of 8 × 8 pixels, a quarter of the width.
pub const ANSWERS_APART: f32 = 13.0;

/// Pairs that mean the same and may look alike, each with the reason.
pub const SAME: &[(&str, &str, &str)] =
    &[("speak", "speak-off", "one button: struck through until a voice is found, never beside itself")];

/// Two pictograms and how far apart they are: the mean difference of their pixels, 0 to 255.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The first by name.
    pub one: String,
    /// The second by name.
    pub other: String,
    /// 0 for two that are the same.
    pub distance: f32,
}

impl Pair {
    /// Whether it is one of [`SAME`].
    #[must_use]
    pub fn is_same(&self) -> bool {
        SAME.iter().any(|&(one, other, _)| one == self.one && other == self.other)
    }
}

/// Pictograms as they are seen, by name.
#[derive(Debug, Default)]
pub struct Looks(Vec<(String, Vec<f32>)>);

impl Looks {
    /// Those of a site, as far as they can be read.
    ///
    /// # Errors
    /// The name of a pictogram that is no drawing, and why.
    pub fn of(files: &Files) -> Result<Self, (String, PixelError)> {
        let drawings = files.draft().0.drawings;
        let looks = drawings.iter().map(|(name, drawing)| match seen(&drawing.text) {
            Ok(pixels) => Ok((name.clone(), pixels)),
            Err(error) => Err((name.clone(), error)),
        });
        looks.collect::<Result<_, _>>().map(Self)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Every two of them once, the nearest first.
    #[must_use]
    pub fn pairs(&self) -> Vec<Pair> {
        let mut pairs = Vec::with_capacity(self.0.len() * self.0.len() / 2);
        for (position, (one, seen)) in self.0.iter().enumerate() {
            for (other, also_seen) in &self.0[position + 1..] {
                pairs.push(Pair { one: one.clone(), other: other.clone(), distance: distance(seen, also_seen) });
            }
        }
        sort(&mut pairs);
        pairs
    }

    /// The pictures of the answers to each question, two and two, the nearest first; the same picture twice is a pair
    /// at distance nought. Each with the question that they answer, as `procedure.question`.
    #[must_use]
    pub fn answers(&self, files: &Files) -> Vec<(String, Pair)> {
        let mut pairs = Vec::new();
        for procedure in &files.draft().0.procedures {
            for question in &procedure.data.questions {
                let options = &question.options;
                for (position, one) in options.iter().enumerate() {
                    for other in &options[position + 1..] {
                        let pair = self.pair(&one.picture, &other.picture);
                        pairs.extend(pair.map(|pair| (format!("{}.{}", procedure.id, question.id), pair)));
                    }
                }
            }
        }
        pairs.sort_by(|(_, one), (_, other)| one.distance.total_cmp(&other.distance));
        pairs
    }

    fn pair(&self, one: &str, other: &str) -> Option<Pair> {
        let seen = |name: &str| self.0.iter().find(|(known, _)| known == name).map(|(_, seen)| seen);
        let distance = distance(seen(one)?, seen(other)?);
        let (one, other) = (one.min(other).to_owned(), one.max(other).to_owned());
        Some(Pair { one, other, distance })
    }
}

fn sort(pairs: &mut [Pair]) {
    pairs.sort_by(|one, other| one.distance.total_cmp(&other.distance));
}

/// Grey, small, and a little out of focus: each pixel becomes the mean of itself and its eight neighbours.
fn seen(svg: &str) -> Result<Vec<f32>, PixelError> {
    let greys = pixels::greys(&pictogram::stand_alone(svg), SIDE as u32, PAPER)?;
    // What lies outside is like the edge.
    let at = |row: usize, column: usize| greys[row.clamp(1, SIDE) * SIDE + column.clamp(1, SIDE) - SIDE - 1];
    let blurred = |row: usize, column: usize| {
        let sum: f32 = (row..row + 3).flat_map(|row| (column..column + 3).map(move |column| at(row, column))).sum();
        sum / 9.0
    };
    Ok((0..SIDE * SIDE).map(|position| blurred(position / SIDE, position % SIDE)).collect())
}

fn distance(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(one, other)| (one - other).abs()).sum::<f32>() / (SIDE * SIDE) as f32
}

#[cfg(test)]
mod tests {
    use super::{ANSWERS_APART, APART, PAPER, SIDE, distance, seen};

    fn drawing(inside: &str) -> Vec<f32> {
        seen(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\">{inside}</svg>")).unwrap()
    }

    #[test]
    fn the_ground_is_that_of_the_pages() {
        let [red, green, blue] = PAPER;
        let token = format!("--paper: #{red:02x}{green:02x}{blue:02x};");
        assert!(include_str!("../../../style/tokens.css").contains(&token), "{token}");
    }

    #[test]
    fn a_blur_keeps_what_is_even_and_softens_what_is_not() {
        let blank = drawing("");
        assert_eq!(blank.len(), SIDE * SIDE);
        assert!(blank.iter().all(|grey| (grey - blank[0]).abs() < 0.01), "paper stays paper, edges too");
        let dot = drawing("<path stroke=\"none\" fill=\"#000000\" d=\"M9 9h1v1h-1z\"/>");
        let changed = blank.iter().zip(&dot).filter(|(one, other)| (*one - *other).abs() > 1.0).count();
        assert_eq!(changed, 9);
    }

    #[test]
    fn the_least_distances_are_those_of_a_sign_in_ink() {
        let sign = |side: u32| {
            let square = format!("<path stroke=\"none\" fill=\"#1c2340\" d=\"M8 8h{side}v{side}h-{side}z\"/>");
            distance(&drawing(""), &drawing(&square))
        };
        assert!(sign(6) < APART && APART < sign(7), "{} {}", sign(6), sign(7));
        assert!(sign(7) < ANSWERS_APART && ANSWERS_APART < sign(8), "{} {}", sign(7), sign(8));
    }
}
