//! An eye on what a browser prints: each sheet as grey pixels, and the squares on it as a camera reads them.

use std::collections::BTreeSet;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use rqrr::PreparedImage;

/// Pixels for each point of paper: 180 to the inch, which is less than a phone's camera sees of a sheet.
const SCALE: f32 = 2.5;

/// How much of a sheet a camera has before it at once, in pixels: seven centimetres. With more than a few squares in view
/// nobody knows which corners belong together.
const VIEW: usize = 500;

/// What each square of a PDF says, sheet by sheet.
///
/// # Panics
/// When it is no PDF.
#[must_use]
pub fn squares(pdf: &[u8]) -> Vec<BTreeSet<String>> {
    let pdf = Pdf::new(pdf.to_vec()).unwrap_or_else(|error| panic!("a browser prints PDF: {error:?}"));
    pdf.pages().iter().map(squares_of).collect()
}

fn squares_of(page: &Page<'_>) -> BTreeSet<String> {
    let size = PixmapSettings { x_scale: SCALE, y_scale: SCALE, bg_color: WHITE };
    let (cache, settings) = (RenderCache::new(), InterpreterSettings::default());
    let sheet = render(page, &cache, &settings, &RenderSettings::default(), &size);
    let (width, height) = (usize::from(sheet.width()), usize::from(sheet.height()));
    let bytes = sheet.data_as_u8_slice();
    // Green is nearest to what an eye calls bright.
    let grey = |x: usize, y: usize| bytes.get((y * width + x) * 4 + 1).copied().unwrap_or(u8::MAX);
    let mut read = BTreeSet::new();
    // First from far away, for what is large.
    for view in [width.max(height), VIEW] {
        for top in (0..height).step_by(view / 2) {
            for left in (0..width).step_by(view / 2) {
                let (wide, high) = (view.min(width - left), view.min(height - top));
                let mut view = PreparedImage::prepare_from_greyscale(wide, high, |x, y| grey(left + x, top + y));
                // What is cut off at the edge of one view is whole in the next.
                read.extend(view.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)));
            }
        }
    }
    read
}
