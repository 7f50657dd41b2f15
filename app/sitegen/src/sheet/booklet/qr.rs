//! Addresses as squares that a camera reads.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::sheet::html::Html;

/// White around the squares, as ISO/IEC 18004 wants it.
const QUIET: i32 = 4;

/// Draws an address. A quarter of it may be dirty or folded, because a booklet is copied and carried about.
///
/// # Panics
/// For an address of more than 1,600 letters, which no host and slug make.
pub(super) fn draw(html: &mut Html, address: &str) {
    let code = QrCode::encode_text(address, QrCodeEcc::Quartile).expect("an address is short");
    let side = code.size() + 2 * QUIET;
    let mut path = String::new();
    for row in 0..code.size() {
        for column in (0..code.size()).filter(|column| code.get_module(*column, row)) {
            write!(path, "M{} {}h1v1h-1z", column + QUIET, row + QUIET).expect("a string takes every letter");
        }
    }
    html.drawing("qr", &format!("0 0 {side} {side}"), &format!("<path d=\"{path}\"/>"));
}
