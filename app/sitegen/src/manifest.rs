//! What a phone needs to put the site on its home screen: the manifest, and the icons as pixels.

use std::path::Path;

use serde_json::json;
use web::Messages;

use crate::pixels::{self, DrawingError};

/// Where the manifest lies in the published folder; the frame of every page links it.
pub const FILE: &str = "manifest.webmanifest";

/// Behind the page while it opens: `--paper` of `style/tokens.css`.
const BACKGROUND: &str = "#fbf7ee";

/// Around the page: `--accent`, the same as in the pages' meta tag.
const THEME: &str = "#27407f";

/// One icon made of pixels.
struct Icon {
    /// Below the published folder.
    file: &'static str,
    /// Below `public/icons/`.
    drawing: &'static str,
    /// Edge in pixels.
    size: u32,
    /// `purpose` in the manifest; none for what the manifest does not name.
    purpose: Option<&'static str>,
}

/// The sizes that home screens ask for. A maskable icon is cut to any shape by the phone, so all that matters in its
/// drawing lies within the inner 80 % (<https://www.w3.org/TR/appmanifest/#icon-masks>).
const ICONS: &[Icon] = &[
    Icon { file: "icons/192.png", drawing: "icon.svg", size: 192, purpose: Some("any") },
    Icon { file: "icons/512.png", drawing: "icon.svg", size: 512, purpose: Some("any") },
    Icon { file: "icons/maskable-512.png", drawing: "maskable.svg", size: 512, purpose: Some("maskable") },
    // iPhones ask for this address by themselves; a link in every page would only repeat it.
    Icon { file: "apple-touch-icon.png", drawing: "maskable.svg", size: 180, purpose: None },
];

/// The manifest's text.
pub fn json(messages: &Messages) -> String {
    let pixels = ICONS.iter().filter_map(|icon| {
        let purpose = icon.purpose?;
        let sizes = format!("{0}x{0}", icon.size);
        Some(json!({ "src": format!("/{}", icon.file), "sizes": sizes, "type": "image/png", "purpose": purpose }))
    });
    let drawing = json!({ "src": "/icons/icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any" });
    let manifest = json!({
        "id": "/",
        "name": messages.brand.text,
        "short_name": messages.brand.text,
        "description": messages.description.text,
        "lang": "vi",
        "dir": "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": BACKGROUND,
        "theme_color": THEME,
        "icons": pixels.chain([drawing]).collect::<Vec<_>>(),
    });
    manifest.to_string()
}

/// The icons, made from the drawings in `folder`: their files below the published folder, and their bytes.
///
/// # Errors
/// [`DrawingError`] with the drawing that is missing or is none.
pub fn icons(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, DrawingError> {
    let one = |icon: &Icon| {
        let file = folder.join(icon.drawing);
        let drawing = pixels::read(&file)?;
        let picture = pixels::png(&drawing, icon.size, icon.size).map_err(|error| DrawingError::new(&file, error))?;
        Ok((icon.file.to_owned(), picture))
    };
    ICONS.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawings() -> &'static Path {
        Path::new("../../public/icons")
    }

    #[test]
    fn colours_are_those_of_the_style_sheet_and_of_the_pages() {
        let tokens = include_str!("../../../style/tokens.css");
        assert!(tokens.contains(&format!("--paper: {BACKGROUND};")));
        assert!(tokens.contains(&format!("--accent: {THEME};")));
        assert!(include_str!("../../web/src/components/frame.rs").contains(THEME));
    }

    #[test]
    fn every_icon_is_made_in_its_size() {
        let icons = icons(drawings()).unwrap();
        assert_eq!(icons.len(), ICONS.len());
        for ((file, picture), icon) in icons.iter().zip(ICONS) {
            let edge = icon.size.to_be_bytes();
            assert_eq!(picture[16..24], [edge, edge].concat(), "{file}");
            assert!(picture.len() < 15_000, "{file} has {} bytes", picture.len());
        }
    }

    #[test]
    fn a_missing_drawing_is_named() {
        let error = icons(Path::new("/nowhere")).unwrap_err();
        assert!(error.to_string().starts_with("/nowhere/icon.svg: "), "{error}");
    }
}
