//! A procedure page comes alive: one question a screen, the list, ticks, the way to the office.
//!
//! The page is already there, complete. Waking reads the rules from it, keeps three signals (answers, step, ticks)
//! and derives everything else; what is derived is written to attributes of elements that exist. No element is made
//! here and no word is written: that is what keeps this small, and a page right before it wakes.

mod elements;
mod show;
mod step;

use domain::interview::Interview;
use domain::{Answer, Answers, Checklist, Date, Rules};
use leptos::prelude::*;

use crate::browser::{self, Event};
use crate::rules_text;
use elements::Elements;
use step::Step;

/// What the page knows while it is open. Ticks are by position of the requirement.
#[derive(Clone, Copy)]
struct Live {
    rules: StoredValue<Rules, LocalStorage>,
    answers: RwSignal<Answers>,
    step: RwSignal<Step>,
    ticks: RwSignal<Vec<bool>>,
    checklist: Memo<Checklist>,
    today: Date,
}

/// Wakes the procedure page that is open. `false` when there is nothing here to wake, or when the page was made for
/// another version of this program: it then stays as it is, complete and plain.
pub fn procedure() -> bool {
    let Some(root) = browser::root() else { return false };
    if browser::attribute(&root, "data-view") != crate::VIEW_VERSION {
        return false;
    }
    let Some(main) = browser::find(&root, "main[data-rules]") else { return false };
    let Some(rules) = rules_text::decode(&browser::attribute(&main, "data-rules")) else { return false };
    let Some(elements) = Elements::find(&root, main, &rules) else { return false };

    // Without an executor no effect would ever run again; a second initialisation only says that there is one.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.set();

    let (year, month, day) = browser::today();
    // A clock that shows no day at all is taken for the oldest one: nothing then counts as outdated.
    let today = Date::new(year, month, day).unwrap_or(Date::MIN);
    let ticks = elements.items.iter().map(|item| item.is_ticked()).collect();
    let answers = RwSignal::new(Answers::new());
    let rules = StoredValue::new_local(rules);
    let live = Live {
        rules,
        answers,
        step: RwSignal::new(Step::Page),
        ticks: RwSignal::new(ticks),
        checklist: Memo::new(move |_| rules.with_value(|rules| Checklist::of(rules, &answers.read(), today))),
        today,
    };
    live.step.set(live.step_of_address());

    let elements = StoredValue::new_local(elements);
    show::everything(live, elements);
    listen(live, elements);
    // The page lives until it is left; so does its state.
    std::mem::forget(owner);
    true
}

impl Live {
    fn interview<T>(self, look: impl FnOnce(&Interview<'_>) -> T) -> T {
        self.rules.with_value(|rules| look(&Interview::resume(rules, self.answers.get_untracked())))
    }

    /// The step that the address names, as far as the answers allow it.
    fn step_of_address(self) -> Step {
        let named = self.rules.with_value(|rules| Step::parse(&browser::fragment(), rules));
        match named.unwrap_or(self.step.get_untracked()) {
            Step::Question(question) if !self.interview(|interview| interview.is_in_use(question)) => Step::Page,
            Step::Outcome(_) => self.interview(|interview| interview.outcome()).map_or(Step::Page, Step::Outcome),
            Step::List | Step::End if self.interview(|interview| interview.outcome()).is_some() => Step::Page,
            // Nothing was answered since the page was opened: the whole page says more than a list of "perhaps".
            Step::List | Step::End if self.answers.read_untracked().is_empty() && self.has_questions() => Step::Page,
            asked => asked,
        }
    }

    fn has_questions(self) -> bool {
        self.rules.with_value(|rules| !rules.questions.is_empty())
    }

    fn go(self, step: Step) {
        self.rules.with_value(|rules| browser::go_to(&step.fragment(rules)));
        self.step.set(step);
    }

    /// What "Next" does; `false` when a question still wants an answer.
    fn next(self) -> bool {
        let next = match self.step.get_untracked() {
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
        let last = |live: Self| live.interview(|interview| interview.last()).map_or(Step::Page, Step::Question);
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

fn listen(live: Live, elements: StoredValue<Elements, LocalStorage>) {
    browser::listen_to_history(move || live.step.set(live.step_of_address()));
    let root = elements.with_value(|elements| elements.root.clone());
    browser::listen(&root, "change", move |event| change(live, elements, event));
    browser::listen(&root, "click", move |event| click(live, elements, event));
}

/// A radio button or a tick was changed.
fn change(live: Live, elements: StoredValue<Elements, LocalStorage>, event: &Event) {
    if let Some(choice) = browser::closest(event, "[data-option]") {
        let found = elements.with_value(|elements| elements.option(&choice));
        let Some((question, option)) = found else { return };
        let answer = option.map_or(Answer::DontKnow, Answer::Option);
        live.answers.update(|answers| answers.set(question, answer));
        elements.with_value(|elements| elements.hint(false));
    } else if let Some(card) = browser::closest(event, "[data-requirement]") {
        let found =
            elements.with_value(|elements| elements.item(&card).map(|(position, item)| (position, item.is_ticked())));
        let Some((position, ticked)) = found else { return };
        live.ticks.update(|ticks| {
            if let Some(tick) = ticks.get_mut(position) {
                *tick = ticked;
            }
        });
    }
}

/// A control was touched. Without this program the same elements are links to parts of the page.
fn click(live: Live, elements: StoredValue<Elements, LocalStorage>, event: &Event) {
    if browser::closest(event, "[data-action=ask]").is_some() {
        event.prevent_default();
        live.go(live.first());
    } else if browser::closest(event, "[data-action=restart]").is_some() {
        event.prevent_default();
        elements.with_value(Elements::clear);
        live.ticks.update(|ticks| ticks.fill(false));
        live.answers.set(Answers::new());
        live.go(live.first());
    } else if browser::closest(event, "[data-control=next]").is_some() {
        event.prevent_default();
        if !live.next() {
            elements.with_value(|elements| elements.hint(true));
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
