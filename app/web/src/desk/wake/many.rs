//! A table in, messages out, a piece at a time so that the page goes on answering.

use std::cell::Cell;
use std::rc::Rc;

use domain::message::{Fault, Message, Sentences};
use domain::search::folded;
use domain::sms::{count, is_gateway_safe};
use wasm_bindgen_futures::spawn_local;

use super::{Keeping, rows};
use crate::browser::{self, Element, file};
use crate::desk::many::row::{self, Row, RowError};
use crate::desk::many::table::{self, Line, TableError};
use crate::desk::many::{Catalog, MOST_ROWS, out};
use crate::desk::settings::Settings;
use crate::rules_text;

/// How many lines are read before the browser gets its turn.
const PIECE: usize = 50;
/// How many messages are shown before they are saved.
const FIRST: usize = 5;
/// How many lines that cannot be read are shown.
const SHOWN: usize = 100;

/// What programs call the columns, beside the names that people give them.
const COLUMNS: [(&str, &[&str]); 3] = [
    ("data-phone", &["phone", "mobile", "tel", "sdt", "dt", "msisdn"]),
    ("data-procedure", &["procedure", "slug"]),
    ("data-missing", &["missing"]),
];

struct Many {
    main: Element,
    catalog: Catalog,
    sentences: Sentences,
    settings: Settings,
    /// Counts the tables: of an older one nothing is shown any more.
    turn: Cell<u32>,
}

/// What came of a table.
#[derive(Default)]
struct Answer {
    good: Vec<Good>,
    bad: Vec<(Line, RowError)>,
    changed: usize,
}

struct Good {
    line: usize,
    to: String,
    text: String,
    parts: usize,
    letters: usize,
}

/// Wakes the page.
pub(super) async fn wake(main: Element) -> Option<Keeping> {
    let (shelf, _) = super::shelf().await;
    let many = Rc::new(Many {
        catalog: rules_text::decode(&browser::attribute(&main, "data-catalog"))?,
        sentences: super::sentences(&main)?,
        settings: super::settings(&shelf).await,
        turn: Cell::new(0),
        main,
    });
    if let Some(link) = browser::find(&many.main, "[data-action=sample]") {
        let sample = ["\u{feff}", &browser::attribute(&many.main, "data-sample")].concat();
        file::hold_file(&link, "mau.csv", "text/csv;charset=utf-8", &sample);
    }
    let here = Rc::clone(&many);
    browser::listen(&many.main, "change", move |event| {
        let Some(input) = browser::closest(event, "[data-file]") else { return };
        let here = Rc::clone(&here);
        spawn_local(async move {
            let bytes = file::chosen(&input).await;
            file::forget(&input);
            here.read(&bytes.unwrap_or_default()).await;
        });
    });
    let here = Rc::clone(&many);
    browser::listen(&many.main, "click", move |event| {
        if browser::closest(event, "[data-action=read]").is_some() {
            let pasted = browser::find(&here.main, "[data-pasted]").map(|field| file::lines(&field));
            let here = Rc::clone(&here);
            spawn_local(async move { here.read(pasted.unwrap_or_default().as_bytes()).await });
        }
    });
    // Nothing of a table is ever kept.
    Some(Keeping::Nothing)
}

impl Many {
    async fn read(&self, bytes: &[u8]) {
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        browser::hide(&self.main, "[data-result]", true);
        let columns = COLUMNS.map(|(attribute, names)| {
            self.names(attribute).into_iter().chain(names.iter().map(|name| (*name).to_owned())).collect()
        });
        let lines = table::text(bytes).and_then(|text| table::lines(&text, &columns, MOST_ROWS));
        let lines = match lines {
            Ok(lines) => lines,
            Err(error) => return self.refuse(error),
        };
        browser::show_only(&self.main, "data-trouble", "");
        browser::set_attribute(&self.main, "data-work", "working");
        browser::hide(&self.main, "[data-working]", false);
        let faults = self.faults();
        let mut result = Answer::default();
        for (done, piece) in lines.chunks(PIECE).enumerate() {
            for line in piece {
                match row::read(line, &self.catalog, &faults) {
                    Ok(row) => result.add(line.number, self.written(&row), &row),
                    Err(error) => result.bad.push((line.clone(), error)),
                }
            }
            if let Some(bar) = browser::find(&self.main, "[data-working] progress") {
                let percent = (done + 1) * PIECE * 100 / lines.len();
                browser::set_attribute(&bar, "value", &percent.min(100).to_string());
            }
            browser::pause().await;
            if self.turn.get() != turn {
                return;
            }
        }
        self.show(&result);
        browser::hide(&self.main, "[data-working]", true);
        browser::set_attribute(&self.main, "data-work", "done");
    }

