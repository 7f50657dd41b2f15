//! Procedures.

use std::collections::BTreeMap;

use domain::procedure::{Approval, Channel, Law, Outcome, Procedure, Related, Source, Step, Steps, Wait};
use domain::question::{Choice, Question};
use domain::{Document, Words};

use super::condition::condition;
use super::requirement::requirement;
use super::{date, date_or_none, sentences, term, vocabulary, words_or_none};
use crate::content::Parsed;
use crate::schema;

/// One procedure. `None` when a condition, a day or a limit cannot be resolved.
pub(crate) fn procedure(
    parsed: &Parsed<schema::Procedure>,
    documents: &BTreeMap<String, Document>,
) -> Option<Procedure> {
    let (slug, source) = (&parsed.id, &parsed.data);
    let asked = &source.questions;
    let under = |tail: &str| format!("{slug}.{tail}");
    Some(Procedure {
        number: source.number,
        slug: slug.clone(),
        code: source.code.clone(),
        official: Words::new(under("official"), &source.official),
        plain: Words::new(under("plain"), &source.plain),
        sms: source.sms.clone(),
        everyday: source.everyday.clone(),
        event: source.event.clone(),
        picture: source.picture.clone(),
        sector: source.sector.clone(),
        level: vocabulary::level(source.level),
        applicants: Words::new(under("applicants"), &source.applicants),
        receives: vocabulary::office_kind(source.receives),
        decides: Words::new(under("decides"), &source.decides),
        channels: source.channels.iter().map(|source| channel(slug, source)).collect(),
        questions: asked.iter().map(|source| question(slug, source, asked)).collect::<Option<_>>()?,
        requirements: source
            .requirements
            .iter()
            .map(|source| requirement(slug, source, asked, documents))
            .collect::<Option<_>>()?,
        outcomes: source.outcomes.iter().map(|source| outcome(slug, source, asked)).collect::<Option<_>>()?,
        steps: Steps {
            before: steps(&under("steps.before"), &source.steps.before, &source.steps.pictures),
            counter: steps(&under("steps.counter"), &source.steps.counter, &source.steps.pictures),
            after: steps(&under("steps.after"), &source.steps.after, &source.steps.pictures),
            collecting: steps(&under("steps.collecting"), &source.steps.collecting, &source.steps.pictures),
        },
        fees: source.fees.iter().map(|source| term::fee(slug, source, asked)).collect::<Option<_>>()?,
        limits: source.limits.iter().map(|source| term::limit(slug, source, asked)).collect::<Option<_>>()?,
        deadline: match &source.deadline {
            Some(source) => Some(term::deadline(slug, source)?),
            None => None,
        },
        wait: wait(slug, &source.wait)?,
        collects: Words::new(under("collects"), &source.collects),
        portal_rows: source.portal_rows,
        result: Words::new(under("result"), &source.result),
        turned_back: sentences(&under("turned-back"), &source.turned_back),
        related: source.related.iter().map(|source| related(slug, source)).collect(),
        sensitive: source.sensitive,
        law: source.law.iter().map(law).collect::<Option<_>>()?,
        sources: source.sources.iter().map(self::source).collect::<Option<_>>()?,
        checked: date(&source.checked)?,
        review_by: date(&source.review_by)?,
        approved: match &source.approved {
            Some(source) => Some(approval(source)?),
            None => None,
        },
        open_points: sentences(&under("open"), &source.open_points),
    })
}

fn steps(prefix: &str, source: &schema::Strings, pictures: &schema::Strings) -> Vec<Step> {
    let step = |(words, id)| Step { words, picture: pictures.0.get(id).cloned() };
    sentences(prefix, source).into_iter().zip(source.0.keys()).map(step).collect()
}

/// `None` when it does not say how many weeks.
fn wait(slug: &str, source: &schema::Wait) -> Option<Wait> {
    Some(Wait {
        least: *source.weeks.first()?,
        most: source.weeks.get(1).copied(),
        words: Words::new(format!("{slug}.wait"), &source.words),
    })
}

/// A rule's place in the law. `None` when its day does not exist.
pub(super) fn law(source: &schema::Law) -> Option<Law> {
    Some(Law {
        law: source.law.clone(),
        article: source.article.clone(),
        date: date_or_none(source.date.as_ref())?,
        must_keep: source.must_keep.clone(),
    })
}

fn source(source: &schema::Source) -> Option<Source> {
    Some(Source { title: source.title.clone(), url: source.url.clone(), date: date(&source.date)? })
}

fn approval(source: &schema::Approved) -> Option<Approval> {
    Some(Approval { office: source.office.clone(), role: source.role.clone(), date: date(&source.date)? })
}

fn channel(slug: &str, source: &schema::Channel) -> Channel {
    Channel {
        kind: vocabulary::channel_kind(source.kind),
        note: words_or_none(format!("{slug}.channel.{}", source.kind.id()), source.note.as_ref()),
    }
}

fn question(slug: &str, source: &schema::Question, asked: &[schema::Question]) -> Option<Question> {
    let prefix = format!("{slug}.q.{}", source.id);
    Some(Question {
        id: source.id.clone(),
        words: Words::new(format!("{prefix}.words"), &source.words),
        why: Words::new(format!("{prefix}.why"), &source.why),
        check: Words::new(format!("{prefix}.check"), &source.check),
        picture: source.picture.clone(),
        sensitive: source.sensitive,
        when: condition(source.when.as_ref(), asked)?,
        options: source.options.iter().map(|source| choice(&prefix, source)).collect(),
    })
}

fn choice(prefix: &str, source: &schema::Choice) -> Choice {
    let prefix = format!("{prefix}.o.{}", source.id);
    Choice {
        id: source.id.clone(),
        words: Words::new(format!("{prefix}.words"), &source.words),
        note: words_or_none(format!("{prefix}.note"), source.note.as_ref()),
        because: Words::new(format!("{prefix}.because"), &source.because),
        picture: source.picture.clone(),
    }
}

fn outcome(slug: &str, source: &schema::Outcome, asked: &[schema::Question]) -> Option<Outcome> {
    let prefix = format!("{slug}.outcome.{}", source.id);
    Some(Outcome {
        id: source.id.clone(),
        when: condition(Some(&source.when), asked)?,
        kind: vocabulary::outcome_kind(source.kind),
        ends: source.ends,
        words: Words::new(format!("{prefix}.words"), &source.words),
        reason: words_or_none(format!("{prefix}.reason"), source.reason.as_ref()),
        procedure: source.procedure.clone(),
        source: match &source.source {
            Some(source) => Some(law(source)?),
            None => None,
        },
        from: date_or_none(source.from.as_ref())?,
        until: date_or_none(source.until.as_ref())?,
    })
}

fn related(slug: &str, source: &schema::Related) -> Related {
    Related {
        procedure: source.procedure.clone(),
        code: source.code.clone(),
        words: Words::new(format!("{slug}.related.{}", source.id), &source.words),
        better: source.better,
    }
}
