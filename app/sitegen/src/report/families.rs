//! What asking is worth: for every family of the examples, how many papers the official record lists and how many
//! this family has to have.

use super::table::Table;
use crate::content::Draft;
use crate::schema::{Example, Kind, Need, Procedure};

/// One family that gets a list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Family<'a> {
    procedure: &'a str,
    name: &'a str,
    /// Rows of the official record that name a paper, where there is a record.
    listed: Option<usize>,
    /// Papers that are needed, or perhaps needed.
    needed: usize,
}

/// A line per procedure, one for all families together, and with `every` a line per family.
pub(super) fn table(draft: &Draft, every: bool) -> String {
    let families: Vec<Family<'_>> = draft.procedures.iter().flat_map(|one| of(&one.id, &one.data)).collect();
    let mut table = Table::new(&["procedure", "families", "record", "needed: median", "least", "most"]);
    for one in &draft.procedures {
        let needed = sorted(families.iter().filter(|family| family.procedure == one.id).map(|family| family.needed));
        let listed = one.data.portal_rows.map_or("none".to_owned(), |rows| rows.to_string());
        let edge = |number: Option<&usize>| number.map_or_else(String::new, usize::to_string);
        table.row(&[
            &one.id,
            &needed.len().to_string(),
            &listed,
            &median(&needed),
            &edge(needed.first()),
            &edge(needed.last()),
        ]);
    }
    let (count, overall) = overall(&families);
    let mut text = format!(
        "Papers that the official record lists, and papers that a family of the examples needs (those that end \
         otherwise than in a list left out).\n\n{table}\nmedian of {count} families with a record: {overall}\n"
    );
    if every {
        text.push('\n');
        for Family { procedure, name, listed, needed } in &families {
            let listed = listed.map_or_else(|| "không có bản ghi".to_owned(), |rows| rows.to_string());
            text.push_str(&format!("{procedure}, {name}: giấy cổng quốc gia ghi: {listed} · nhà này cần: {needed}\n"));
        }
    }
    text
}

/// How many families have a record to compare with, and the medians of both.
fn overall(families: &[Family<'_>]) -> (usize, String) {
    let compared: Vec<(usize, usize)> =
        families.iter().filter_map(|family| Some((family.listed?, family.needed))).collect();
    let listed = median(&sorted(compared.iter().map(|(listed, _)| *listed)));
    let needed = median(&sorted(compared.iter().map(|(_, needed)| *needed)));
    (compared.len(), format!("giấy cổng quốc gia ghi: {listed} · nhà này cần: {needed}"))
}

fn of<'a>(slug: &'a str, procedure: &'a Procedure) -> impl Iterator<Item = Family<'a>> {
    let with_list = procedure.examples.iter().filter(|example| example.outcome.is_none());
    let listed = procedure.portal_rows.map(usize::from);
    with_list.map(move |example| {
        let needed = papers(procedure, example);
        Family { procedure: slug, name: &example.family, listed, needed }
    })
}

/// How many papers an example's list has that are not only taken along. `check` has seen to it that the list is the one
/// that the rules give.
fn papers(procedure: &Procedure, example: &Example) -> usize {
    let is_listed = |id: &String| example.list.contains(id) || example.perhaps.contains(id);
    let papers = procedure.requirements.iter().filter(|one| one.kind == Kind::Paper && one.need == Need::Needed);
    papers.filter(|one| is_listed(&one.id)).count()
}

fn sorted(numbers: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    numbers
}

/// Of sorted numbers; empty when there are none, with a half when it lies between two.
fn median(sorted: &[usize]) -> String {
    let (Some(low), Some(high)) = (sorted.get(sorted.len().wrapping_sub(1) / 2), sorted.get(sorted.len() / 2)) else {
        return String::new();
    };
    let half = if (low + high) % 2 == 1 { ".5" } else { "" };
    format!("{}{half}", (low + high) / 2)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::content::Files;

    #[test]
    fn the_median_lies_between_two_when_they_are_even() {
        assert_eq!(median(&[]), "");
        assert_eq!(median(&[3]), "3");
        assert_eq!(median(&[3, 4]), "3.5");
        assert_eq!(median(&[1, 3, 5, 9]), "4");
        assert_eq!(median(&[1, 3, 9]), "3");
    }

    #[test]
    fn the_readme_says_the_median_of_the_published_examples() {
        let published = Files::read(Path::new("../content"), Path::new("../../public/pictograms"));
        let (draft, _) = published.draft();
        let families: Vec<_> = draft.procedures.iter().flat_map(|one| of(&one.id, &one.data)).collect();
        let (_, median) = overall(&families);
        let readme = std::fs::read_to_string("../../README.md").expect("it is there").replace('\n', " ");
        assert!(readme.contains(&median), "README.md: {median}");
    }

    #[test]
    fn papers_that_are_needed_or_perhaps_needed_count_and_nothing_else() {
        let mut files =
            Files::read(Path::new("tests/fixtures/good/content"), Path::new("tests/fixtures/good/pictograms"));
        let path = "procedures/khai-sinh.toml";
        let text = files.text(path).expect("the good site has it").replace("portal_rows", "# portal_rows");
        files.put(path, text.replacen("result =", "portal_rows = 8\nresult =", 1).into_bytes());
        let (draft, _) = files.draft();
        let birth = draft.procedures.iter().find(|one| one.id == "khai-sinh").expect("it can be read");
        let needed: Vec<_> = of(&birth.id, &birth.data).map(|family| (family.listed, family.needed)).collect();
        // A witness is no paper, small change is only taken along, and one family gets no list.
        assert_eq!(needed, [2, 2, 3, 2, 2].map(|needed| (Some(8), needed)));
        assert!(table(&draft, true).contains("Đẻ ở trạm xá: giấy cổng quốc gia ghi: 8 · nhà này cần: 2"));
    }
}
