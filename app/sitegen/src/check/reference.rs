//! Names of other files: documents, pictograms, life events, procedures, communes.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::content::{Draft, Parsed};
use crate::diagnostics::{Explanation, Problem, ProblemKind, did_you_mean, listed};
use crate::schema::ALL_PROCEDURES;
use crate::source::Place;

pub(super) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    pictures(draft, problems);
    for parsed in &draft.procedures {
        let (root, data) = (Place::root(), &parsed.data);
        for (position, requirement) in data.requirements.iter().enumerate() {
            let place = root.key("requirements").at(position).key("documents");
            for (position, id) in requirement.documents.iter().enumerate() {
                known(parsed, &place.at(position), id, &Target::document(draft), problems);
            }
        }
        for (position, outcome) in data.outcomes.iter().enumerate() {
            let place = root.key("outcomes").at(position).key("procedure");
            let slug = outcome.procedure.iter();
            slug.for_each(|slug| known(parsed, &place, slug, &Target::procedure(draft), problems));
        }
        for (position, related) in data.related.iter().enumerate() {
            let place = root.key("related").at(position).key("procedure");
            let slug = related.procedure.iter();
            slug.for_each(|slug| known(parsed, &place, slug, &Target::procedure(draft), problems));
        }
        let steps = [&data.steps.before, &data.steps.counter, &data.steps.after, &data.steps.collecting];
        let steps = steps.into_iter().flat_map(|part| part.0.keys().cloned()).collect();
        let step = Target {
            kind: ProblemKind::UnknownStep,
            what: "bước",
            add: "thêm bước đó, hoặc bỏ dòng này",
            names: &steps,
        };
        for (id, name) in &data.steps.pictures.0 {
            let place = root.key("steps").key("pictures").key(id);
            known(parsed, &place, id, &step, problems);
            picture(parsed, &place, name, &draft.names.pictures, problems);
        }
        if let Some(events) = &draft.events {
            let ids = events.data.events.iter().map(|event| event.id.clone()).collect();
            let target =
                Target { kind: ProblemKind::UnknownEvent, what: "việc", add: "thêm vào events.toml", names: &ids };
            known(parsed, &root.key("event"), &data.event, &target, problems);
        }
    }
    for parsed in &draft.documents {
        let slug = parsed.data.missing.procedure.iter();
        let place = Place::root().key("missing").key("procedure");
        slug.for_each(|slug| known(parsed, &place, slug, &Target::procedure(draft), problems));
    }
    for parsed in &draft.notices {
        for (position, slug) in parsed.data.procedures.iter().enumerate().filter(|(_, slug)| *slug != ALL_PROCEDURES) {
            let place = Place::root().key("procedures").at(position);
            known(parsed, &place, slug, &Target::procedure(draft), problems);
        }
    }
    if let Some(parsed) = &draft.site {
        let target = Target {
            kind: ProblemKind::UnknownCommune,
            what: "xã",
            add: "thêm tệp đó vào offices",
            names: &draft.names.communes,
        };
        known(parsed, &Place::root().key("commune"), &parsed.data.commune, &target, problems);
        for (position, id) in parsed.data.asked_for.iter().enumerate() {
            let place = Place::root().key("asked_for").at(position);
            known(parsed, &place, id, &Target::document(draft), problems);
        }
    }
}

/// What a name refers to.
struct Target<'a> {
    kind: ProblemKind,
    what: &'a str,
    /// How to make it exist.
    add: &'a str,
    names: &'a BTreeSet<String>,
}

impl<'a> Target<'a> {
    fn document(draft: &'a Draft) -> Self {
        let names = &draft.names.documents;
        Self { kind: ProblemKind::UnknownDocument, what: "giấy tờ", add: "thêm tệp đó vào documents", names }
    }

    fn procedure(draft: &'a Draft) -> Self {
        let names = &draft.names.procedures;
        Self {
            kind: ProblemKind::UnknownProcedure,
            what: "thủ tục",
            add: "thêm tệp đó vào procedures, hoặc bỏ dòng này",
            names,
        }
    }
}

fn known<T>(parsed: &Parsed<T>, place: &Place, name: &str, target: &Target<'_>, problems: &mut Vec<Problem>) {
    if target.names.contains(name) {
        return;
    }
    let names = || target.names.iter().map(String::as_str);
    problems.push(parsed.problem(
        target.kind,
        place,
        Explanation {
            message: format!("không có {} nào tên là `{name}`", target.what),
            expected: format!("đang có: {}", listed(names())),
            advice: did_you_mean(name, names(), target.add),
        },
    ));
}

/// Every `picture`, wherever it stands.
fn pictures(draft: &Draft, problems: &mut Vec<Problem>) {
    let names = &draft.names.pictures;
    draft.procedures.iter().for_each(|parsed| pictures_in(parsed, &Place::root(), &parsed.json, names, problems));
    draft.documents.iter().for_each(|parsed| pictures_in(parsed, &Place::root(), &parsed.json, names, problems));
    draft.events.iter().for_each(|parsed| pictures_in(parsed, &Place::root(), &parsed.json, names, problems));
}

fn picture<T>(parsed: &Parsed<T>, place: &Place, name: &str, names: &BTreeSet<String>, problems: &mut Vec<Problem>) {
    if names.contains(name) {
        return;
    }
    problems.push(parsed.problem(
        ProblemKind::UnknownPicture,
        place,
        Explanation {
            message: format!("không có hình nào tên là `{name}`"),
            expected: format!("cần tệp public/pictograms/{name}.svg"),
            advice: did_you_mean(
                name,
                names.iter().map(String::as_str),
                "vẽ hình đó, hoặc chọn hình đã có trong public/pictograms",
            ),
        },
    ));
}

fn pictures_in<T>(
    parsed: &Parsed<T>,
    place: &Place,
    value: &Value,
    names: &BTreeSet<String>,
    problems: &mut Vec<Problem>,
) {
    match value {
        Value::Object(table) => {
            for (key, value) in table {
                match (key.as_str(), value) {
                    ("picture", Value::String(name)) => picture(parsed, &place.key(key), name, names, problems),
                    (key, value) => pictures_in(parsed, &place.key(key), value, names, problems),
                }
            }
        }
        Value::Array(values) => {
            for (position, value) in values.iter().enumerate() {
                pictures_in(parsed, &place.at(position), value, names, problems);
            }
        }
        _ => {}
    }
}
