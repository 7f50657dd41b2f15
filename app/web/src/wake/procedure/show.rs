//! From state to attributes. Each effect reads signals and writes to elements; none writes a signal.

use std::rc::Rc;

use domain::Rules;
use domain::checklist::{Certainty, Enough, Item};
use domain::list_number::{self, ListNumber};
use domain::requirement::Group;
use domain::rules::{OptionIndex, QuestionIndex};
use leptos::prelude::*;

use super::Live;
use super::asked;
use super::elements::Elements;
use super::remember;
use super::step::Step;
use crate::browser::{self, Element, copy};
use crate::wake::ASKED;

/// Sets up every effect; each runs once at once.
pub(super) fn everything(live: Live, elements: &Rc<Elements>) {
    let effects = [list, ticks, number, summary];
    let there = Rc::clone(elements);
    keep(RenderEffect::new(move |before: Option<Step>| step(live, &there, before)));
    for effect in effects {
        let there = Rc::clone(elements);
        keep(RenderEffect::new(move |_| effect(live, &there)));
    }
}

/// An effect ends when it is dropped; these live as long as the page.
fn keep<T: 'static>(effect: RenderEffect<T>) {
    std::mem::forget(effect);
}

/// Which part is on the screen.
fn step(live: Live, elements: &Elements, before: Option<Step>) -> Step {
    let step = live.step.get();
    browser::set_attribute(&elements.main, "data-step", step.name());
    elements.resumable(live.has_list());
    let asked = match step {
        Step::Question(question) => Some(usize::from(question)),
        _ => None,
    };
    for (position, question) in elements.questions.iter().enumerate() {
        browser::set_hidden(&question.section, asked.is_some_and(|asked| asked != position));
    }
    for (position, outcome) in elements.outcomes.iter().enumerate() {
        let in_force = |rules: &Rules| rules.outcomes.get(position).is_some_and(|rule| rule.is_in_force(live.today));
        let hidden = match step {
            // Whoever comes back to the whole page sees all that is in force.
            Step::Page => !live.rules.with_value(in_force),
            Step::Outcome(shown) => shown != position,
            _ => !live.interview(|interview| interview.advice().contains(&position)),
        };
        browser::set_hidden(&outcome.card, hidden);
        live.rules.with_value(|rules| {
            let why = rules
                .outcomes
                .get(position)
                .map(|rule| rule.when.reasons(rules, &live.answers.get_untracked(), &rules.facts));
            let why = why.filter(|_| step != Step::Page);
            show_reasons(rules, &outcome.card, &outcome.reasons, &why.unwrap_or_default());
        });
    }
    if let Some(next) = &elements.next {
        browser::set_hidden(next, matches!(step, Step::Outcome(_)));
    }
    elements.hint(false);
    if let Some(asked) = asked {
        elements.hint_at(asked);
    }
    if let Step::Question(question) = step
        && let Some((nth, of)) = live.interview(|interview| interview.position(question))
    {
        elements.count("nth", nth);
        elements.count("of", of);
    }
    // The page is not moved under anybody's thumb when it wakes, only when a step is taken.
    if before.is_some_and(|before| before != step) {
        let heading = match step {
            Step::Page => elements.title.as_ref(),
            Step::Question(question) => {
                elements.questions.get(usize::from(question)).and_then(|question| question.words.as_ref())
            }
            Step::List => elements.list_title.as_ref(),
            Step::End => None,
            Step::Outcome(outcome) => elements.outcomes.get(outcome).and_then(|outcome| outcome.words.as_ref()),
        };
        let end = browser::find(&elements.main, ".ticket__verdict");
        if let Some(heading) = heading.or(end.as_ref()) {
            browser::focus(heading);
        }
    }
    step
}

