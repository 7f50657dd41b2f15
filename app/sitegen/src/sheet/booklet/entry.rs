//! One procedure in the booklet: what its page says, as far as it helps on paper.

use domain::procedure::{Amount, Fee, Limit, Outcome, Span};
use domain::requirement::{Group, Kind};
use domain::site::Event;
use domain::{Condition, Procedure, Requirement, Words};
use web::components::come_back::waiting;
use web::components::requirement_card::{channel_words, form_words, group_words, whose_words};
use web::components::said::grouped;

use super::{Booklet, front, qr};
use crate::sheet::html::Html;
use crate::sheet::words;

/// The groups of what everybody needs, in the order of the page.
const GROUPS: [Group; 6] = [Group::Bring, Group::Come, Group::Know, Group::MadeThere, Group::Collect, Group::IfYouHave];

impl Booklet<'_> {
    pub(super) fn procedure(&self, html: &mut Html, event: &Event, procedure: &Procedure) {
        html.within("header", "", |html| {
            self.picture(html, &procedure.picture);
            html.within("div", "", |html| {
                html.element("p", "small", &event.words.text);
                html.element("h2", "", &procedure.plain.text);
                html.element(
                    "p",
                    "small",
                    format!("{} · {} {}", procedure.official.text, self.messages.code.text, procedure.code),
                );
            });
            html.element("b", "number", front::number(procedure));
            qr::draw(html, &super::address(self.site, &procedure.slug));
        });
        html.within("div", "columns", |html| {
            self.everybody(html, procedure);
            self.some(html, procedure);
            self.other_cases(html, procedure);
            self.place(html, procedure);
            self.money(html, procedure);
            self.time(html, procedure);
        });
        html.element("p", "small foot", self.foot(procedure));
    }

    fn everybody(&self, html: &mut Html, procedure: &Procedure) {
        html.element("h3", "", &self.messages.everybody.text);
        for group in GROUPS {
            let needed: Vec<_> = procedure
                .requirements
                .iter()
                .filter(|requirement| requirement.group() == group && requirement.when == Condition::Always)
                .collect();
            if needed.is_empty() {
                continue;
            }
            html.element("h4", "", &group_words(self.messages, group).text);
            html.within("ul", "needs", |html| {
                needed.into_iter().for_each(|requirement| self.requirement(html, procedure, requirement));
            });
        }
    }

    fn some(&self, html: &mut Html, procedure: &Procedure) {
        let mut depending = procedure.requirements.iter().filter(|it| it.when != Condition::Always).peekable();
        if depending.peek().is_none() {
            return;
        }
        html.element("h3", "", &self.messages.some.text);
        html.within("ul", "needs", |html| {
            depending.for_each(|requirement| self.requirement(html, procedure, requirement));
        });
    }

    fn requirement(&self, html: &mut Html, procedure: &Procedure, requirement: &Requirement) {
        let messages = self.messages;
        html.within("li", "", |html| {
            // What is made at the counter is not carried, so there is nothing to tick at home.
            if requirement.group() != Group::MadeThere {
                html.element("span", "box", "");
            }
            self.picture(html, &requirement.picture);
            html.within("span", "", |html| {
                let count = if requirement.count > 1 { format!("{} ", requirement.count) } else { String::new() };
                html.element("b", "", format!("{count}{}", requirement.plain.text));
                let whose = requirement.whose.filter(|_| requirement.kind == Kind::Paper);
                let parts = [
                    whose.map(|whose| whose_words(messages, whose).text.as_str()),
                    requirement.form.map(|form| form_words(messages, form).text.as_str()),
                ];
                for part in parts.into_iter().flatten() {
                    html.text(format!(", {part}"));
                }
                html.text(".");
                self.when(html, procedure, requirement);
                let papers = requirement.documents.iter().filter_map(|id| self.site.documents.get(id));
                let papers: Vec<&str> = papers.map(|paper| paper.plain.text.as_str()).collect();
                if papers.len() > 1 {
                    html.text(format!(" {} {}.", messages.any_one.text, papers.join("; ")));
                }
                said(html, requirement.note.as_ref());
                let days = words::days(requirement.from, requirement.until);
                if !days.is_empty() {
                    html.text(format!(" Áp dụng {days}."));
                }
            });
        });
    }

    fn when(&self, html: &mut Html, procedure: &Procedure, requirement: &Requirement) {
        let messages = self.messages;
        let when = words::condition(procedure, &requirement.when);
        if !when.is_empty() {
            html.element("i", "", format!(" {} {when}.", messages.needed_when.text));
        }
        let replaced = requirement.instead_of.as_ref();
        if let Some(other) = replaced.and_then(|id| procedure.requirements.iter().find(|other| other.id == *id)) {
            html.text(format!(" {} {}.", messages.instead.text, other.plain.text));
        }
    }

    fn other_cases(&self, html: &mut Html, procedure: &Procedure) {
        if procedure.outcomes.is_empty() {
            return;
        }
        html.element("h3", "", &self.messages.other_cases.text);
        html.within("ul", "cases", |html| {
            procedure.outcomes.iter().for_each(|outcome| self.outcome(html, procedure, outcome));
        });
    }

    fn outcome(&self, html: &mut Html, procedure: &Procedure, outcome: &Outcome) {
        html.within("li", "", |html| {
            let when = words::condition(procedure, &outcome.when);
            html.element("i", "", format!("{} {when}: ", self.messages.if_so.text));
            html.element("b", "", &outcome.words.text);
            said(html, outcome.reason.as_ref());
            let other = outcome.procedure.as_ref();
            if let Some(other) = other.and_then(|slug| self.site.procedures.iter().find(|it| it.slug == *slug)) {
                html.text(format!(" {}: {}, số ", self.messages.go_there.text, other.plain.text));
                html.element("b", "", front::number(other));
                html.text(".");
            }
        });
    }

    fn place(&self, html: &mut Html, procedure: &Procedure) {
        let messages = self.messages;
        html.element("h3", "", &messages.where_to.text);
        html.within("p", "", |html| {
            let office = self.site.commune.office(procedure.receives);
            match office {
                Some(office) => {
                    html.element("b", "", &office.plain.text);
                    html.text(format!(" ({}). ", office.official.text));
                }
                None => html.element("b", "", format!("{}. ", words::office(procedure.receives))),
            }
            let place = office.and_then(|office| office.place.as_ref()).unwrap_or(&messages.place_unknown);
            let hours = office.and_then(|office| office.hours.as_ref()).unwrap_or(&messages.hours_unknown);
            html.text(format!("{}. {}.", bare(&place.text), bare(&hours.text)));
            if let Some(phone) = office.and_then(|office| office.phone.as_ref()) {
                html.text(format!(" {}.", messages.call.text.replace("{n}", phone)));
            }
        });
        html.within("p", "", |html| {
            html.text(format!("{}: ", messages.any_commune.text));
            let ways: Vec<&str> =
                procedure.channels.iter().map(|channel| channel_words(messages, channel.kind).text.as_str()).collect();
            html.text(format!("{}.", ways.join("; ").to_lowercase()));
        });
        html.element("p", "", format!("{}: {}", messages.applicants.text, procedure.applicants.text));
    }

    fn money(&self, html: &mut Html, procedure: &Procedure) {
        html.element("h3", "", &self.messages.money.text);
        html.within("ul", "cases", |html| {
            procedure.fees.iter().for_each(|fee| self.fee(html, procedure, fee));
        });
    }

    fn fee(&self, html: &mut Html, procedure: &Procedure, fee: &Fee) {
        let messages = self.messages;
        html.within("li", "", |html| {
            html.text(format!("{}: ", fee.words.text));
            let amount = match fee.amount {
                Amount::Free => messages.free.text.to_lowercase(),
                Amount::Dong(dong) => messages.dong.text.replace("{n}", &grouped(dong)),
                Amount::Ask => messages.ask_clerk.text.clone(),
            };
            html.element("b", "", amount);
            html.text(".");
            self.condition(html, procedure, &fee.when, &words::days(fee.from, fee.until));
            if !fee.exemptions.is_empty() {
                let exempt: Vec<&str> = fee.exemptions.iter().map(|words| bare(&words.text)).collect();
                html.text(format!(" {} {}.", messages.free_if.text, exempt.join("; ")));
            }
        });
    }

    fn time(&self, html: &mut Html, procedure: &Procedure) {
        let messages = self.messages;
        html.element("h3", "", &messages.days.text);
        html.within("ul", "cases", |html| {
            html.within("li", "", |html| {
                let said = waiting(messages, &procedure.wait).into_iter().map(|(words, weeks)| match weeks {
                    Some(weeks) => words.text.replace("{n}", &weeks),
                    None => words.text.clone(),
                });
                html.element("b", "", said.collect::<Vec<_>>().join(". "));
                html.text(format!(". {}", procedure.wait.words.text));
            });
            procedure.limits.iter().for_each(|limit| self.limit(html, procedure, limit));
            html.element("li", "", format!("{} {}", messages.who_collects.text, procedure.collects.text));
        });
        if let Some(deadline) = &procedure.deadline {
            html.element("h3", "", &messages.deadline.text);
            html.within("p", "", |html| {
                html.element("b", "", &deadline.late.text);
                html.text(format!(" {}", deadline.words.text));
            });
        }
    }

    fn limit(&self, html: &mut Html, procedure: &Procedure, limit: &Limit) {
        let messages = self.messages;
        let days = |words: &Words, days: u16| words.text.replace("{n}", &days.to_string());
        let span = match limit.span {
            Span::Ask => messages.ask_clerk.text.clone(),
            Span::SameDay => messages.same_day.text.to_lowercase(),
            Span::WorkingDays(number) => days(&messages.working_days, number),
            Span::Days(number) if limit.adds => days(&messages.plus, number),
            Span::Days(number) => days(&messages.calendar_days, number),
        };
        html.within("li", "", |html| {
            html.text(format!("{}: {span}.", limit.words.text));
            self.condition(html, procedure, &limit.when, &words::days(limit.from, limit.until));
        });
    }

    fn condition(&self, html: &mut Html, procedure: &Procedure, when: &Condition, days: &str) {
        let when = words::condition(procedure, when);
        if !when.is_empty() {
            html.element("i", "", format!(" {} {when}.", self.messages.if_so.text));
        }
        if !days.is_empty() {
            html.text(format!(" Áp dụng {days}."));
        }
    }

    /// How far one may trust this, and until when.
    fn foot(&self, procedure: &Procedure) -> String {
        let messages = self.messages;
        let on = |words: &Words, day: domain::Date| words.text.replace("{n}", &day.dd_mm_yyyy());
        let approved = match &procedure.approved {
            Some(approval) => on(&messages.approved, approval.date),
            None => messages.not_approved.text.clone(),
        };
        let sources: Vec<&str> = procedure.sources.iter().map(|source| source.title.as_str()).collect();
        format!(
            "{}. {}. {}. {}: {}.",
            on(&messages.checked, procedure.checked),
            on(&messages.valid_until, procedure.review_by),
            approved,
            messages.sources.text,
            sources.join("; ")
        )
    }
}

/// One sentence more, after a space.
fn said(html: &mut Html, words: Option<&Words>) {
    if let Some(words) = words {
        html.text(format!(" {}", words.text));
    }
}

fn bare(sentence: &str) -> &str {
    sentence.trim_end_matches('.')
}
