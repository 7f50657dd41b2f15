//! One administrative procedure with everything that is said about it.

use serde::{Deserialize, Serialize};

use crate::Commune;
use crate::calendar::Date;
use crate::condition::Condition;
use crate::office::OfficeKind;
use crate::question::Question;
use crate::requirement::Requirement;
use crate::rules::{OutcomeRule, QuestionRule, RequirementRule, Rules};
use crate::words::Words;

/// One procedure, compiled from `content/procedures/<slug>.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Procedure {
    /// Never reused, 1 to 499; the whole-procedure number on walls and in phone calls.
    pub number: u16,
    /// Content id = file name = address.
    pub slug: String,
    /// Code on the National Public Service Portal.
    pub code: String,
    /// Exact official name.
    pub official: Words,
    /// What it is in plain words: "Làm giấy khai sinh cho con".
    pub plain: Words,
    /// At most 18 letters of the GSM 7-bit alphabet, for messages; no other procedure has the same.
    pub sms: String,
    /// What people call it, for search.
    pub everyday: Vec<String>,
    /// Life event id.
    pub event: String,
    /// Pictogram id.
    pub picture: String,
    /// Official sector: "Hộ tịch".
    pub sector: String,
    /// At which level of the State it is decided.
    pub level: Level,
    /// Who may apply.
    pub applicants: Words,
    /// Which kind of office receives and which decides.
    pub receives: OfficeKind,
    /// Who decides, exactly.
    pub decides: Words,
    /// Ways to hand it in.
    pub channels: Vec<Channel>,
    /// In the order they are asked.
    pub questions: Vec<Question>,
    /// In the order they are listed.
    pub requirements: Vec<Requirement>,
    /// In order of precedence.
    pub outcomes: Vec<Outcome>,
    /// What to do before going, at the counter, after, and on collecting.
    pub steps: Steps,
    /// What it costs.
    pub fees: Vec<Fee>,
    /// How long the office has.
    pub limits: Vec<Limit>,
    /// How long the citizen has.
    pub deadline: Option<Deadline>,
    /// How long one waits in all.
    pub wait: Wait,
    /// Who may collect the result, and with what.
    pub collects: Words,
    /// Rows of the official record that name a paper; `None` where there is no record.
    pub portal_rows: Option<u8>,
    /// What one gets.
    pub result: Words,
    /// Common reasons for being turned back, each with what to do about it.
    pub turned_back: Vec<Words>,
    /// Related and better procedures.
    pub related: Vec<Related>,
    /// Whether the list itself can shame or endanger: ticks are then kept only on request.
    pub sensitive: bool,
    /// Legal basis.
    pub law: Vec<Law>,
    /// Where the facts were read.
    pub sources: Vec<Source>,
    /// When they were last checked.
    pub checked: Date,
    /// When to look again at the latest; the list counts as right to the end of this day.
    pub review_by: Date,
    /// Who at the commune has approved the list; none yet.
    pub approved: Option<Approval>,
    /// What could not be confirmed.
    pub open_points: Vec<Words>,
}

impl Procedure {
    /// The same without words. `always_at_birth` says for a requirement's number what the lock file froze, and `None`
    /// when the number was never given out.
    pub fn rules(&self, commune: &Commune, always_at_birth: impl Fn(u8) -> Option<bool>) -> Rules {
        let position = |id: &str| {
            let found = self.requirements.iter().position(|requirement| requirement.id == id)?;
            u8::try_from(found).ok()
        };
        Rules {
            procedure: self.number,
            commune: commune.number,
            numbered: (0..u8::MAX).rev().find(|number| always_at_birth(*number).is_some()).map_or(0, |last| last + 1),
            facts: commune.facts.clone(),
            questions: self
                .questions
                .iter()
                .map(|question| QuestionRule {
                    id: question.id.clone(),
                    options: question.options.iter().map(|option| option.id.clone()).collect(),
                    when: question.when.clone(),
                })
                .collect(),
            requirements: self
                .requirements
                .iter()
                .map(|requirement| RequirementRule {
                    number: requirement.number,
                    id: requirement.id.clone(),
                    need: requirement.need,
                    group: requirement.group(),
                    when: requirement.when.clone(),
                    instead_of: requirement.instead_of.as_deref().and_then(position),
                    from: requirement.from,
                    until: requirement.until,
                    always_at_birth: always_at_birth(requirement.number).unwrap_or(false),
                })
                .collect(),
            outcomes: self
                .outcomes
                .iter()
                .map(|outcome| OutcomeRule {
                    id: outcome.id.clone(),
                    when: outcome.when.clone(),
                    ends: outcome.ends,
                    from: outcome.from,
                    until: outcome.until,
                })
                .collect(),
        }
    }
}

/// Levels of the State; since 1 July 2025 there is no district.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Level {
    /// Xã, phường.
    Commune,
    /// Tỉnh.
    Province,
    /// A ministry.
    Central,
}

