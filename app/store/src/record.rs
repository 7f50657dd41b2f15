//! One list as this phone remembers it: ids and states, never a word somebody could be known by.
//!
//! Everything is named by id, so that a list survives new content; and ids are plain ASCII slugs, so that no name of a
//! person can get in. Neither [`domain`] nor this type is written to the disk as it is: the bytes are a form of their
//! own, with a version.

use std::fmt;

use domain::calendar::HandedIn;
use domain::{Answers, Checklist, Date, Rules};

mod stage;
mod stored;

pub(crate) use stored::check_sum;

pub use stage::Stage;

/// The person a list is for when nobody said otherwise. Others are told apart by such ids too, never by names.
pub const ME: &str = "me";

/// What stands before the id of a document that a clerk asked for besides the list, so that it is no requirement's
/// (`sitegen check`: no requirement's id begins like this).
const ASKED: &str = "them-";

/// No id is longer, in bytes.
const LONGEST_ID: usize = 64;

/// Where a list came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Questions answered on this phone.
    Answers,
    /// A number or a link made elsewhere: it carries the list, never the answers.
    Code,
}

/// How it stands with one requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemState {
    /// It is there.
    Have,
    /// It is not there yet.
    Missing,
    /// Nobody has looked.
    Unknown,
    /// The clerk asked for it besides.
    AskedByClerk,
}

/// What a list is begun with.
#[derive(Debug, Clone, Copy)]
pub struct NewList<'a> {
    /// Its id: new, and by chance rather than counted, so that lists of two phones can be told apart.
    pub id: &'a str,
    /// The procedure's slug; its number is in the rules.
    pub slug: &'a str,
    /// The procedure's rules.
    pub rules: &'a Rules,
    /// What is on the list.
    pub list: &'a Checklist,
    /// Whether the answers must not be written down: the procedure is sensitive, or any question that was answered is.
    /// Then the list itself is remembered instead.
    pub sensitive: bool,
    /// Version of the content it was made from: an id, such as a date or a hash.
    pub content: &'a str,
    /// Now, in milliseconds since 1970 (UTC).
    pub now: u64,
}

/// One remembered list. Two are equal when every field is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    id: String,
    person: String,
    procedure: u16,
    slug: String,
    origin: Origin,
    sensitive: bool,
    /// Question and option, in the order of the questions. Empty when they may not be written down.
    answers: Vec<(String, String)>,
    items: Vec<(String, ItemState)>,
    known: u8,
    may_end: bool,
    handed_in: Option<Receipt>,
    /// Only together with `handed_in`.
    collected: Option<Date>,
    created: u64,
    touched: u64,
    kept: bool,
    content: String,
}

/// What is remembered of handing in. It stays when the result is collected, so that a wrong tap can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Receipt {
    on: Date,
    when: HandedIn,
    come_back: Option<Date>,
}

impl Record {
    /// A list that follows from answers given on this phone, for [`ME`]. Sensitive answers are dropped here and are
    /// never in a record.
    ///
    /// # Errors
    /// [`RecordError::NotAnId`] when something that should be one is none.
    pub fn from_answers(new: &NewList<'_>, answers: &Answers) -> Result<Self, RecordError> {
        let mut record = Self::empty(new, Origin::Answers);
        record.follow(new.rules, answers, new.list);
        record.checked()
    }

    /// A list that was read from a number or a link, for [`ME`]. `known` is how many requirement numbers existed when
    /// the number was made (`domain::ListNumber::known`).
    ///
    /// # Errors
    /// [`RecordError::NotAnId`] when something that should be one is none.
    pub fn from_code(new: &NewList<'_>, known: u8) -> Result<Self, RecordError> {
        let mut record = Self { known, may_end: new.list.may_end(), ..Self::empty(new, Origin::Code) };
        record.items = on(new.rules, new.list).map(|id| (id.to_owned(), ItemState::Unknown)).collect();
        record.checked()
    }

    fn empty(new: &NewList<'_>, origin: Origin) -> Self {
        Self {
            id: new.id.to_owned(),
            person: ME.to_owned(),
            procedure: new.rules.procedure,
            slug: new.slug.to_owned(),
            origin,
            sensitive: new.sensitive,
            answers: Vec::new(),
            items: Vec::new(),
            known: new.rules.numbered,
            may_end: false,
            handed_in: None,
            collected: None,
            created: new.now,
            touched: new.now,
            kept: false,
            content: new.content.to_owned(),
        }
    }

    /// The list's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The id of the person it is for; [`ME`] unless somebody said otherwise.
    #[must_use]
    pub fn person(&self) -> &str {
        &self.person
    }