/// What is on the list, under which heading, and why.
fn list(live: Live, elements: &Elements) {
    let checklist = live.checklist.read();
    let plain = live.step.get() == Step::Page;
    live.rules.with_value(|rules| {
        for (position, item) in elements.items.iter().enumerate() {
            let Some(rule) = rules.requirements.get(position) else { continue };
            let line = checklist.item(position);
            // Whoever comes back to the whole page sees all that is in force, whatever was answered.
            let hidden = if plain { !rule.is_in_force(live.today) } else { line.is_none() };
            browser::set_hidden(&item.card, hidden);
            let need = match line.map(|line| line.certainty) {
                Some(Certainty::Needed) => "needed",
                Some(Certainty::IfYouHave) => "if-you-have",
                Some(Certainty::Perhaps) | None => "perhaps",
            };
            browser::set_attribute(&item.card, "data-need", need);
            let reasons = match line {
                Some(line) if !plain => line.reasons.as_slice(),
                _ => &[],
            };
            show_reasons(rules, &item.card, &item.reasons, reasons);
            // A list that came without answers cannot say why; "needed when" would make what is certain sound doubtful.
            if !plain && reasons.is_empty() && line.is_some_and(|line| line.certainty != Certainty::Perhaps) {
                browser::set_attribute(&item.card, "data-why", "unsaid");
            }
            let group = elements.groups.iter().find(|(name, ..)| name == group_name(rule.group));
            let place = match group {
                Some((.., group)) if !plain => group,
                _ => &item.home,
            };
            browser::append(place, &item.card);
        }
        for (name, section, group) in &elements.groups {
            let empty = !rules.requirements.iter().enumerate().any(|(position, rule)| {
                group_name(rule.group) == name
                    && match (plain, elements.items.get(position)) {
                        (true, Some(item)) => &item.home == group,
                        _ => checklist.item(position).is_some(),
                    }
            });
            browser::set_hidden(section, empty);
        }
    });
}

/// Ticks, how many there are, and whether one may go.
fn ticks(live: Live, elements: &Elements) {
    let checklist = live.checklist.read();
    let ticks = live.ticks.read();
    let have = |position: usize| ticks.get(position).copied().unwrap_or(false);
    for (position, item) in elements.items.iter().enumerate() {
        let certainty = checklist.item(position).map(|line| line.certainty);
        browser::set_attribute(&item.card, "data-state", state(have(position), certainty));
    }
    let progress = checklist.progress(have);
    // What was asked for, and whether it is kept, have no signal of their own: whoever changes them says so for the ticks.
    elements.kept(remember::is_kept(live));
    let asked = remember::asked(live);
    asked::states(elements, &asked);
    let brought = asked.iter().filter(|(_, have)| *have).count();
    elements.count("total", progress.total + asked.len());
    elements.count("have", progress.have + brought);
    elements.begun(progress.have + brought > 0);
    let unsure = |line: &&Item| line.certainty == Certainty::Perhaps && line.counts() && !have(line.requirement);
    elements.unsure(checklist.items().iter().filter(unsure).count());
    match checklist.enough(have).and_missing(asked.len() - brought) {
        Enough::Complete => elements.verdict("enough"),
        Enough::AlmostComplete => elements.verdict("almost"),
        Enough::Missing(missing) => {
            elements.count("missing", missing);
            elements.verdict("missing");
        }
    }
}

/// How it stands with a requirement, as the page says it.
fn state(have: bool, certainty: Option<Certainty>) -> &'static str {
    match (have, certainty) {
        (true, _) => "have",
        (false, Some(Certainty::Perhaps)) => "unknown",
        (false, _) => "missing",
    }
}

