//! The procedures that a desk worked on last.

/// Where they lie on the shelf.
pub const KEY: &str = "recent";

/// How many are remembered.
const MOST: usize = 6;

/// Slugs, the last one first, as they are kept: one a line.
#[must_use]
pub fn read(bytes: &[u8]) -> Vec<String> {
    let lines = String::from_utf8_lossy(bytes);
    let slugs = lines.lines().filter(|slug| !slug.is_empty() && slug.bytes().all(is_of_slug));
    slugs.take(MOST).map(str::to_owned).collect()
}

/// The same with one more, which comes first.
#[must_use]
pub fn with(bytes: &[u8], slug: &str) -> Vec<u8> {
    let others = read(bytes).into_iter().filter(|other| other != slug);
    let slugs: Vec<_> = std::iter::once(slug.to_owned()).chain(others).take(MOST).collect();
    slugs.join("\n").into_bytes()
}

fn is_of_slug(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}

#[cfg(test)]
mod tests {
    use super::{read, with};

    #[test]
    fn the_last_one_comes_first_and_stands_once() {
        let kept = ["khai-sinh", "ket-hon", "khai-sinh"].iter().fold(Vec::new(), |kept, slug| with(&kept, slug));
        assert_eq!(read(&kept), ["khai-sinh", "ket-hon"]);
        let kept = (0..20).fold(kept, |kept, number| with(&kept, &format!("p{number}")));
        assert_eq!(read(&kept), ["p19", "p18", "p17", "p16", "p15", "p14"]);
    }

    #[test]
    fn what_is_no_slug_is_passed_over() {
        assert_eq!(read(b"khai-sinh\n<b>\n\n../x\n\xff"), ["khai-sinh"]);
    }
}
