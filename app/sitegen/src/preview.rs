//! What other programs show of a link that somebody sends: a title, a line, a small picture (Open Graph).
//!
//! A message is read by whoever looks at the phone. So the link of a list, and of a procedure that is nobody else's
//! business, says the same as any other: which papers to bring, and nothing more.

use std::path::Path;

use domain::{Procedure, Site};
use web::Messages;

use crate::pictogram;
use crate::pixels::{self, DrawingError};

/// Where the pictures lie in the published folder. No page draws them, so no phone keeps them for later.
pub const FOLDER: &str = "og";

/// Name of the picture that says nothing in particular; an id never begins like this, so no procedure takes it.
const NEUTRAL: &str = "_";

/// Its pictogram.
const NEUTRAL_PICTOGRAM: &str = "list";

/// Width and height: what programs show large (1.91 : 1), and no larger than a weak network bears.
const SIZE: (u32, u32) = (600, 315);

/// What lies behind the pictogram. Its colours are those of `style/tokens.css`.
const GROUND: &str = include_str!("preview/ground.svg");

/// What is said of one page.
#[derive(Clone, Copy)]
enum Said<'a> {
    /// What it is about.
    Procedure(&'a Procedure),
    /// Its own title and description.
    Page,
    /// Nothing.
    Neutral,
}

/// Pages that are the same for everybody, by the first step of their address. Any other page may be a person's list.
const PUBLIC: &[&str] = &["", "tat-ca", "gioi-thieu", "giay", "hinh"];

/// Says in every page's head what a link to it looks like. `pages` are files below the published folder, and texts.
pub fn add_tags(site: &Site, messages: &Messages, pages: &mut [(String, String)]) {
    for (file, page) in pages {
        let tags = tags(site, messages, file, page);
        if let Some(at) = page.find("<link ") {
            page.insert_str(at, &tags);
        }
    }
}

fn tags(site: &Site, messages: &Messages, file: &str, page: &str) -> String {
    let said = said(site, file);
    let tagline = attribute(&messages.tagline.text);
    let (title, line, picture) = match said {
        Said::Procedure(procedure) => (between(page, "<title>", "</title>"), tagline, procedure.slug.as_str()),
        Said::Page => (
            between(page, "<title>", "</title>"),
            between(page, "name=\"description\" content=\"", "\"").to_owned(),
            NEUTRAL,
        ),
        Said::Neutral => ("", tagline, NEUTRAL),
    };
    let title = if title.is_empty() { attribute(&messages.papers.text) } else { title.replace('"', "&quot;") };
    let here = format!("https://{}/", site.host);
    let mut tags = vec![
        ("title", title),
        ("description", line),
        ("image", format!("{here}{FOLDER}/{picture}.png")),
        ("type", "website".to_owned()),
        ("locale", "vi_VN".to_owned()),
    ];
    // Some programs open this address in place of the one that was sent. A list's number stands in the address only,
    // so a page that shows lists must not give one.
    if let (Said::Procedure(_) | Said::Page, Some(path)) = (said, file.strip_suffix("index.html")) {
        tags.push(("url", format!("{here}{path}")));
    }
    tags.iter().map(|(name, value)| format!("<meta property=\"og:{name}\" content=\"{value}\">")).collect()
}

fn said<'a>(site: &'a Site, file: &str) -> Said<'a> {
    let address = file.strip_suffix("index.html").unwrap_or(file);
    let mut steps = address.split('/');
    let first = steps.next().unwrap_or_default();
    let is_procedure = steps.collect::<Vec<_>>() == [""];
    match site.procedures.iter().find(|procedure| procedure.slug == first) {
        Some(procedure) if is_procedure && !procedure.sensitive => Said::Procedure(procedure),
        None if PUBLIC.contains(&first) => Said::Page,
        _ => Said::Neutral,
    }
}

/// The pictures: their files below the published folder, and their bytes. `pictograms` is where the drawings lie.
///
/// # Errors
/// [`DrawingError`] with the pictogram that is missing or is no drawing.
pub fn pictures(site: &Site, pictograms: &Path) -> Result<Vec<(String, Vec<u8>)>, DrawingError> {
    let of_procedures = site
        .procedures
        .iter()
        .filter(|procedure| !procedure.sensitive)
        .map(|procedure| (procedure.slug.as_str(), procedure.picture.as_str()));
    let one = |(name, pictogram): (&str, &str)| {
        let file = pictograms.join(format!("{pictogram}.svg"));
        let drawing = pictogram::stand_alone(&pixels::read(&file)?);
        let picture = pixels::png(&GROUND.replace("PICTURE", &drawing), SIZE.0, SIZE.1)
            .map_err(|error| DrawingError::new(&file, error))?;
        Ok((format!("{FOLDER}/{name}.png"), picture))
    };
    of_procedures.chain([(NEUTRAL, NEUTRAL_PICTOGRAM)]).map(one).collect()
}

/// What stands between two texts; nothing when they are not there.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before).and_then(|(_, rest)| rest.split_once(after)).map_or("", |(inside, _)| inside)
}

/// Text as the value of an attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::{GROUND, attribute, between};

    #[test]
    fn the_ground_has_the_colours_of_the_style_sheet() {
        let tokens = include_str!("../../../style/tokens.css");
        for colour in GROUND.split("=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(tokens.contains(&format!(": #{colour};")), "#{colour} is no token");
        }
    }

    #[test]
    fn words_are_read_from_a_page_and_written_as_attributes() {
        assert_eq!(between("<title>Làm giấy</title>", "<title>", "</title>"), "Làm giấy");
        assert_eq!(between("<p>", "<title>", "</title>"), "");
        assert_eq!(attribute("\"A\" & <B"), "&quot;A&quot; &amp; &lt;B");
    }
}