    /// The procedure's number.
    #[must_use]
    pub fn procedure(&self) -> u16 {
        self.procedure
    }

    /// The procedure's slug when the list was made; the number stays when this changes.
    #[must_use]
    pub fn slug(&self) -> &str {
        &self.slug
    }

    /// Where it came from.
    #[must_use]
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// Whether the answers may not be written down. Once they may not, they may not any more.
    #[must_use]
    pub fn is_sensitive(&self) -> bool {
        self.sensitive
    }

    /// Whether the requirements of [`Self::items`] *are* the list. Otherwise the list follows from the answers, and the
    /// items only say what is known of it.
    #[must_use]
    pub fn is_the_list(&self) -> bool {
        self.sensitive || self.origin == Origin::Code
    }

    /// The answers under rules of today, and the ids of those questions whose answer these rules do not have.
    #[must_use]
    pub fn answers(&self, rules: &Rules) -> (Answers, Vec<&str>) {
        let mut answers = Answers::new();
        let unknown = self
            .answers
            .iter()
            .filter(|(question, option)| answers.set_by_id(rules, question, option).is_err())
            .map(|(question, _)| question.as_str());
        let unknown = unknown.collect();
        (answers, unknown)
    }

    /// Requirements by id, each once.
    pub fn items(&self) -> impl Iterator<Item = (&str, ItemState)> {
        self.items.iter().map(|(id, state)| (id.as_str(), *state))
    }

    /// How many requirement numbers of the procedure existed when the list was made, 0 to 32. Where
    /// [`Self::is_the_list`], it says nothing of a requirement whose number is not below this: that one is perhaps
    /// needed too.
    #[must_use]
    pub fn known(&self) -> u8 {
        self.known
    }

    /// Whether an answer was missing, when the list was made, that could have ended the path
    /// (`domain::Checklist::may_end`). Where [`Self::is_the_list`], nothing else can tell.
    #[must_use]
    pub fn may_end(&self) -> bool {
        self.may_end
    }

    /// How it stands with one requirement, if anything is known of it.
    #[must_use]
    pub fn item(&self, requirement: &str) -> Option<ItemState> {
        self.items().find(|(id, _)| *id == requirement).map(|(_, state)| state)
    }

    /// Documents that a clerk asked for besides the list, each with whether it is there, in the order of asking.
    pub fn asked(&self) -> impl Iterator<Item = (&str, bool)> {
        self.items().filter_map(|(id, state)| Some((id.strip_prefix(ASKED)?, state == ItemState::Have)))
    }

    /// When it was made, in milliseconds since 1970 (UTC).
    #[must_use]
    pub fn created(&self) -> u64 {
        self.created
    }

    /// When it was last changed, in milliseconds since 1970 (UTC). Never before [`Self::created`], whatever the phone's
    /// clock did.
    #[must_use]
    pub fn touched(&self) -> u64 {
        self.touched
    }

