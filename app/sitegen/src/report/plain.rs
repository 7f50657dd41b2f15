//! How plain the words are and how many ways through the questions were walked: what `check` counted, as tables.

use super::table::Table;
use crate::figures::{Figures, Plain, Walked};

/// A line per procedure, and one for all.
pub fn table(figures: &Figures) -> String {
    let heads =
        ["procedure", "strings", "over 15 words", "longest", "several ideas", "verb not first", "ways", "walks", ""];
    let mut table = Table::new(&heads);
    let mut row = |name: &str, plain: &Plain, walked: Option<Walked>| {
        let numbers = [plain.strings, plain.long, plain.longest, plain.several_ideas, plain.not_verb_first];
        let mut cells: Vec<String> = numbers.iter().map(usize::to_string).collect();
        if let Some(walked) = walked {
            cells.extend([walked.ways.to_string(), walked.walks.to_string(), all(walked).to_owned()]);
        }
        let cells: Vec<&str> = std::iter::once(name).chain(cells.iter().map(String::as_str)).collect();
        table.row(&cells);
    };
    figures.procedures.iter().for_each(|one| row(&one.slug, &one.plain, one.walked));
    row("papers, pages, offices", &figures.elsewhere, None);
    let (ways, walks) = figures.walked();
    row("together", &figures.plain(), Some(Walked { ways, walks, is_all: true }));
    format!(
        "Words for citizens, and ways through the questions. Sentences of more than 20 words, office words and ways that \
         end nowhere are errors of `sitegen check`; several ideas in a sentence and steps that begin with who or when \
         are counted.\n\n{table}"
    )
}

/// A line per procedure for an editor: how many ways.
pub fn paths(figures: &Figures) -> String {
    let mut lines = String::new();
    for one in &figures.procedures {
        let line = match one.walked {
            Some(walked) => {
                format!("{}: {} đường, đi thử {} lần{}\n", one.slug, walked.ways, walked.walks, picked(walked))
            }
            None => format!("{}: chưa đi thử được, sửa lỗi trước\n", one.slug),
        };
        lines.push_str(&line);
    }
    lines
}

/// A line per sentence that could be plainer, for an editor.
pub fn could_be_plainer(figures: &Figures) -> String {
    figures.plain().could_be_plainer.iter().map(|line| format!("{line}\n")).collect()
}

/// One line for an editor: all of it.
pub fn together(figures: &Figures) -> String {
    let (plain, (ways, walks)) = (figures.plain(), figures.walked());
    format!(
        "{} câu chữ cho bà con, {} câu trên 15 chữ, dài nhất {} chữ; {ways} đường trả lời, đi thử {walks} lần",
        plain.strings, plain.long, plain.longest
    )
}

fn all(walked: Walked) -> &'static str {
    if walked.is_all { "" } else { "pairs and picked" }
}

fn picked(walked: Walked) -> &'static str {
    if walked.is_all {
        ""
    } else {
        " (không đi hết: đủ từng cặp câu trả lời, còn lại chọn ngẫu nhiên)"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::OfProcedure;

    #[test]
    fn what_was_counted_is_printed() {
        let plain =
            Plain { strings: 100, long: 2, longest: 18, several_ideas: 1, not_verb_first: 3, ..Plain::default() };
        let walked = Some(Walked { ways: 21, is_all: true, walks: 63 });
        let figures = Figures {
            procedures: vec![OfProcedure { slug: "khai-sinh".to_owned(), plain: plain.clone(), walked }],
            elsewhere: plain,
        };
        let table = table(&figures);
        assert!(table.contains("\nkhai-sinh "), "{table}");
        assert!(table.contains("\ntogether                    200              4       18"), "{table}");
        assert_eq!(paths(&figures), "khai-sinh: 21 đường, đi thử 63 lần\n");
        assert_eq!(
            together(&figures),
            "200 câu chữ cho bà con, 4 câu trên 15 chữ, dài nhất 18 chữ; 21 đường trả lời, đi thử 63 lần"
        );
    }
}
