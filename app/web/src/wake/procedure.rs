//! A procedure page comes alive: one question a screen, the list, ticks, the way to the office; and the list that this
//! phone has kept of it.

mod asked;
mod elements;
mod remember;
mod show;
mod step;

use std::rc::Rc;

use domain::interview::Interview;
use domain::{Answer, Answers, Checklist, Date, ListNumber, Rules};
use leptos::prelude::*;

use super::Keeping;
use crate::browser::{self, Element, Event};
use crate::rules_text;
use elements::Elements;
use remember::Memory;
use step::Step;

/// What the page knows while it is open. Ticks are by position of the requirement.
#[derive(Clone, Copy)]
struct Live {
    rules: StoredValue<Rules, LocalStorage>,
    answers: RwSignal<Answers>,
    /// A list that came as a number, or was kept without its answers: it stands in place of what answers would give.
    number: RwSignal<Option<ListNumber>>,
    step: RwSignal<Step>,
    ticks: RwSignal<Vec<bool>>,
    checklist: Memo<Checklist>,
    today: Date,
    memory: StoredValue<Memory, LocalStorage>,
}

/// Wakes the page. `None` when the page and its rules do not belong together: it then stays as it is, complete and
/// plain.
pub(super) async fn wake(root: &Element, main: Element) -> Option<Keeping> {
    let rules = rules_text::decode(&browser::attribute(&main, "data-rules"))?;
    let memory = Memory::new(&main);
    let elements = Rc::new(Elements::find(root, main, &rules)?);

    let owner = Owner::new();
    owner.set();
    let today = super::today(root);
    let ticks = elements.items.iter().map(|item| item.is_ticked()).collect();
    let (answers, number) = (RwSignal::new(Answers::new()), RwSignal::new(None::<ListNumber>));
    let rules = StoredValue::new_local(rules);
    let live = Live {
        rules,
        answers,
        number,
        step: RwSignal::new(Step::Page),
        ticks: RwSignal::new(ticks),
        checklist: Memo::new(move |_| {
            rules.with_value(|rules| {
                let listed = number.read().as_ref().and_then(|number| number.checklist(rules, today));
                listed.unwrap_or_else(|| Checklist::of(rules, &answers.read(), today))
            })
        }),
        today,
        memory: StoredValue::new_local(memory),
    };
    live.step.set(live.step_of_address());
    show::everything(live, &elements);
    listen(live, &elements);

    // From here on the page answers to touch; what is kept arrives after it.
    let keeping = remember::begin(live, &elements).await;
    browser::listen_to_return(move || {
        let there = Rc::clone(&elements);
        any_spawner::Executor::spawn_local(async move { remember::refresh(live, &there).await });
    });
    // The page lives until it is left; so does its state.
    std::mem::forget(owner);
    Some(keeping)
}