/// A way to hand a file in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChannelKind {
    /// At the commune's counter.
    Counter,
    /// Staff file it online for the person.
    AssistedOnline,
    /// Own phone with VNeID level 2.
    Online,
    /// By post.
    Post,
}

/// One way with what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    /// Which way.
    pub kind: ChannelKind,
    /// A sentence about it.
    pub note: Option<Words>,
}

/// Where a path ends instead of in a list, or a piece of advice beside the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Content id, unique within the procedure.
    pub id: String,
    /// When it is reached.
    pub when: Condition,
    /// What kind of end.
    pub kind: OutcomeKind,
    /// Whether it stands in place of the list or beside it.
    pub ends: bool,
    /// The sentence that says it.
    pub words: Words,
    /// Why.
    pub reason: Option<Words>,
    /// The other procedure (slug), for [`OutcomeKind::OtherProcedure`].
    pub procedure: Option<String>,
    /// The rule it comes from.
    pub source: Option<Law>,
    /// First day it can be reached.
    pub from: Option<Date>,
    /// Last day it can be reached.
    pub until: Option<Date>,
}

/// Kinds of outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutcomeKind {
    /// Another procedure is the right one.
    OtherProcedure,
    /// Not possible yet, with the reason.
    NotYet,
    /// Ask before going.
    AskFirst,
    /// "Không cần mang giấy gì, chỉ cần người đi."
    NothingToBring,
}

/// What to do, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steps {
    /// Before going.
    pub before: Vec<Step>,
    /// At the counter.
    pub counter: Vec<Step>,
    /// After handing in.
    pub after: Vec<Step>,
    /// On the day of collecting.
    pub collecting: Vec<Step>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The sentence that says it.
    pub words: Words,
    /// Pictogram id.
    pub picture: Option<String>,
}

/// How long a person waits in all, from handing in to holding the result: what the office's clock counts and what it
/// does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wait {
    /// Weeks at the least, rounded up; 0 is the same day.
    pub least: u8,
    /// Weeks at the most, rounded up; `None` where nobody can say.
    pub most: Option<u8>,
    /// What it is made of.
    pub words: Words,
}

/// One fee. A province's amount that nobody confirmed is [`Amount::Ask`], never a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    /// Content id, unique within the procedure.
    pub id: String,
    /// What for.
    pub words: Words,
    /// How much.
    pub amount: Amount,
    /// When it applies.
    pub when: Condition,
    /// Who pays nothing, as a list: no question is asked that only changes a fee.
    pub exemptions: Vec<Words>,
    /// The rule it comes from.
    pub source: Law,
    /// First day it applies.
    pub from: Option<Date>,
    /// Last day it applies.
    pub until: Option<Date>,
}

/// How much a fee is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amount {
    /// Nothing.
    Free,
    /// So many đồng.
    Dong(u32),
    /// Not confirmed: "hỏi cán bộ".
    Ask,
}

/// How long the office has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// Content id, unique within the procedure.
    pub id: String,
    /// What it is about, in plain words.
    pub words: Words,
    /// How long.
    pub span: Span,
    /// When it applies (answers or office facts).
    pub when: Condition,
    /// Whether it comes on top of the others (+10 days of mountain communes).
    pub adds: bool,
    /// What the clock does not count.
    pub not_counted: Vec<Words>,
    /// The rule it comes from.
    pub source: Law,
    /// First day it applies.
    pub from: Option<Date>,
    /// Last day it applies.
    pub until: Option<Date>,
}

/// A length of time as offices count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Span {
    /// While one waits; handed in after 15:00, on the next working day.
    SameDay,
    /// Working days; the first day is not counted.
    WorkingDays(u16),
    /// Calendar days.
    Days(u16),
    /// Not confirmed: "hỏi cán bộ".
    Ask,
}

/// How long the citizen has, and that late is still possible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// What to say about lateness; comes first: "Quá hạn vẫn làm được."
    pub late: Words,
    /// The deadline in words.
    pub words: Words,
    /// Calendar days from the event.
    pub days: u16,
    /// The rule it comes from.
    pub source: Law,
}

/// Another procedure worth knowing about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Slug, when the procedure is guided here; else its national code stands alone.
    pub procedure: Option<String>,
    /// National code.
    pub code: String,
    /// Under which condition it is the better one, or how it is related.
    pub words: Words,
    /// Whether it is better, rather than only related.
    pub better: bool,
}

/// A rule's place in the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Law {
    /// Number and name: "Luật Hộ tịch 60/2014/QH13".
    pub law: String,
    /// Articles: "Điều 13–16".
    pub article: Option<String>,
    /// Date of the text that was read.
    pub date: Option<Date>,
    /// What the plain words may not lose: numbers, "miễn", "trừ" …
    pub must_keep: Vec<String>,
}

/// Where facts were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What it is.
    pub title: String,
    /// Where it is found.
    pub url: Option<String>,
    /// State of the text.
    pub date: Date,
}

/// Who stands for the list at the commune.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Which office.
    pub office: String,
    /// In which role; never a name.
    pub role: String,
    /// When.
    pub date: Date,
}
