//! Which part of the page is on the screen, and the fragment by which the phone's own back button finds it again.

use domain::Rules;
use domain::interview::Next;
use domain::rules::QuestionIndex;

/// One screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The page as it was before it woke.
    Page,
    /// One question.
    Question(QuestionIndex),
    /// This person's list.
    List,
    /// Where, money, days, what happens after.
    End,
    /// An outcome in place of a list.
    Outcome(usize),
}

impl Step {
    /// The value of `data-step`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Question(_) => "question",
            Self::List => "list",
            Self::End => "end",
            Self::Outcome(_) => "outcome",
        }
    }

    /// The fragment without its `#`; empty for the page itself.
    pub(super) fn fragment(self, rules: &Rules) -> String {
        match self {
            Self::Page => String::new(),
            Self::Question(question) => {
                let id = rules.questions.get(usize::from(question)).map_or("", |question| &question.id);
                ["hoi-", id].concat()
            }
            Self::List => "giay".to_owned(),
            Self::End => "di-nop".to_owned(),
            Self::Outcome(_) => "ket-qua".to_owned(),
        }
    }

    /// The screen a fragment names; `None` for any other part of the page, such as the target of the skip link.
    /// `Outcome(0)` stands for whichever outcome holds.
    pub(super) fn parse(fragment: &str, rules: &Rules) -> Option<Self> {
        match fragment {
            "" => Some(Self::Page),
            "giay" => Some(Self::List),
            "di-nop" => Some(Self::End),
            "ket-qua" => Some(Self::Outcome(0)),
            "hoi" => Some(Self::question(rules, 0)),
            _ => {
                let id = fragment.strip_prefix("hoi-")?;
                let position = rules.questions.iter().position(|question| question.id == id)?;
                Some(Self::question(rules, position))
            }
        }
    }

    fn question(rules: &Rules, position: usize) -> Self {
        match QuestionIndex::try_from(position) {
            Ok(question) if position < rules.questions.len() => Self::Question(question),
            _ => Self::Page,
        }
    }
}

impl From<Next> for Step {
    fn from(next: Next) -> Self {
        match next {
            Next::Question(question) => Self::Question(question),
            Next::Outcome(outcome) => Self::Outcome(outcome),
            Next::List => Self::List,
        }
    }
}
