//! Communes and their offices.

use domain::office::Office;
use domain::{Commune, Facts, Words};

use super::vocabulary::{office_kind, truth};
use super::{date, words_or_none};
use crate::content::Parsed;
use crate::schema;

/// One commune. `None` when a day does not exist.
pub(crate) fn commune(parsed: &Parsed<schema::Commune>) -> Option<Commune> {
    let source = &parsed.data;
    let prefix = format!("commune.{}", parsed.id);
    Some(Commune {
        id: parsed.id.clone(),
        number: source.number,
        code: source.code.clone(),
        name: Words::new(format!("{prefix}.name"), &source.name),
        province: Words::new(format!("{prefix}.province"), &source.province),
        old_names: source.old_names.clone(),
        facts: Facts(source.facts.0.iter().map(|(name, tri)| (name.clone(), truth(*tri))).collect()),
        tongues: source.tongues.clone(),
        offices: source.offices.iter().map(|office| self::office(&prefix, office)).collect(),
        checked: date(&source.checked)?,
    })
}

fn office(prefix: &str, source: &schema::Office) -> Office {
    let prefix = format!("{prefix}.office.{}", source.kind.id());
    Office {
        kind: office_kind(source.kind),
        plain: Words::new(format!("{prefix}.plain"), &source.plain),
        official: Words::new(format!("{prefix}.official"), &source.official),
        place: words_or_none(format!("{prefix}.place"), source.place.as_ref()),
        hours: words_or_none(format!("{prefix}.hours"), source.hours.as_ref()),
        phone: source.phone.clone(),
    }
}
