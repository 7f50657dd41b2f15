//! Pictograms are drawn with classes for their tones, so that contrast mode and print can change them. Inside a page
//! the style sheet gives them colour; as a file of their own they carry it.

use std::fs;
use std::path::Path;

/// The most bytes of a drawing, as it stands in its file: pages carry several, before anything else can be seen.
pub(crate) const LIMIT: usize = 1_200;

/// Class and the attribute it stands for. The values are the tokens of `style/tokens.css`; a test compares them.
const TONES: &[(&str, &str, &str)] = &[
    ("f1", "fill", "#f1dfae"),
    ("f2", "fill", "#d4645a"),
    ("f3", "fill", "#c3d0f2"),
    ("f4", "fill", "#bfe0c8"),
    ("f5", "fill", "#f2cfa6"),
    ("fw", "fill", "#ffffff"),
    ("s2", "stroke", "#b5352c"),
    ("s3", "stroke", "#27407f"),
    ("s4", "stroke", "#1d6b43"),
    ("sw", "stroke", "#ffffff"),
    ("thick", "stroke-width", "4.5"),
];

/// What every line has that no class changes.
const LINES: &str =
    "fill=\"none\" stroke=\"#1c2340\" stroke-width=\"2.4\" stroke-linecap=\"round\" stroke-linejoin=\"round\"";

/// What stands between `<svg …>` and `</svg>`; `None` for anything that is no drawing.
pub(crate) fn inside(svg: &str) -> Option<String> {
    let start = svg.find("<svg")?;
    let start = start + svg.get(start..)?.find('>')? + 1;
    let end = svg.rfind("</svg>")?;
    svg.get(start..end).map(|inside| inside.trim().to_owned())
}

/// The same of each drawing in a folder, by its name; `None` for one that is not there.
pub(crate) fn in_folder(folder: &Path) -> impl Fn(&str) -> Option<String> {
    move |id| inside(&fs::read_to_string(folder.join(format!("{id}.svg"))).ok()?)
}

/// What is drawn, however it is spaced: the same for two files whose bytes differ in white space only. A space stays
/// where numbers would run into each other without it.
pub(crate) fn strokes(svg: &str) -> String {
    let is_number = |letter: char| letter.is_ascii_digit() || letter == '.';
    let mut out = String::with_capacity(svg.len());
    for word in svg.split_whitespace() {
        if out.ends_with(is_number) && word.starts_with(is_number) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The drawing with its colours as attributes.
pub(crate) fn stand_alone(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len() * 2);
    let mut rest = svg;
    while let Some((before, after)) = rest.split_once("class=\"") {
        out.push_str(before);
        let (classes, after) = after.split_once('"').unwrap_or((after, ""));
        let attributes: Vec<String> = TONES
            .iter()
            .filter(|(class, ..)| classes.split(' ').any(|own| own == *class))
            .map(|(_, attribute, value)| format!("{attribute}=\"{value}\""))
            .collect();
        out.push_str(&attributes.join(" "));
        rest = after;
    }
    out.push_str(rest);
    out.replacen("<svg ", &format!("<svg {LINES} "), 1)
}

#[cfg(test)]
mod tests {
    use super::{TONES, inside, stand_alone, strokes};

    const DRAWING: &str =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><path class=\"f2 thick\" d=\"M0 0\"/></svg>\n";

    #[test]
    fn only_the_inside_of_a_drawing_is_taken() {
        assert_eq!(inside(DRAWING).as_deref(), Some("<path class=\"f2 thick\" d=\"M0 0\"/>"));
        assert_eq!(inside("no drawing"), None);
    }

    #[test]
    fn spacing_is_no_difference_between_drawings() {
        let spaced = DRAWING.replace("><", ">\n  <").replace("M0 0", "M 0\t0");
        assert_eq!(strokes(&spaced), strokes(DRAWING));
        assert_ne!(strokes("M1 12"), strokes("M11 2"));
    }

    #[test]
    fn alone_a_drawing_carries_its_colours() {
        let alone = stand_alone(DRAWING);
        assert!(alone.contains("<path fill=\"#d4645a\" stroke-width=\"4.5\" d=\"M0 0\"/>"), "{alone}");
        assert!(alone.starts_with("<svg fill=\"none\" stroke=\"#1c2340\""), "{alone}");
    }

    #[test]
    fn tones_are_those_of_the_style_sheet() {
        let tokens = include_str!("../../../style/tokens.css");
        for (class, _, value) in TONES.iter().filter(|(.., value)| value.starts_with('#')) {
            assert!(tokens.contains(value), "{class} {value} is no token");
        }
    }
}
