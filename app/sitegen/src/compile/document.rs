//! Documents.

use domain::Words;
use domain::document::{Document, Missing};

use super::{sentences, words_or_none};
use crate::content::Parsed;
use crate::schema;

pub(super) fn document(parsed: &Parsed<schema::Document>) -> Document {
    let source = &parsed.data;
    let prefix = format!("doc.{}", parsed.id);
    Document {
        id: parsed.id.clone(),
        plain: Words::new(format!("{prefix}.plain"), &source.plain),
        official: Words::new(format!("{prefix}.official"), &source.official),
        also_called: source.also_called.clone(),
        sms: source.sms.clone(),
        picture: source.picture.clone(),
        looks: words_or_none(format!("{prefix}.looks"), source.looks.as_ref()),
        missing: source.missing.as_ref().map(|source| missing(&format!("{prefix}.missing"), source)),
    }
}

fn missing(prefix: &str, source: &schema::Missing) -> Missing {
    Missing {
        steps: sentences(&format!("{prefix}.steps"), &source.steps),
        place: words_or_none(format!("{prefix}.place"), source.place.as_ref()),
        time: words_or_none(format!("{prefix}.time"), source.time.as_ref()),
        cost: words_or_none(format!("{prefix}.cost"), source.cost.as_ref()),
        procedure: source.procedure.clone(),
    }
}
