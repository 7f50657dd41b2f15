//! How much there is: procedures, papers, requirements by kind and by form, examples, notices, open points.

use std::collections::BTreeMap;

use super::table::Table;
use crate::content::Draft;

/// What a commune has to answer for, counted.
pub(super) fn table(draft: &Draft) -> String {
    let procedures = || draft.procedures.iter().map(|one| &one.data);
    let open_at_home: usize = draft.communes.iter().map(|one| one.data.open_points.0.len()).sum();
    let counts = [
        ("procedures", draft.procedures.len()),
        ("of them approved by the commune", procedures().filter(|one| one.approved.is_some()).count()),
        ("papers", draft.documents.len()),
        ("of them with a specimen to compare", draft.documents.iter().filter(|one| one.data.specimen).count()),
        ("of them with a sample to write", draft.documents.iter().filter(|one| one.data.writing.is_some()).count()),
        (
            "of them forms explained field by field",
            draft.documents.iter().filter(|one| !one.data.fields.is_empty()).count(),
        ),
        ("questions", procedures().map(|one| one.questions.len()).sum()),
        ("requirements", procedures().map(|one| one.requirements.len()).sum()),
        ("outcomes", procedures().map(|one| one.outcomes.len()).sum()),
        ("exemptions", procedures().flat_map(|one| &one.fees).map(|fee| fee.exemptions.0.len()).sum()),
        ("examples", procedures().map(|one| one.examples.len()).sum()),
        ("urgent notices", draft.notices.len()),
        ("open points", procedures().map(|one| one.open_points.0.len()).sum::<usize>() + open_at_home),
    ];
    let mut table = Table::new(&["content", "number"]);
    for (what, count) in counts {
        table.row(&[what, &count.to_string()]);
    }
    for key in ["kind", "form"] {
        for (what, count) in by(draft, key) {
            table.row(&[&format!("requirements, {key} {what}"), &count.to_string()]);
        }
    }
    table.to_string()
}

/// Requirements by what they have under a key, the most frequent first.
fn by<'a>(draft: &'a Draft, key: &str) -> Vec<(&'a str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for procedure in &draft.procedures {
        let requirements = procedure.json["requirements"].as_array().into_iter().flatten();
        for value in requirements.filter_map(|requirement| requirement[key].as_str()) {
            *counts.entry(value).or_default() += 1;
        }
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::table;
    use crate::content::Files;

    #[test]
    fn requirements_are_counted_by_kind_and_by_form() {
        let good = Files::read(Path::new("tests/fixtures/good/content"), Path::new("tests/fixtures/good/pictograms"));
        let table = table(&good.draft().0);
        let count = |what: &str| {
            let line = table.lines().find(|line| line.starts_with(what)).expect(what);
            line.rsplit(' ').next().and_then(|number| number.parse::<usize>().ok())
        };
        let kind = |kind: &str| count(&format!("requirements, kind {kind}"));
        assert_eq!((count("procedures"), count("of them approved")), (Some(2), Some(1)));
        assert_eq!(count("requirements "), ["paper", "person", "money"].map(kind).into_iter().sum());
        assert_eq!(kind("person"), Some(1));
        assert!(count("requirements, form made-there") >= Some(1), "{table}");
    }
}
