//! All procedures as one booklet, for village heads and for people with keypad telephones: what stands on the pages, in
//! the words of the pages, on paper that is photocopied.

mod entry;
mod front;
mod qr;

use domain::Site;
use web::Messages;
use web::pages::event::with_procedures;

use super::html::Html;
use super::letters;

/// Up to how many letters a procedure is one page at a size, and the size's class in the style sheet. Most are one page,
/// so that one can be copied and taken along alone.
const SIZES: [(usize, &str); 2] = [(4_000, "procedure"), (4_900, "procedure dense")];
const SMALLEST: &str = "procedure densest";

/// Content and drawings.
pub(super) struct Booklet<'a> {
    pub(super) site: &'a Site,
    pub(super) messages: &'a Messages,
    /// The inside of a pictogram's `<svg>`, by id.
    pub(super) pictogram: &'a dyn Fn(&str) -> Option<String>,
}

impl Booklet<'_> {
    /// The whole document.
    pub(super) fn document(&self) -> String {
        let mut html = Html::default();
        self.cover(&mut html);
        self.contents(&mut html);
        for (event, procedures) in with_procedures(self.site) {
            for procedure in procedures {
                let mut inside = Html::default();
                self.procedure(&mut inside, event, procedure);
                let letters = letters(inside.as_str());
                let size = SIZES.iter().find(|(most, _)| letters <= *most).map_or(SMALLEST, |(_, class)| class);
                html.within("article", size, |html| html.append(&inside));
            }
        }
        html.document(&self.messages.brand.text, "booklet", "booklet.css")
    }

    /// A pictogram; nothing where none is drawn, which `sitegen check` does not let happen.
    fn picture(&self, html: &mut Html, id: &str) {
        if let Some(inside) = (self.pictogram)(id) {
            html.drawing("pic", "0 0 48 48", &inside);
        }
    }
}

/// What a camera opens: a procedure's page, or the first one.
fn address(site: &Site, slug: &str) -> String {
    match slug {
        "" => format!("https://{}/", site.host),
        slug => format!("https://{}/{slug}/", site.host),
    }
}
