//! What a camera reads: text as a QR code (ISO/IEC 18004), drawn as one path.

use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet zone around a code, in modules (ISO/IEC 18004, 6.3.8).
const QUIET: i32 = 4;

/// A code as a drawing: a square of this many units a side, its quiet zone included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Square {
    /// Units a side; for a `viewBox` from nought.
    pub side: i32,
    /// The dark modules, as the `d` of a path.
    pub path: String,
}

/// A text as a square; `None` when it is longer than any code holds, which is about 2,300 bytes.
#[must_use]
pub fn square(text: &str) -> Option<Square> {
    use std::fmt::Write as _;

    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(Square { side: code.size() + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::square;

    #[test]
    fn a_code_has_its_quiet_zone() {
        let square = square("https://dugiayto.example/so/").expect("a short text has a code");
        assert_eq!(square.side, 29 + 8);
        assert!(square.path.starts_with("M4 4h7v1h-7z"), "{}", square.path);
    }

    #[test]
    fn what_no_code_holds_has_none() {
        assert_eq!(square(&"x".repeat(4_000)), None);
    }
}
