//! One procedure without its words: what the browser needs to ask, to shorten the list and to say why.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::condition::{Condition, Facts};
use crate::requirement::{Group, Need};

/// Position of a question in [`Rules::questions`]. Never stored: records and numbers use ids.
pub type QuestionIndex = u8;
/// Position of an option in [`QuestionRule::options`]. Never stored.
pub type OptionIndex = u8;

/// The rules of one procedure at one commune.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// The procedure's number, never reused.
    pub procedure: u16,
    /// The commune's number, as the list's number carries it.
    pub commune: u8,
    /// How many requirement numbers were ever given out, those of requirements that are gone too: a list's number that
    /// speaks of more was made with newer content.
    pub numbered: u8,
    /// What is known about that commune's office.
    pub facts: Facts,
    /// In the order they are asked.
    pub questions: Vec<QuestionRule>,
    /// In the order they are listed.
    pub requirements: Vec<RequirementRule>,
    /// In order of precedence.
    pub outcomes: Vec<OutcomeRule>,
}

/// What may be answered, and when it is asked at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionRule {
    /// The content id.
    pub id: String,
    /// Ids of the options; "không biết" is always there besides and has none.
    pub options: Vec<String>,
    /// Looks at earlier questions only.
    pub when: Condition,
}

/// When one requirement is on the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequirementRule {
    /// Never reused within the procedure; the bit in the list's number.
    pub number: u8,
    /// The content id.
    pub id: String,
    /// Needed, or only to be taken along if it lies at home.
    pub need: Need,
    /// Under which heading it stands.
    pub group: Group,
    /// When it applies.
    pub when: Condition,
    /// Position of the requirement that this one replaces when it applies for certain.
    pub instead_of: Option<u8>,
    /// First day it applies.
    pub from: Option<Date>,
    /// Last day it applies.
    pub until: Option<Date>,
    /// Whether it was always needed when it was first published (frozen in `content/numbers.lock.toml`).
    pub always_at_birth: bool,
}

impl RequirementRule {
    /// Whether it is in force on a day; first and last day count.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        is_within(self.from, self.until, day)
    }
}

/// Where a path ends instead of in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeRule {
    /// The content id.
    pub id: String,
    /// When it is reached.
    pub when: Condition,
    /// Whether it stands in place of the list (`true`) or beside it as advice.
    pub ends: bool,
    /// First day it can be reached.
    pub from: Option<Date>,
    /// Last day it can be reached.
    pub until: Option<Date>,
}

impl OutcomeRule {
    /// Whether it is in force on a day; first and last day count.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        is_within(self.from, self.until, day)
    }
}

/// Whether a day lies within what a fact says of its days; first and last day count.
pub(crate) fn is_within(from: Option<Date>, until: Option<Date>, day: Date) -> bool {
    let until = until.filter(|_| !cfg!(feature = "fault-ignore-until"));
    from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
}
