//! The message a clerk sends: what is missing, in one part, complete without its link.
//!
//! A message that comes in two parts may come as half a message, and costs twice; one in three costs three times. What may
//! be left out is said ([`Extra`]), in the order in which it is left out; what is missing, whose office, that no money is to be sent, and the
//! link never are. The link stands last and is the only place of the list's number.

#[cfg(test)]
mod tests;

use crate::sms::{Count, count, plain_signs, without_accents};

/// What is wrong with something that was to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// It cannot be read.
    Blurred,
    /// A name on it is another one than on the other papers.
    WrongName,
    /// It is no longer valid.
    Expired,
    /// It is not signed, or not stamped.
    Unsigned,
}

/// One requirement that is not met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Its name: the short one for a message without accents, the plain one otherwise.
    pub name: String,
    /// What is wrong with it.
    pub fault: Fault,
}

impl Gap {
    /// Its name, and in brackets what is wrong with it.
    #[must_use]
    pub fn said(&self, sentences: &Sentences) -> String {
        match sentences.fault(self.fault) {
            Some(fault) => format!("{} ({fault})", self.name),
            None => self.name.clone(),
        }
    }
}

/// What is left out when a message would not fit, the first one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extra {
    /// The office's own greeting.
    Greeting,
    /// When one may come: it stands on the page too.
    When,
    /// Whom to ask: it stands on the page too, and who has no page has the number this came from.
    Ask,
}

impl Extra {
    /// In the order in which they are left out.
    pub const ALL: [Self; 3] = [Self::Greeting, Self::When, Self::Ask];
}

/// The sentences, with places for what changes: content, not code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentences {
    /// `{commune}: {procedure}`
    pub lead: String,
    /// What is not there: `{items}`.
    pub missing: String,
    /// What is there and will not do: `{items}`.
    pub again: String,
    /// Stands behind the name of what cannot be read.
    pub blurred: String,
    /// The same for another name.
    pub wrong_name: String,
    /// The same for what is no longer valid.
    pub expired: String,
    /// The same for what is not signed.
    pub unsigned: String,
    /// `{when}`
    pub when: String,
    /// `{phone}`
    pub ask: String,
    /// That nobody is to be sent money.
    pub trust: String,
}

impl Sentences {
    /// The words for what is wrong with something that is there; none for what is not.
    #[must_use]
    pub fn fault(&self, fault: Fault) -> Option<&str> {
        match fault {
            Fault::Missing => None,
            Fault::Blurred => Some(&self.blurred),
            Fault::WrongName => Some(&self.wrong_name),
            Fault::Expired => Some(&self.expired),
            Fault::Unsigned => Some(&self.unsigned),
        }
    }
}

/// All that a message can say. What nobody has confirmed is empty, and its sentence is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The office's own greeting.
    pub greeting: String,
    /// "xã Hạnh Phúc"
    pub commune: String,
    /// The procedure's name.
    pub procedure: String,
    /// What is not met, in the order of the list.
    pub gaps: Vec<Gap>,
    /// A day, or the hours.
    pub when: String,
    /// A telephone number.
    pub phone: String,
    /// Host, path and number, without scheme; empty where there is none.
    pub link: String,
}

/// A message as it would be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The text.
    pub text: String,
    /// What it costs.
    pub count: Count,
    /// What was left out so that it has fewer parts.
    pub left_out: Vec<Extra>,
}

impl Message {
    /// As it stands, without these; with Vietnamese letters or without. Signs that would make it dearer are replaced.
    #[must_use]
    pub fn text(&self, sentences: &Sentences, has_accents: bool, without: &[Extra]) -> String {
        let wanted =
            |extra: Extra| Some(self.extra(extra)).filter(|text| !text.is_empty() && !without.contains(&extra));
        let mut parts = Vec::new();
        parts.extend(wanted(Extra::Greeting).map(ended));
        let lead = sentences.lead.replace("{commune}", &capital(&self.commune)).replace("{procedure}", &self.procedure);
        let missing = self.items(sentences, |fault| fault == Fault::Missing);
        let again = self.items(sentences, |fault| fault != Fault::Missing);
        let mut says = Vec::new();
        for (sentence, items) in [(&sentences.missing, missing), (&sentences.again, again)] {
            if !items.is_empty() {
                says.push(sentence.replace("{items}", &items));
            }
        }
        parts.push(ended(&[lead, says.join("; ")].join(" ")));
        parts.extend(wanted(Extra::When).map(|when| ended(&sentences.when.replace("{when}", when))));
        parts.extend(wanted(Extra::Ask).map(|phone| ended(&sentences.ask.replace("{phone}", phone))));
        parts.push(ended(&sentences.trust));
        // No full stop behind a link: telephones would take it along.
        if !self.link.is_empty() {
            parts.push(self.link.clone());
        }
        let (text, _) = plain_signs(&parts.join(" "));
        if has_accents { text } else { without_accents(&text) }
    }

    /// Without accents, in as few parts as leaving out can make it, with as much said as goes into these; where nothing
    /// helps nothing is left out.
    #[must_use]
    pub fn shortest(&self, sentences: &Sentences) -> Written {
        let said: Vec<Extra> = Extra::ALL.into_iter().filter(|extra| !self.extra(*extra).is_empty()).collect();
        let written = |left_out: &[Extra]| {
            let text = self.text(sentences, false, left_out);
            Written { count: count(&text), text, left_out: left_out.to_vec() }
        };
        let shorter = (1..=said.len()).filter_map(|number| Some(written(said.get(..number)?)));
        // Of equally short ones the one that says most.
        shorter.fold(written(&[]), |best, next| if next.count.parts < best.count.parts { next } else { best })
    }

    /// What an extra sentence would say; empty where there is nothing to say.
    fn extra(&self, extra: Extra) -> &str {
        match extra {
            Extra::Greeting => self.greeting.trim(),
            Extra::When => self.when.trim(),
            Extra::Ask => self.phone.trim(),
        }
    }

    fn items(&self, sentences: &Sentences, is_of: impl Fn(Fault) -> bool) -> String {
        let items = self.gaps.iter().filter(|gap| is_of(gap.fault)).map(|gap| gap.said(sentences));
        items.collect::<Vec<_>>().join(", ")
    }
}

fn ended(sentence: &str) -> String {
    let sentence = sentence.trim();
    if sentence.ends_with(['.', '!', '?', '\u{2026}']) { sentence.to_owned() } else { format!("{sentence}.") }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