    fn written(&self, row: &Row<'_>) -> String {
        let message = Message {
            greeting: self.settings.greeting.clone(),
            commune: self.settings.office(browser::attribute(&self.main, "data-office")),
            procedure: row.procedure.sms.clone(),
            gaps: row.named(),
            when: self.settings.hours.clone(),
            phone: self.settings.dialled(),
            link: row.digits().map(|digits| [&browser::host(), "/k/", &digits].concat()).unwrap_or_default(),
        };
        message.shortest(&self.sentences).text
    }

    fn refuse(&self, error: TableError) {
        let name = match error {
            TableError::Empty => "empty",
            TableError::Spreadsheet => "spreadsheet",
            TableError::NotText => "not-text",
            TableError::NoColumn(0) => "no-phone",
            TableError::NoColumn(1) => "no-procedure",
            TableError::NoColumn(_) => "no-missing",
            TableError::TooMany(rows) => {
                browser::write(&self.main, "rows", &rows.to_string());
                "too-many"
            }
        };
        browser::hide(&self.main, "[data-working]", true);
        browser::show_only(&self.main, "data-trouble", name);
        browser::set_attribute(&self.main, "data-work", "refused");
    }

    fn show(&self, result: &Answer) {
        let parts: usize = result.good.iter().map(|good| good.parts).sum();
        for (name, number) in
            [("good", result.good.len()), ("bad", result.bad.len()), ("parts", parts), ("changed", result.changed)]
        {
            browser::write(&self.main, name, &number.to_string());
        }
        browser::hide(&self.main, "[data-changed]", result.changed == 0);
        browser::hide(&self.main, "[data-bad]", result.bad.is_empty());
        browser::hide(&self.main, "[data-more-bad]", result.bad.len() <= SHOWN);
        browser::hide(&self.main, "[data-some]", result.good.is_empty());
        if let Some(list) = browser::find(&self.main, "[data-bad-lines]") {
            rows::fill(&list, result.bad.iter().take(SHOWN), |row, (line, error)| {
                browser::set_attribute(row, "data-line", &line.number.to_string());
                browser::set_attribute(row, "data-why", error.name());
                browser::write(row, "line", &line.number.to_string());
                browser::write(row, "stood", &line.cells.join(" · "));
                browser::write(row, "why", &self.reason(error));
            });
        }
        if let Some(list) = browser::find(&self.main, "[data-first]") {
            rows::fill(&list, result.good.iter().take(FIRST), |row, good| {
                browser::write(row, "to", &good.to);
                browser::write(row, "text", &good.text);
            });
        }
        let good = result.good.iter().map(|good| {
            let numbers = [good.parts, good.letters, good.line].map(|number| number.to_string());
            [good.to.clone(), good.text.clone()].into_iter().chain(numbers).collect()
        });
        self.offer("save", "tin-nhan.csv", "data-heading", result.good.is_empty(), good);
        let bad = result.bad.iter().map(|(line, error)| {
            let rest = [line.number.to_string(), self.reason(error)];
            line.cells.iter().cloned().chain(rest).collect()
        });
        self.offer("save-bad", "dong-chua-doc-duoc.csv", "data-bad-heading", result.bad.is_empty(), bad);
        browser::hide(&self.main, "[data-result]", false);
    }

    fn offer(&self, action: &str, name: &str, heading: &str, is_empty: bool, rows: impl Iterator<Item = Vec<String>>) {
        let Some(link) = browser::find(&self.main, &["a[data-action=", action, "]"].concat()) else { return };
        let text = out::table(&browser::attribute(&self.main, heading), rows);
        let is_held = file::hold_file(&link, name, "text/csv;charset=utf-8", &text);
        browser::set_hidden(&link, is_empty || !is_held);
    }

    /// The sentence of a reason, about what stood in the table.
    fn reason(&self, error: &RowError) -> String {
        let place = browser::find(&self.main, &["[data-reason=", error.name(), "]"].concat());
        place.map(|place| browser::attribute(&place, "data-says").replace("{n}", error.about())).unwrap_or_default()
    }

    /// What a column may be called.
    fn names(&self, attribute: &str) -> Vec<String> {
        browser::attribute(&self.main, attribute).split(',').map(folded).collect()
    }

    /// The words that may stand in brackets behind a thing.
    fn faults(&self) -> Vec<(String, Fault)> {
        let faults = [Fault::Blurred, Fault::WrongName, Fault::Expired, Fault::Unsigned];
        faults.into_iter().filter_map(|fault| Some((folded(self.sentences.fault(fault)?), fault))).collect()
    }
}

impl Answer {
    /// One message more; what gateways refuse becomes a space, which is said.
    fn add(&mut self, line: usize, text: String, row: &Row<'_>) {
        let safe: String = text.chars().map(|letter| if is_gateway_safe(letter) { letter } else { ' ' }).collect();
        self.changed += usize::from(safe != text);
        let cost = count(&safe);
        let to = row.phone.international().trim_start_matches('+').to_owned();
        self.good.push(Good { line, to, text: safe, parts: cost.parts, letters: cost.units });
    }
}