/// The list as digits, wherever the page has a place for them. They are those of the whole list, whatever is ticked: who wrote
/// them down has the number that the clerk sees. Only another browser is given what is still missing, so that it finds the
/// ticks too.
fn number(live: Live, elements: &Elements) {
    let checklist = live.checklist.read();
    let ticks = live.ticks.read();
    let have = |position: usize| ticks.get(position).copied().unwrap_or(false);
    live.rules.with_value(|rules| {
        let always = list_number::always_at_birth(rules);
        let digits = |number: ListNumber| number.encode(&always).unwrap_or_default();
        let whole = digits(ListNumber::of(&checklist, rules));
        let progress = checklist.progress(have);
        match progress.have > 0 && progress.have < progress.total {
            true => elements.number(&whole, &digits(ListNumber::still_missing(&checklist, rules, have))),
            false => elements.number(&whole, &whole),
        }
        let mut card = whole + "+s-";
        card.extend((0..rules.requirements.len()).map(|position| letter(checklist.item(position), have(position))));
        // What was asked for besides comes back from there.
        for (paper, _) in remember::asked(live) {
            card = card + "+" + ASKED + &paper;
        }
        elements.card(&card);
    });
}

/// How it stands with a requirement, for the clerk's card (`wake/basis`).
fn letter(line: Option<&Item>, have: bool) -> char {
    match line.map(|line| line.certainty) {
        None => '-',
        Some(_) if have => 'h',
        Some(Certainty::Needed) => 'm',
        Some(Certainty::Perhaps) => 'u',
        Some(Certainty::IfYouHave) => 'i',
    }
}

/// At the end the list once more, small: what is to get ready, in its order, with picture, name and state, so that one
/// picture of the screen can be passed on.
fn summary(live: Live, elements: &Elements) {
    let Some(summary) = &elements.summary else { return };
    if live.step.get() != Step::End {
        return;
    }
    let (checklist, ticks) = (live.checklist.read(), live.ticks.read());
    browser::set_text(summary, "");
    for (paper, have) in remember::asked(live) {
        if let Some(line) = asked::line(elements, &paper) {
            repeat(summary, &line, state(have, None));
        }
    }
    let repeat_item = |item: &Item| {
        let have = ticks.get(item.requirement).copied().unwrap_or(false);
        if let Some(card) = elements.items.get(item.requirement) {
            repeat(summary, &card.card, state(have, Some(item.certainty)));
        }
    };
    let groups = checklist.groups();
    let lines = || groups.iter().flat_map(|(_, lines)| lines);
    lines().filter(|line| line.counts()).for_each(|item| repeat_item(item));
    // What one may own is carried too, where one owns it.
    lines().filter(|line| line.certainty == Certainty::IfYouHave).for_each(|item| repeat_item(item));
}

/// Adds a line of the list to it, small.
fn repeat(summary: &Element, card: &Element, state: &str) {
    let Some(line) = copy::made("li") else { return };
    browser::set_attribute(&line, "data-state", state);
    browser::set_attribute(&line, "data-need", &browser::attribute(card, "data-need"));
    for part in [".pic", ".item__name"] {
        if let Some(part) = browser::find(card, part).and_then(|part| copy::of(&part)) {
            browser::append(&line, &part);
        }
    }
    browser::append(summary, &line);
}

/// Leaves of the possible reasons those that hold, and turns "Cần khi" into "Vì". With none that holds, all stay.
fn show_reasons(
    rules: &Rules,
    card: &Element,
    possible: &[(String, Element)],
    holding: &[(QuestionIndex, OptionIndex)],
) {
    let holding: Vec<String> = holding
        .iter()
        .filter_map(|(question, option)| {
            let question = rules.questions.get(usize::from(*question))?;
            let option = question.options.get(usize::from(*option))?;
            Some([".q.", &question.id, ".o.", option, ".because"].concat())
        })
        .collect();
    browser::set_attribute(card, "data-why", if holding.is_empty() { "if" } else { "because" });
    for (name, element) in possible {
        let holds = holding.iter().any(|held| name.ends_with(held));
        browser::set_hidden(element, !holding.is_empty() && !holds);
    }
}

/// The name of a group in the page.
fn group_name(group: Group) -> &'static str {
    match group {
        Group::Bring => "bring",
        Group::Come => "come",
        Group::Know => "know",
        Group::MadeThere => "made-there",
        Group::IfYouHave => "if-you-have",
        Group::Collect => "collect",
    }
}
