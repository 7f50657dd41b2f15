//! The elements of the page that change, found once, in the order of the rules.

use domain::list_number;
use domain::rules::{OptionIndex, QuestionIndex};
use domain::{Answer, Answers, Rules};

use crate::browser::{self, Element, net};

/// Everything that is written to.
pub(super) struct Elements {
    pub(super) root: Element,
    pub(super) main: Element,
    /// By position of the question.
    pub(super) questions: Vec<QuestionElements>,
    /// By position of the requirement.
    pub(super) items: Vec<ItemElements>,
    /// By position of the outcome.
    pub(super) outcomes: Vec<OutcomeElements>,
    /// Sections of the list, each with its `<ul>`, by the name of the group.
    pub(super) groups: Vec<(String, Element, Element)>,
    pub(super) next: Option<Element>,
    hint: Option<Element>,
    counts: Vec<(String, Element)>,
    verdicts: Vec<Element>,
    pub(super) title: Option<Element>,
    pub(super) list_title: Option<Element>,
    ask: Option<Element>,
    resume: Option<Element>,
    numbers: Vec<Element>,
    /// Shown from the first tick on.
    begun: Option<Element>,
    /// The list once more, small, at the end.
    pub(super) summary: Option<Element>,
    /// The way to what the clerk is shown.
    card: Option<Element>,
}

/// One question.
pub(super) struct QuestionElements {
    pub(super) section: Element,
    /// Whether its answer may not be written down.
    pub(super) sensitive: bool,
    pub(super) words: Option<Element>,
    options: Vec<Element>,
}

/// One requirement's card.
pub(super) struct ItemElements {
    pub(super) card: Element,
    /// The `<ul>` in which it stands while the page is plain.
    pub(super) home: Element,
    tick: Element,
    /// The answers it may be needed for, each by the id of its words.
    pub(super) reasons: Vec<(String, Element)>,
}

/// One outcome.
pub(super) struct OutcomeElements {
    pub(super) card: Element,
    pub(super) words: Option<Element>,
    pub(super) reasons: Vec<(String, Element)>,
}

impl Elements {
    /// Finds them; `None` when one that the rules name is not there, because page and rules then do not belong
    /// together.
    pub(super) fn find(root: &Element, main: Element, rules: &Rules) -> Option<Self> {
        let by_id = |kind: &str, id: &str| browser::find(&main, &["[", kind, "=\"", id, "\"]"].concat());
        let questions = rules
            .questions
            .iter()
            .map(|question| {
                let section = by_id("data-question", &question.id)?;
                Some(QuestionElements {
                    sensitive: section.has_attribute("data-sensitive"),
                    words: browser::find(&section, ".question__words"),
                    options: browser::find_all(&section, "[data-option]"),
                    section,
                })
            })
            .collect::<Option<_>>()?;
        let items = rules
            .requirements
            .iter()
            .map(|requirement| {
                let card = by_id("data-requirement", &requirement.id)?;
                Some(ItemElements {
                    home: card.parent_element()?,
                    tick: browser::find(&card, "input")?,
                    reasons: reasons(&card),
                    card,
                })
            })
            .collect::<Option<_>>()?;
        let outcomes = rules
            .outcomes
            .iter()
            .map(|outcome| {
                let card = by_id("data-outcome", &outcome.id)?;
                Some(OutcomeElements { words: browser::find(&card, ".outcome__words"), reasons: reasons(&card), card })
            })
            .collect::<Option<_>>()?;
        let groups = browser::find_all(&main, "[data-group]")
            .into_iter()
            .filter_map(|section| {
                let list = browser::find(&section, "ul")?;
                Some((browser::attribute(&section, "data-group"), section, list))
            })
            .collect();
        Some(Self {
            questions,
            items,
            outcomes,
            groups,
            next: browser::find(root, "[data-control=next]"),
            hint: browser::find(&main, "[data-hint]"),
            counts: browser::find_all(&main, "[data-count]")
                .into_iter()
                .map(|element| (browser::attribute(&element, "data-count"), element))
                .collect(),
            verdicts: browser::find_all(&main, "[data-verdict]"),
            title: browser::find(&main, "h1"),
            list_title: browser::find(&main, ".list__title"),
            ask: browser::find(&main, "[data-action=ask]"),
            resume: browser::find(&main, "[data-action=resume]"),
            numbers: browser::find_all(&main, "[data-list-number]"),
            begun: browser::find(&main, "[data-begun]"),
            summary: browser::find(&main, "[data-summary]"),
            card: browser::find(&main, "[data-action=card]"),
            root: root.clone(),
            main,
        })
    }

    /// Question and option of a choice; no option for "không biết".
    pub(super) fn option(&self, choice: &Element) -> Option<(QuestionIndex, Option<OptionIndex>)> {
        self.questions.iter().enumerate().find_map(|(position, question)| {
            let option = question.options.iter().position(|option| option == choice)?;
            // "Không biết" is always the last.
            let option = (option + 1 < question.options.len()).then(|| OptionIndex::try_from(option).ok()).flatten();
            Some((QuestionIndex::try_from(position).ok()?, option))
        })
    }

