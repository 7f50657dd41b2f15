//! What each pictogram stands for, gathered from wherever it is shown: the content names most of them, the pages
//! themselves the signs.

use std::collections::BTreeMap;

use domain::requirement::{Form, Kind};
use domain::{Site, Words};

use crate::Messages;
use crate::components::requirement_card::{form_picture, form_words};

/// What a pictogram is shown for in the first place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Something to get done: a life event, a procedure.
    Task,
    /// A paper.
    Paper,
    /// Who or what has to be there besides papers, and what to do on the way.
    Need,
    /// A question and its answers.
    Answer,
    /// A button, a heading, a sign.
    Sign,
}

impl Use {
    /// In the order of the sheet.
    pub(super) const ALL: [Self; 5] = [Self::Task, Self::Paper, Self::Need, Self::Answer, Self::Sign];
}

/// One pictogram.
#[derive(Debug)]
pub(super) struct Meaning<'a> {
    /// Its id.
    pub(super) picture: &'a str,
    /// What it is shown for first.
    pub(super) used: Use,
    /// All that it says, without repetition.
    pub(super) words: Vec<&'a Words>,
}

/// Every pictogram that some page shows, by use, then in the order of the content.
pub(super) fn all<'a>(site: &'a Site, messages: &'a Messages) -> Vec<Meaning<'a>> {
    let mut gathered = Gathered::default();
    for event in &site.events {
        gathered.add(Use::Task, &event.picture, &event.words);
    }
    for procedure in &site.procedures {
        gathered.add(Use::Task, &procedure.picture, &procedure.plain);
    }
    for document in site.documents.values() {
        gathered.add(Use::Paper, &document.picture, &document.plain);
    }
    for procedure in &site.procedures {
        for requirement in &procedure.requirements {
            let used = if requirement.kind == Kind::Paper { Use::Paper } else { Use::Need };
            gathered.add(used, &requirement.picture, &requirement.plain);
        }
        let steps = &procedure.steps;
        for step in steps.before.iter().chain(&steps.counter).chain(&steps.after).chain(&steps.collecting) {
            if let Some(picture) = &step.picture {
                gathered.add(Use::Need, picture, &step.words);
            }
        }
    }
    for question in site.procedures.iter().flat_map(|procedure| &procedure.questions) {
        for option in &question.options {
            gathered.add(Use::Answer, &option.picture, &option.words);
        }
    }
    for question in site.procedures.iter().flat_map(|procedure| &procedure.questions) {
        gathered.add(Use::Answer, &question.picture, &question.words);
    }
    for (picture, words) in signs(messages) {
        gathered.add(Use::Sign, picture, words);
    }
    let mut all = gathered.meanings;
    all.sort_by_key(|meaning| Use::ALL.iter().position(|used| *used == meaning.used));
    all
}

#[derive(Default)]
struct Gathered<'a> {
    meanings: Vec<Meaning<'a>>,
    /// Where each pictogram stands among them.
    positions: BTreeMap<&'a str, usize>,
}

impl<'a> Gathered<'a> {
    /// The use that comes first is the one that stays.
    fn add(&mut self, used: Use, picture: &'a str, words: &'a Words) {
        let position = *self.positions.entry(picture).or_insert_with(|| {
            self.meanings.push(Meaning { picture, used, words: Vec::new() });
            self.meanings.len() - 1
        });
        let said = &mut self.meanings[position].words;
        if !said.iter().any(|known| known.text == words.text) {
            said.push(words);
        }
    }
}

/// The pictograms that pages and components name themselves; a test of the build tool sees that none is missing.
fn signs(messages: &Messages) -> Vec<(&'static str, &Words)> {
    let forms = [
        Form::Original,
        Form::Copy,
        Form::CopyAndOriginal,
        Form::CertifiedCopy,
        Form::RegisterCopy,
        Form::Electronic,
        Form::Shown,
        Form::MadeThere,
    ];
    let mut signs = vec![
        ("home", &messages.home),
        ("back", &messages.back),
        ("next", &messages.next),
        ("speak", &messages.listen),
        ("khong-biet", &messages.dont_know),
        ("ask", &messages.ask_person),
        ("phone", &messages.number_plain),
        ("question", &messages.ask_me),
        ("list", &messages.papers),
        ("list", &messages.all_procedures),
        ("my-lists", &messages.mine_title),
        ("keypad", &messages.home_number),
        ("look", &messages.look_title),
        ("size-1", &messages.size_1),
        ("size-2", &messages.size_2),
        ("size-3", &messages.size_3),
        ("contrast-usual", &messages.contrast_usual),
        ("contrast-high", &messages.contrast_high),
        ("helper", &messages.helper_on),
        ("asked", &messages.asked_title),
        ("print", &messages.print_page),
        ("keep", &messages.keep),
        ("clerk", &messages.for_clerk),
        ("mot-nguoi", &messages.helper_off),
        ("bring", &messages.group_bring),
        ("come", &messages.group_come),
        ("know", &messages.group_know),
        ("made-there", &messages.group_made_there),
        ("if-you-have", &messages.group_if_you_have),
        ("collect", &messages.group_collect),
        ("collect", &messages.handed_in),
        ("office", &messages.where_to),
        ("money", &messages.money),
        ("money0", &messages.free),
        ("days", &messages.days),
        ("check", &messages.enough),
        ("check", &messages.check_yes),
        ("cross", &messages.check_no),
        ("warning", &messages.almost),
        ("info", &messages.other_cases),
        ("specimen", &messages.specimen),
        ("slip", &messages.keep_slip),
        ("longer-ago", &messages.day_longer_ago),
        ("before-15", &messages.hour_before),
        ("after-15", &messages.hour_after),
        ("collected", &messages.collected),
        ("erase", &messages.erase),
        ("delete", &messages.delete),
        ("again", &messages.try_again),
        ("no-network", &messages.works_offline),
        ("new-version", &messages.new_version),
        ("message", &messages.open_from_message),
        ("browser", &messages.open_in_browser),
        ("install", &messages.install),
    ];
    signs.extend(forms.map(|form| (form_picture(form), form_words(messages, form))));
    signs
}
