//! Paper of the desk: each wall sheet leads to its own procedure, and to nothing else.

use sitegen::prerender::{self, Sources};

use crate::eye::scanned;
use crate::published::{project, published};

#[test]
fn every_square_on_a_wall_leads_to_its_procedure() {
    let site = published().0.expect("the content is right");
    let pages = prerender::pages(&site, &Sources::below(&project()).pictograms()).expect("every word is there");
    for procedure in &site.procedures {
        let file = format!("can-bo/giay/{}/index.html", procedure.slug);
        let (_, page) = pages.iter().find(|(own, _)| *own == file).unwrap_or_else(|| panic!("{file} is not made"));
        assert_eq!(scanned(page, "square"), [format!("https://{}/{}/", site.host, procedure.slug)]);
    }
}
