//! What follows from the answers: what to bring, who comes along, what to know, and how sure that is.

use crate::calendar::Date;
use crate::condition::{Condition, Truth};
use crate::interview::Answers;
use crate::requirement::{Group, Need};
use crate::rules::{OptionIndex, QuestionIndex, Rules};

/// How sure it is that something is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Without it the file may be turned back.
    Needed,
    /// "Có ở nhà thì mang theo, không có vẫn nộp được."
    IfYouHave,
    /// What it depends on is not known: "hỏi giấy này trước khi đi".
    Perhaps,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Position in [`Rules::requirements`].
    pub requirement: usize,
    /// The heading it stands under.
    pub group: Group,
    /// How sure it is.
    pub certainty: Certainty,
    /// The answers that put it there, for "vì …"; empty when everybody needs it or when that is not known.
    pub reasons: Vec<(QuestionIndex, OptionIndex)>,
}

impl Item {
    /// Whether progress counts it: what is needed, or perhaps needed, on the day the file is handed in. What is
    /// written at the office, only taken along, or only needed on collecting is nothing to get ready now.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.certainty != Certainty::IfYouHave && matches!(self.group, Group::Bring | Group::Come | Group::Know)
    }
}

/// One person's list, in the order of the requirements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checklist {
    items: Vec<Item>,
    later: Vec<Item>,
    may_end: bool,
}

impl Checklist {
    /// What is needed today under these answers. What is not known hides nothing: a requirement leaves the list only
    /// when its condition fails, when today lies outside its days, or when another one that replaces it holds for
    /// certain.
    #[must_use]
    pub fn of(rules: &Rules, answers: &Answers, today: Date) -> Self {
        let may_hold = |when: &Condition| when.truth(rules, answers, &rules.facts) != Truth::Fails;
        Self::over(rules, today, may_hold, |day| items_on(rules, answers, day))
    }

    /// The list of today, and of what the lists of later days have besides. `may_hold` says of an outcome's condition
    /// whether it may be so.
    pub(crate) fn over(
        rules: &Rules,
        today: Date,
        may_hold: impl Fn(&Condition) -> bool,
        items_on: impl Fn(Date) -> Vec<Item>,
    ) -> Self {
        let items = items_on(today);
        let mut later: Vec<Item> = Vec::new();
        for day in turning_days(rules, today) {
            for item in items_on(day) {
                let same = |other: &Item| other.requirement == item.requirement;
                let is_new = !items.iter().any(same) && !later.iter().any(same);
                if is_new && !cfg!(feature = "fault-forget-later") {
                    later.push(item);
                }
            }
        }
        let may_end =
            rules.outcomes.iter().any(|outcome| outcome.ends && outcome.is_in_force(today) && may_hold(&outcome.when));
        Self { items, later, may_end }
    }

    /// What is on the list today.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What is not on the list today but will be on a later day, when rules that are already known take over. A
    /// list that leaves this phone carries it, so that it is right on the day it is opened.
    #[must_use]
    pub fn later(&self) -> &[Item] {
        &self.later
    }

    /// Whether an outcome may stand in place of this list: one hangs on an answer that nobody has given or that the
    /// person does not know, or on a fact of the office that nobody has confirmed. A question that is not asked leaves
    /// nothing open.
    #[must_use]
    pub fn may_end(&self) -> bool {
        self.may_end
    }

    /// The line of one requirement (position in [`Rules::requirements`]), if it is on the list.
    #[must_use]
    pub fn item(&self, requirement: usize) -> Option<&Item> {
        self.items.iter().find(|item| item.requirement == requirement)
    }

    /// The lines under their headings, in the order of the headings, without empty ones.
    #[must_use]
    pub fn groups(&self) -> Vec<(Group, Vec<&Item>)> {
        const ORDER: [Group; 6] =
            [Group::Bring, Group::Come, Group::Know, Group::MadeThere, Group::IfYouHave, Group::Collect];
        ORDER
            .into_iter()
            .map(|group| (group, self.items.iter().filter(|item| item.group == group).collect::<Vec<_>>()))
            .filter(|(_, items)| !items.is_empty())
            .collect()
    }

    /// How far somebody is. `have` says by a requirement's position whether it is there; see [`Item::counts`].
    pub fn progress(&self, have: impl Fn(usize) -> bool) -> Progress {
        let counted = self.items.iter().filter(|item| item.counts());
        counted.fold(Progress { have: 0, total: 0 }, |so_far, item| Progress {
            have: so_far.have + usize::from(have(item.requirement)),
            total: so_far.total + 1,
        })
    }