    /// Whether the person asked to keep it.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.kept
    }

    /// Version of the content it was made from.
    #[must_use]
    pub fn content(&self) -> &str {
        &self.content
    }

    /// Notes how it stands with one requirement.
    ///
    /// # Errors
    /// [`RecordError::NotAnId`]; nothing is changed then.
    pub fn set_item(&mut self, requirement: &str, state: ItemState, now: u64) -> Result<(), RecordError> {
        if !is_id(requirement) {
            return Err(RecordError::NotAnId);
        }
        match self.items.iter_mut().find(|(id, _)| id == requirement) {
            Some((_, known)) => *known = state,
            None => self.items.push((requirement.to_owned(), state)),
        }
        self.touch(now);
        Ok(())
    }

    /// Notes that a clerk asked for a document besides the list, and whether it is there; `None` takes it back.
    ///
    /// # Errors
    /// [`RecordError::NotAnId`]; nothing is changed then.
    pub fn set_asked(&mut self, document: &str, have: Option<bool>, now: u64) -> Result<(), RecordError> {
        let id = [ASKED, document].concat();
        match have {
            Some(have) => {
                let state = if have { ItemState::Have } else { ItemState::AskedByClerk };
                self.set_item(&id, state, now)
            }
            None => {
                self.items.retain(|(own, _)| *own != id);
                self.touch(now);
                Ok(())
            }
        }
    }

    /// Changed answers, and the list that follows from them under the content of that version. What was noted about
    /// requirements stays, also about those that are not on the list now: the paper is still at home. From here on it
    /// is a list from answers.
    ///
    /// `sensitive` is what [`NewList::sensitive`] is: with the first sensitive answer every answer is dropped, and
    /// none is written down again, not even when that one is taken back. Only the list is then remembered.
    ///
    /// # Errors
    /// [`RecordError::NotAnId`]; nothing is changed then.
    pub fn set_answers(
        &mut self,
        rules: &Rules,
        answers: &Answers,
        list: &Checklist,
        sensitive: bool,
        content: &str,
        now: u64,
    ) -> Result<(), RecordError> {
        let mut changed = Self {
            origin: Origin::Answers,
            sensitive: self.sensitive || sensitive,
            content: content.to_owned(),
            ..self.clone()
        };
        changed.follow(rules, answers, list);
        changed.touch(now);
        *self = changed.checked()?;
        Ok(())
    }

    /// Says whom it is for.
    ///
    /// # Errors
    /// [`RecordError::NotAnId`], so that nobody writes a name here; nothing is changed then.
    pub fn set_person(&mut self, person: &str, now: u64) -> Result<(), RecordError> {
        if !is_id(person) {
            return Err(RecordError::NotAnId);
        }
        person.clone_into(&mut self.person);
        self.touch(now);
        Ok(())
    }

    /// Asks to keep it, or no longer.
    pub fn set_kept(&mut self, kept: bool, now: u64) {
        self.kept = kept;
        self.touch(now);
    }

    /// Somebody turned to it: of the lists of one procedure, pages show the one touched last.
    pub fn touch(&mut self, now: u64) {
        self.touched = self.touched.max(now);
    }

    /// Takes over answers, or the list alone where answers may not be written down.
    fn follow(&mut self, rules: &Rules, answers: &Answers, list: &Checklist) {
        self.known = rules.numbered;
        self.may_end = list.may_end();
        if self.sensitive {
            self.answers.clear();
            let known = std::mem::take(&mut self.items);
            let state =
                |id: &str| known.iter().find(|(own, _)| own == id).map_or(ItemState::Unknown, |(_, state)| *state);
            self.items = on(rules, list).map(|id| (id.to_owned(), state(id))).collect();
            self.items.extend(known.into_iter().filter(|(id, _)| id.starts_with(ASKED)));
        } else {
            self.answers =
                answers.ids(rules).map(|(question, option)| (question.to_owned(), option.to_owned())).collect();
            // It follows from the answers now; what nobody has looked at says nothing more.
            self.items.retain(|(_, state)| *state != ItemState::Unknown);
        }
    }

    /// The same, if it keeps what this type promises.
    fn checked(self) -> Result<Self, RecordError> {
        let questions = || self.answers.iter().map(|(question, _)| question.as_str());
        let options = self.answers.iter().map(|(_, option)| option.as_str());
        let items = || self.items.iter().map(|(id, _)| id.as_str());
        let own = [&self.id, &self.person, &self.slug, &self.content].map(String::as_str);
        if !own.into_iter().chain(questions()).chain(options).chain(items()).all(is_id) {
            return Err(RecordError::NotAnId);
        }
        let bare = self.answers.is_empty() || !self.is_the_list();
        let in_order = self.created <= self.touched && self.stages_follow();
        let whole = bare && each_once(questions()) && each_once(items()) && in_order;
        if whole { Ok(self) } else { Err(RecordError::Damaged) }
    }
}

/// The ids of what is on a list, or will be on a later day.
fn on<'a>(rules: &'a Rules, list: &'a Checklist) -> impl Iterator<Item = &'a str> {
    let items = list.items().iter().chain(list.later());
    items.filter_map(|item| rules.requirements.get(item.requirement)).map(|requirement| requirement.id.as_str())
}

/// A slug as content has them: small letters, digits and single hyphens between them.
fn is_id(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.len() <= LONGEST_ID && text.split('-').all(|part| !part.is_empty() && part.bytes().all(plain))
}

fn each_once<'a>(ids: impl Iterator<Item = &'a str> + Clone) -> bool {
    ids.clone().enumerate().all(|(position, id)| !ids.clone().take(position).any(|earlier| earlier == id))
}

/// Why something is no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordError {
    /// Something that should be an id is none: small letters, digits and single hyphens, at most 64.
    NotAnId,
    /// Collected before it was handed in, or to come back on an earlier day than that.
    NotInOrder,
    /// Written by another version of the site, probably a newer one.
    UnknownVersion(u8),
    /// These bytes are not what was written.
    Damaged,
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnId => f.write_str("something that should be an id is none"),
            Self::NotInOrder => f.write_str("handing in, coming back and collecting are not in this order"),
            Self::UnknownVersion(version) => write!(f, "a record of version {version}, which is not known here"),
            Self::Damaged => f.write_str("a damaged record"),
        }
    }
}

impl std::error::Error for RecordError {}

#[cfg(test)]
pub(crate) mod sample;

#[cfg(test)]
mod tests;
