//! Drawings as pixels, for what reads no SVG: home screens, and the previews that other programs show of a link.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PixelError {
    /// The text is not SVG; the parser's sentence.
    Svg(String),
    /// No picture has this size.
    Size(u32, u32),
    /// The pixels could not be written as PNG; the encoder's sentence.
    Png(String),
}

impl fmt::Display for PixelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Svg(why) => write!(f, "hình không phải SVG: {why}"),
            Self::Size(width, height) => write!(f, "không có hình cỡ {width}×{height}"),
            Self::Png(why) => write!(f, "không ghi được PNG: {why}"),
        }
    }
}

impl std::error::Error for PixelError {}

/// The drawing as PNG, as large as `width` and `height` allow, from the upper left corner. The same drawing gives the
/// same bytes: no font, no clock and no file outside of `svg` is looked at.
///
/// # Errors
/// [`PixelError`] for what is no drawing, and for a size of nothing.
pub fn png(svg: &str, width: u32, height: u32) -> Result<Vec<u8>, PixelError> {
    let pixels = Pixmap::new(width, height).ok_or(PixelError::Size(width, height))?;
    encode(&drawn(svg, pixels)?).map_err(|error| PixelError::Png(error.to_string()))
}

/// How bright each pixel of the drawing is on a ground of one colour, 0 to 255, row by row from the upper left corner.
/// The drawing fills a square of `side` pixels.
///
/// # Errors
/// Those of [`png`].
pub(crate) fn greys(svg: &str, side: u32, ground: [u8; 3]) -> Result<Vec<f32>, PixelError> {
    let mut pixels = Pixmap::new(side, side).ok_or(PixelError::Size(side, side))?;
    let [red, green, blue] = ground;
    pixels.fill(Color::from_rgba8(red, green, blue, u8::MAX));
    let pixels = drawn(svg, pixels)?;
    // What a screen without colours, a photocopier and most eyes make of them (ITU-R BT.601).
    let grey = |red: u8, green: u8, blue: u8| {
        f32::from(red).mul_add(0.299, f32::from(green).mul_add(0.587, f32::from(blue) * 0.114))
    };
    Ok(pixels.pixels().iter().map(|pixel| grey(pixel.red(), pixel.green(), pixel.blue())).collect())
}

/// The drawing on top of what is there, as large as it fits.
fn drawn(svg: &str, mut pixels: Pixmap) -> Result<Pixmap, PixelError> {
    let tree = Tree::from_str(svg, &Options::default()).map_err(|error| PixelError::Svg(error.to_string()))?;
    let (width, height) = (pixels.width() as f32, pixels.height() as f32);
    let scale = (width / tree.size().width()).min(height / tree.size().height());
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
}

/// Our drawings have few tones, so a table of colours and one byte for each pixel says it all, in half the bytes. More
/// than 256 colours are written one by one.
fn encode(pixels: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let colours: Vec<[u8; 4]> = pixels
        .pixels()
        .iter()
        .map(|pixel| pixel.demultiply())
        .map(|colour| [colour.red(), colour.green(), colour.blue(), colour.alpha()])
        .collect();
    let mut table: BTreeMap<[u8; 4], usize> = colours.iter().map(|colour| (*colour, 0)).collect();
    table.values_mut().enumerate().for_each(|(position, entry)| *entry = position);
    let indexes: Option<Vec<u8>> = colours.iter().map(|colour| u8::try_from(table[colour]).ok()).collect();

    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    let data = match indexes {
        Some(indexes) => {
            encoder.set_color(ColorType::Indexed);
            encoder
                .set_palette(table.keys().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect::<Vec<_>>());
            encoder.set_trns(table.keys().map(|[.., alpha]| *alpha).collect::<Vec<_>>());
            encoder.set_filter(Filter::NoFilter);
            indexes
        }
        None => {
            encoder.set_color(ColorType::Rgba);
            colours.concat()
        }
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(file)
}

/// A drawing that could not become a picture, and why.
#[derive(Debug)]
pub struct DrawingError {
    file: PathBuf,
    why: Why,
}

#[derive(Debug)]
enum Why {
    Unreadable(io::Error),
    Pixels(PixelError),
}

impl DrawingError {
    /// A drawing that has no pixels.
    pub(crate) fn new(file: &Path, error: PixelError) -> Self {
        Self { file: file.to_owned(), why: Why::Pixels(error) }
    }
}

impl fmt::Display for DrawingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.display();
        match &self.why {
            Why::Unreadable(error) => write!(f, "{file}: {error}"),
            Why::Pixels(error) => write!(f, "{file}: {error}"),
        }
    }
}

impl std::error::Error for DrawingError {}

/// The text of a drawing.
///
/// # Errors
/// [`DrawingError`] with the file, when it cannot be read.
pub(crate) fn read(file: &Path) -> Result<String, DrawingError> {
    fs::read_to_string(file).map_err(|error| DrawingError { file: file.to_owned(), why: Why::Unreadable(error) })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{DrawingError, PixelError, greys, png, read};

    const DRAWING: &str =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><path d=\"M0 0h9v9z\"/></svg>";

    #[test]
    fn a_drawing_becomes_a_png_of_its_size_and_always_the_same_one() {
        let picture = png(DRAWING, 96, 48).unwrap();
        assert!(picture.starts_with(b"\x89PNG\r\n\x1a\n"));
        assert_eq!(picture[16..24], [0, 0, 0, 96, 0, 0, 0, 48], "width and height stand in the header");
        assert_eq!(picture, png(DRAWING, 96, 48).unwrap());
    }

    #[test]
    fn a_drawing_of_more_colours_than_a_table_holds_is_whole_too() {
        let shade = |at: u32| format!("<path fill=\"#{at:02x}{:02x}ff\" d=\"M{at} 0h1v1h-1z\"/>", 255 - at);
        let shades: String = (0..256).map(shade).collect();
        let drawing = |shades: &str| {
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 256 2\" shape-rendering=\"crispEdges\">{shades}</svg>"
            )
        };
        let colour_type = |picture: &[u8]| picture[25];
        assert_eq!(colour_type(&png(&drawing(&shades), 256, 2).unwrap()), 6, "257 colours with nothing among them");
        assert_eq!(colour_type(&png(&drawing(&shade(7)), 256, 2).unwrap()), 3);
    }

    #[test]
    fn grey_is_what_the_ground_and_the_drawing_are_without_colour() {
        let red = DRAWING.replace("<path", "<path fill=\"#ff0000\"");
        let greys = greys(&red, 48, [255, 255, 255]).unwrap();
        assert_eq!((greys.len(), greys[48 + 7].round(), greys[47].round()), (48 * 48, 76.0, 255.0));
    }

    #[test]
    fn what_is_no_drawing_says_so() {
        assert!(matches!(png("giấy", 8, 8), Err(PixelError::Svg(_))));
        assert_eq!(png(DRAWING, 0, 8), Err(PixelError::Size(0, 8)));
        let error = DrawingError::new(Path::new("icons/icon.svg"), PixelError::Size(0, 8));
        assert_eq!(error.to_string(), "icons/icon.svg: không có hình cỡ 0×8");
        assert!(read(Path::new("/nowhere/icon.svg")).unwrap_err().to_string().starts_with("/nowhere/icon.svg: "));
    }
}