    /// Whether one may go. `have` says by a requirement's position whether it is there.
    pub fn enough(&self, have: impl Fn(usize) -> bool) -> Enough {
        let open = || self.items.iter().filter(|item| item.counts() && !have(item.requirement));
        match open().filter(|item| item.certainty == Certainty::Needed).count() {
            0 if cfg!(feature = "fault-enough-too-soon") => Enough::Complete,
            0 if open().next().is_none() && !self.may_end => Enough::Complete,
            0 => Enough::AlmostComplete,
            missing => Enough::Missing(missing),
        }
    }
}

/// How many of the counted things are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Those that are there.
    pub have: usize,
    /// All of them.
    pub total: usize,
}

/// Whether one may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Enough {
    /// "Đủ giấy tờ rồi": nothing is open.
    Complete,
    /// "Gần đủ: hỏi giấy này trước khi đi": only things that are perhaps needed are open, or whether there is anything
    /// to hand in at all; see [`Checklist::may_end`].
    AlmostComplete,
    /// So many things that are surely needed are not there.
    Missing(usize),
}

impl Enough {
    /// The same when so many things more are wanted, such as what a clerk has asked for besides the list.
    #[must_use]
    pub fn and_missing(self, more: usize) -> Self {
        match (self, more) {
            (_, 0) => self,
            (Self::Missing(missing), _) => Self::Missing(missing + more),
            (Self::Complete | Self::AlmostComplete, _) => Self::Missing(more),
        }
    }
}

/// How sure a requirement of this kind is under a condition's truth; `None` when it is not on the list.
pub(crate) fn certainty(need: Need, truth: Truth) -> Option<Certainty> {
    match (truth, need) {
        (Truth::Fails, _) => None,
        (_, Need::IfYouHave) => Some(Certainty::IfYouHave),
        (Truth::Holds, Need::Needed) => Some(Certainty::Needed),
        (Truth::Unknown, Need::Needed) if cfg!(feature = "fault-hide-unknown") => None,
        (Truth::Unknown, Need::Needed) => Some(Certainty::Perhaps),
    }
}

fn items_on(rules: &Rules, answers: &Answers, day: Date) -> Vec<Item> {
    let truths: Vec<Truth> = rules
        .requirements
        .iter()
        .map(|rule| if rule.is_in_force(day) { rule.when.truth(rules, answers, &rules.facts) } else { Truth::Fails })
        .collect();
    let replaced = replaced(rules, &truths);
    let mut items = Vec::new();
    for (requirement, (rule, truth)) in rules.requirements.iter().zip(truths).enumerate() {
        if let Some(certainty) = certainty(rule.need, truth)
            && !replaced.contains(&requirement)
        {
            let reasons = rule.when.reasons(rules, answers, &rules.facts);
            items.push(Item { requirement, group: rule.group, certainty, reasons });
        }
    }
    items
}

/// Positions of the requirements that one which holds for certain replaces, directly or by way of others.
fn replaced(rules: &Rules, truths: &[Truth]) -> Vec<usize> {
    let mut replaced = Vec::new();
    let replaces = |truth| truth == Truth::Holds || cfg!(feature = "fault-replace-perhaps") && truth == Truth::Unknown;
    for (requirement, _) in truths.iter().enumerate().filter(|(_, truth)| replaces(**truth)) {
        // What this one replaces has then been replaced together with it. Content that goes round in circles, which
        // `sitegen check` refuses, keeps one of the circle and hangs no telephone.
        if replaced.contains(&requirement) {
            continue;
        }
        let mut next = instead_of(rules, requirement);
        while let Some(position) = next
            && position != requirement
            && !replaced.contains(&position)
        {
            replaced.push(position);
            next = instead_of(rules, position);
        }
    }
    replaced
}

fn instead_of(rules: &Rules, requirement: usize) -> Option<usize> {
    rules.requirements.get(requirement)?.instead_of.map(usize::from)
}

/// The days after today on which a requirement comes into force or ceases to be, each once.
fn turning_days(rules: &Rules, today: Date) -> Vec<Date> {
    let mut days = Vec::new();
    for rule in &rules.requirements {
        for day in [rule.from, rule.until.map(|until| until.plus_days(1))].into_iter().flatten() {
            if day > today && !days.contains(&day) {
                days.push(day);
            }
        }
    }
    days
}

#[cfg(test)]
mod tests;
