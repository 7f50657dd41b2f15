//! Documents.

use domain::Words;
use domain::document::{Document, Field, Missing, Writing};

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
        specimen: source.specimen,
        missing: missing(&format!("{prefix}.missing"), &source.missing),
        writing: source.writing.as_ref().map(|source| writing(&format!("{prefix}.writing"), source)),
        fields: source.fields.iter().map(|source| field(&prefix, source)).collect(),
    }
}

fn writing(prefix: &str, source: &schema::Writing) -> Writing {
    Writing {
        who: Words::new(format!("{prefix}.who"), &source.who),
        says: sentences(&format!("{prefix}.says"), &source.says),
        sample: sentences(&format!("{prefix}.sample"), &source.sample),
    }
}

fn field(prefix: &str, source: &schema::Field) -> Field {
    let prefix = format!("{prefix}.field.{}", source.id);
    Field {
        asks: Words::new(format!("{prefix}.asks"), &source.asks),
        example: Words::new(format!("{prefix}.example"), &source.example),
        mistake: words_or_none(format!("{prefix}.mistake"), source.mistake.as_ref()),
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