impl Live {
    fn interview<T>(self, look: impl FnOnce(&Interview<'_>) -> T) -> T {
        self.rules.with_value(|rules| look(&Interview::resume(rules, self.answers.get_untracked(), self.today)))
    }

    /// The step that the address names, as far as the answers allow it.
    fn step_of_address(self) -> Step {
        let named = self.rules.with_value(|rules| Step::parse(&browser::fragment(), rules));
        match named.unwrap_or(self.step.get_untracked()) {
            Step::Question(question) if !self.interview(|interview| interview.is_in_use(question)) => Step::Page,
            Step::List | Step::End if self.number.read_untracked().is_some() => named.unwrap_or(Step::List),
            Step::Outcome(_) => self.interview(|interview| interview.outcome()).map_or(Step::Page, Step::Outcome),
            Step::List | Step::End if self.interview(|interview| interview.outcome()).is_some() => Step::Page,
            // Nothing was answered and nothing is kept: the whole page says more than a list of "perhaps".
            Step::List | Step::End if !self.has_list() && self.has_questions() => Step::Page,
            asked => asked,
        }
    }

    fn has_questions(self) -> bool {
        self.rules.with_value(|rules| !rules.questions.is_empty())
    }

    /// Whether this person's own list is known, rather than everybody's.
    fn has_list(self) -> bool {
        self.number.read().is_some() || !self.answers.read().is_empty() || !remember::asked(self).is_empty()
    }

    fn go(self, step: Step) {
        self.rules.with_value(|rules| browser::go_to(&step.fragment(rules)));
        self.step.set(step);
    }

    /// What "Next" does; `false` when a question still wants an answer.
    fn next(self) -> bool {
        let next = match self.step.get_untracked() {
            Step::Page if self.number.read_untracked().is_some() => Step::List,
            Step::Page => self.first(),
            Step::Question(question) => {
                if self.answers.read_untracked().of(question).is_none() {
                    return false;
                }
                self.interview(|interview| interview.next_after(question)).into()
            }
            Step::List => Step::End,
            Step::End | Step::Outcome(_) => return true,
        };
        self.go(next);
        true
    }

    fn first(self) -> Step {
        self.interview(|interview| interview.in_use().first().copied()).map_or(Step::List, Step::Question)
    }

    /// What "Back" shows; `None` when it leaves the page.
    fn previous(self) -> Option<Step> {
        let last = |live: Self| match live.number.read_untracked().is_some() {
            true => Step::Page,
            false => live.interview(|interview| interview.last()).map_or(Step::Page, Step::Question),
        };
        match self.step.get_untracked() {
            Step::Page => None,
            Step::Question(question) => {
                Some(self.interview(|interview| interview.previous(question)).map_or(Step::Page, Step::Question))
            }
            Step::List | Step::Outcome(_) => Some(last(self)),
            Step::End => Some(Step::List),
        }
    }
}

fn listen(live: Live, elements: &Rc<Elements>) {
    let there = Rc::clone(elements);
    browser::listen_to_history(move || {
        remember::take_number(live, &there, &browser::fragment());
        live.step.set(live.step_of_address());
    });
    let there = Rc::clone(elements);
    browser::listen(&elements.root, "change", move |event| change(live, &there, event));
    let there = Rc::clone(elements);
    browser::listen(&elements.root, "click", move |event| click(live, &there, event));
}

/// A radio button or a tick was changed.
fn change(live: Live, elements: &Elements, event: &Event) {
    if let Some(choice) = browser::closest(event, "[data-option]") {
        let Some((question, option)) = elements.option(&choice) else { return };
        let answer = option.map_or(Answer::DontKnow, Answer::Option);
        live.number.set(None);
        live.answers.update(|answers| answers.set(question, answer));
        elements.hint(false);
        remember::answers(live, elements);
    } else if let Some(line) = browser::closest(event, "[data-asked]") {
        asked::note(live, elements, &line, true);
    } else if let Some(card) = browser::closest(event, "[data-requirement]") {
        let Some((position, item)) = elements.item(&card) else { return };
        let ticked = item.is_ticked();
        live.ticks.update(|ticks| {
            if let Some(tick) = ticks.get_mut(position) {
                *tick = ticked;
            }
        });
        remember::tick(live, elements, position, ticked);
    }
}

/// A control was touched. Without this program the same elements are links to parts of the page.
fn click(live: Live, elements: &Elements, event: &Event) {
    if browser::closest(event, "[data-action=ask]").is_some() {
        event.prevent_default();
        live.go(live.first());
    } else if browser::closest(event, "[data-action=restart]").is_some() {
        event.prevent_default();
        remember::start_over(live);
        elements.clear();
        live.ticks.update(|ticks| ticks.fill(false));
        live.number.set(None);
        live.answers.set(Answers::new());
        live.go(live.first());
    } else if browser::closest(event, "[data-action=keep]").is_some() {
        remember::keep(live, elements);
    } else if browser::closest(event, "[data-action=not-asked]").is_some() {
        if let Some(line) = browser::closest(event, "[data-asked]") {
            asked::note(live, elements, &line, false);
        }
    } else if browser::closest(event, "[data-control=next]").is_some() {
        event.prevent_default();
        if live.step.get_untracked() == Step::End {
            elements.visit_card();
        } else if !live.next() {
            elements.hint(true);
        }
    } else if browser::closest(event, "[data-control=back]").is_some()
        && let Some(previous) = live.previous()
    {
        event.prevent_default();
        if browser::depth() > 0.0 {
            browser::go_back();
        } else {
            live.rules.with_value(|rules| browser::replace_with(&previous.fragment(rules)));
            live.step.set(previous);
        }
    }
}