    /// Position and elements of a requirement's card.
    pub(super) fn item(&self, card: &Element) -> Option<(usize, &ItemElements)> {
        self.items.iter().enumerate().find(|(_, item)| &item.card == card)
    }

    /// Puts that sentence to the answers of a question, above which it is shown.
    pub(super) fn hint_at(&self, question: usize) {
        let option = self.questions.get(question).and_then(|question| question.options.first());
        if let (Some(hint), Some(options)) = (&self.hint, option.and_then(|option| option.parent_element())) {
            browser::append(&options, hint);
        }
    }

    /// Shows or hides the sentence that an answer is wanted first.
    pub(super) fn hint(&self, shown: bool) {
        if let Some(hint) = &self.hint {
            browser::set_hidden(hint, !shown);
        }
    }

    /// Writes a number wherever the page has a place for it.
    pub(super) fn count(&self, name: &str, value: usize) {
        let value = value.to_string();
        for (_, element) in self.counts.iter().filter(|(own, _)| own == name) {
            browser::set_text(element, &value);
        }
    }

    /// Says whether one may go.
    pub(super) fn verdict(&self, verdict: &str) {
        // The first is the ticket itself, the others its sentences.
        for (position, element) in self.verdicts.iter().enumerate() {
            if position == 0 {
                browser::set_attribute(element, "data-verdict", verdict);
            } else {
                browser::set_hidden(element, browser::attribute(element, "data-verdict") != verdict);
            }
        }
    }

    /// Writes the list's digits in threes to read; and those that another browser goes on with.
    pub(super) fn number(&self, digits: &str, go_on: &str) {
        for element in &self.numbers {
            browser::set_attribute(element, "data-digits", go_on);
            browser::set_text(element, &list_number::in_threes(digits));
        }
    }

    /// Whether there is something to lose now: then the number is shown beside the list.
    pub(super) fn begun(&self, begun: bool) {
        if let Some(element) = &self.begun {
            browser::set_hidden(element, !begun);
        }
    }

    /// Lets the clerk's card say this list.
    pub(super) fn card(&self, digits: &str) {
        if let Some(card) = &self.card {
            let address = browser::attribute(card, "href");
            let page = address.split('#').next().unwrap_or_default();
            browser::set_attribute(card, "href", &[page, "#k-", digits].concat());
        }
    }

    /// Says whether the list is kept because somebody asked for it.
    pub(super) fn kept(&self, kept: bool) {
        browser::set_attribute(&self.main, "data-kept", if kept { "yes" } else { "no" });
    }

    /// How many things nobody can say yet.
    pub(super) fn unsure(&self, unsure: usize) {
        self.count("unsure", unsure);
        if let Some(ticket) = self.verdicts.first() {
            browser::set_attribute(ticket, "data-unsure", &unsure.to_string());
        }
    }

    /// Goes to the clerk's card of this list.
    pub(super) fn visit_card(&self) {
        if let Some(card) = &self.card {
            net::visit(&browser::attribute(card, "href"));
        }
    }

    /// Offers to go on with one's own list, in the place where questions are offered otherwise.
    pub(super) fn resumable(&self, resumable: bool) {
        for (element, shown) in [(&self.ask, !resumable), (&self.resume, resumable)] {
            if let Some(element) = element {
                browser::set_hidden(element, !shown);
            }
        }
    }

    /// Checks the inputs of exactly these answers.
    pub(super) fn choose_all(&self, answers: &Answers) {
        for (position, question) in self.questions.iter().enumerate() {
            let answer = QuestionIndex::try_from(position).ok().and_then(|position| answers.of(position));
            let chosen = answer.and_then(|answer| match answer {
                Answer::Option(option) => question.options.get(usize::from(option)),
                Answer::DontKnow => question.options.last(),
            });
            for option in &question.options {
                if let Some(input) = browser::find(option, "input") {
                    browser::set_checked(&input, Some(option) == chosen);
                }
            }
        }
    }

    /// Whether one of the answers may not be written down. Not knowing says nothing of anybody.
    pub(super) fn answers_are_sensitive(&self, answers: &Answers) -> bool {
        let given = |position| {
            QuestionIndex::try_from(position)
                .is_ok_and(|position| matches!(answers.of(position), Some(Answer::Option(_))))
        };
        self.questions.iter().enumerate().any(|(position, question)| question.sensitive && given(position))
    }

    /// Unchecks every input.
    pub(super) fn clear(&self) {
        for input in browser::find_all(&self.main, "input") {
            browser::set_checked(&input, false);
        }
    }
}

impl ItemElements {
    /// Ticks it, or unticks it.
    pub(super) fn tick(&self, ticked: bool) {
        browser::set_checked(&self.tick, ticked);
    }

    /// Whether it is ticked now, also by a touch from before the page woke.
    pub(super) fn is_ticked(&self) -> bool {
        browser::is_checked(&self.tick)
    }
}

fn reasons(card: &Element) -> Vec<(String, Element)> {
    browser::find_all(card, ".when__reasons [data-string$=\".because\"]")
        .into_iter()
        .map(|element| (browser::attribute(&element, "data-string"), element))
        .collect()
}
