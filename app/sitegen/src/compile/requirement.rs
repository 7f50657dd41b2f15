//! Requirements: what they say themselves, and what they take from their first document.

use std::collections::BTreeMap;

use domain::requirement::{ChannelOverride, Form, Group, Requirement};
use domain::{Document, Words};

use super::condition::condition;
use super::procedure::law;
use super::{date_or_none, vocabulary, words_or_none};
use crate::schema::{self, Question};

/// One requirement. `None` when a condition or a day cannot be resolved. A document that is not there (which was
/// reported) leaves its id as name, so that the rules can still be tried.
pub(super) fn requirement(
    slug: &str,
    source: &schema::Requirement,
    questions: &[Question],
    documents: &BTreeMap<String, Document>,
) -> Option<Requirement> {
    let prefix = format!("{slug}.r.{}", source.id);
    let document = source.documents.first().and_then(|id| documents.get(id));
    let own_plain = words_or_none(format!("{prefix}.plain"), source.plain.as_ref());
    let own_official = words_or_none(format!("{prefix}.official"), source.official.as_ref());
    let plain = own_plain.or_else(|| document.map(|document| document.plain.clone()));
    let sms = source.sms.clone().or_else(|| document.map(|document| document.sms.clone()));
    let picture = source.picture.clone().or_else(|| document.map(|document| document.picture.clone()));
    Some(Requirement {
        number: source.number,
        id: source.id.clone(),
        kind: vocabulary::kind(source.kind),
        documents: source.documents.clone(),
        plain: plain.unwrap_or_else(|| Words::new(format!("{prefix}.plain"), &source.id)),
        official: own_official.or_else(|| document.map(|document| document.official.clone())),
        sms: sms.unwrap_or_default(),
        picture: picture.unwrap_or_default(),
        whose: source.whose.map(vocabulary::whose),
        count: source.count,
        form: source.form.map(form),
        also_accepted: source.also_accepted.iter().copied().map(vocabulary::form).collect(),
        at: vocabulary::at(source.at),
        need: vocabulary::need(source.need),
        channels: source.channels.iter().map(|channel| channel_override(&prefix, channel)).collect(),
        when: condition(source.when.as_ref(), questions)?,
        instead_of: source.instead_of.clone(),
        note: words_or_none(format!("{prefix}.note"), source.note.as_ref()),
        source: law(&source.source)?,
        from: date_or_none(source.from.as_ref())?,
        until: date_or_none(source.until.as_ref())?,
    })
}

/// The heading it will stand under, known before everything that it refers to.
pub(crate) fn group(source: &schema::Requirement) -> Group {
    let form = source.form.map(vocabulary::form);
    Group::of(vocabulary::need(source.need), vocabulary::at(source.at), vocabulary::kind(source.kind), form)
}

fn form(source: schema::Form) -> Form {
    match vocabulary::form(source) {
        Form::Shown if cfg!(feature = "fault-swap-forms") => Form::CertifiedCopy,
        Form::CertifiedCopy if cfg!(feature = "fault-swap-forms") => Form::Shown,
        form => form,
    }
}

fn channel_override(prefix: &str, source: &schema::ChannelOverride) -> ChannelOverride {
    ChannelOverride {
        channel: vocabulary::channel_kind(source.channel),
        form: source.form.map(vocabulary::form),
        note: words_or_none(format!("{prefix}.channel.{}", source.channel.id()), source.note.as_ref()),
    }
}
