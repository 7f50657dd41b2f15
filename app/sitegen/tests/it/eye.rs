//! What a camera reads in a drawing, without a browser.

use rqrr::PreparedImage;
use sitegen::pixels;

/// What a camera reads in each square of this class, at four pixels a module.
pub(crate) fn scanned(html: &str, class: &str) -> Vec<String> {
    let class = format!("class=\"{class}\"");
    let drawings = html.split("<svg ").skip(1).filter_map(|rest| rest.split("</svg>").next());
    let drawings = drawings.filter(|drawing| drawing.split('>').next().is_some_and(|opening| opening.contains(&class)));
    let scan = |drawing: &str| {
        let (attributes, inside) = drawing.split_once('>').expect("a drawing has an inside");
        let side = attributes.split(['"', ' ']).filter_map(|part| part.parse::<u32>().ok()).max().expect("a size") * 4;
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}><path fill=\"#ffffff\" d=\"M0 0h999v999h-999z\"/>{inside}</svg>"
        );
        let png = pixels::png(&svg, side, side).expect("it is a drawing");
        let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().expect("it is a PNG");
        let mut indexes = vec![0; (side * side) as usize];
        reader.next_frame(&mut indexes).expect("it has pixels");
        let palette = reader.info().palette.clone().expect("two colours are a table");
        let grey = |x: usize, y: usize| palette[usize::from(indexes[y * side as usize + x]) * 3];
        let mut image = PreparedImage::prepare_from_greyscale(side as usize, side as usize, grey);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one square");
        grids[0].decode().expect("it can be read").1
    };
    drawings.map(scan).collect()
}
