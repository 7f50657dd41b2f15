//! What an editor reads when something is wrong: file, line, the value underlined, what was expected, and what to
//! type instead. In Vietnamese, because a clerk or a justice officer reads it, not we.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What can be wrong. Each kind has its own sentence, and a fixture in `tests/` that shows it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ProblemKind {
            $($(#[$doc])* $name,)*
        }

        impl ProblemKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

kinds! {
    /// A file or folder that must be there is not.
    MissingFile,
    /// A file cannot be read, or is not UTF-8.
    Unreadable,
    /// A file's name cannot be an id.
    FileName,
    /// Not TOML.
    Syntax,
    /// Accents are written as letters of their own, which search and word counts do not expect.
    NotComposed,
    /// A key that the format does not have.
    UnknownKey,
    /// A key that must be there is not.
    MissingKey,
    /// Text where a number belongs, and the like.
    WrongType,
    /// Not one of the values that are possible here.
    NotOneOf,
    /// Text that has to look a certain way and does not: a code, a telephone number, an address.
    WrongForm,
    /// A number too small or too large.
    OutOfRange,
    /// Too few or too many entries.
    ListLength,
    /// A text without text.
    EmptyText,
    /// An id with other characters than `a-z`, `0-9` and `-`.
    BadId,
    /// A day that the calendar does not have, or not written as one.
    NotADay,
    /// A short name that not every telephone can show.
    BadSms,
    /// A short name that reads as something else without accents.
    MisreadSms,
    /// A message could ask for money, or name an amount.
    MoneyInMessage,
    /// Two things that a message could name have the same short name.
    SharedSms,
    /// Braces of a message that are not a placeholder.
    BadPlaceholder,
    /// The same id twice.
    DuplicateId,
    /// An id that means something else to the program.
    ReservedId,
    /// The same number twice.
    DuplicateNumber,
    /// A number that is out in the world was changed.
    LockedNumberChanged,
    /// A number that is out in the world was given to something else.
    LockedNumberReused,
    /// A number is not in the lock file yet.
    NotLocked,
    /// No such document.
    UnknownDocument,
    /// No such pictogram.
    UnknownPicture,
    /// Two documents that look the same in a list.
    SharedPicture,
    /// A pictogram of more bytes than pages can carry.
    HeavyPicture,
    /// A paper promises a specimen that is not drawn.
    MissingSpecimen,
    /// A specimen that no paper shows.
    StraySpecimen,
    /// A specimen of more bytes than a weak network brings.
    HeavySpecimen,
    /// A specimen that is no SVG, or does not say how large the paper is.
    SpecimenNotSvg,
    /// A specimen without a name for those who hear it.
    SpecimenUntitled,
    /// A specimen that could pass for the real paper.
    SpecimenUnmarked,
    /// A specimen with styles, which the content security policy ignores.
    SpecimenStyled,
    /// A specimen that brings a program.
    SpecimenActive,
    /// A specimen with a photograph or a page in it.
    SpecimenEmbeds,
    /// A specimen that fetches something from elsewhere.
    SpecimenReaches,
    /// A picture for a step that does not exist.
    UnknownStep,
    /// A step after the counter that only says what to do.
    StepWithoutPicture,
    /// No such life event.
    UnknownEvent,
    /// No such procedure.
    UnknownProcedure,
    /// No such commune.
    UnknownCommune,
    /// No such question in this procedure.
    UnknownQuestion,
    /// No such option of the question.
    UnknownOption,
    /// No such requirement in this procedure.
    UnknownRequirement,
    /// No such outcome in this procedure.
    UnknownOutcome,
    /// A fact that the commune's file does not speak about.
    UnknownFact,
    /// A question looks at itself or at one that is asked after it.
    LaterQuestion,
    /// Nothing but money depends on a question.
    IdleQuestion,
    /// A fact about the commune is asked for something else than yes or no.
    FactValue,
    /// Requirements replace each other in a circle.
    InsteadOfCircle,
    /// A paper without document or form, or something else with one.
    PaperParts,
    /// A person, thing or fact without its own name and picture.
    NameParts,
    /// Not exactly one length of time.
    LimitLength,
    /// A wait that is longer at the least than at the most.
    WeeksReversed,
    /// An outcome that sends elsewhere does not say where, or another one does.
    OutcomeTarget,
    /// A sentence longer than people can follow.
    TooManyWords,
    /// More urgent notices than fit into what phones fetch with every page.
    NoticesTooLong,
    /// A word or abbreviation that only offices use.
    OfficeWord,
    /// Letters that no dictionary has in this order.
    Misspelt,
    /// Denied twice in one breath.
    DoubleNegative,
    /// A step that does not begin with what to do.
    StepNotAct,
    /// The plain words lost something that the law says.
    MustKeep,
    /// A number or condition in the plain words could be lost unnoticed.
    NotKept,
    /// An exempt group could be lost unnoticed.
    ExemptionNotKept,
    /// Somebody is sent away without a rule.
    Unsourced,
    /// A rule of which nobody knows the year.
    Undated,
    /// A source was read after the day of the check.
    ReadLater,
    /// A code that no longer exists.
    RepealedCode,
    /// A first day after the last one.
    DaysReversed,
    /// A day off outside the year of its file or listed twice, or a weekday worked in exchange.
    DayOutside,
    /// An example does not answer a question that its family is asked.
    ExampleUnanswered,
    /// An example answers a question that its family is not asked.
    ExampleNotAsked,
    /// An example's list is not what the rules give.
    ExampleDiffers,
    /// A question that nobody is ever asked.
    UnreachableQuestion,
    /// A requirement that is on nobody's list.
    UnreachableRequirement,
    /// An outcome that nobody reaches.
    UnreachableOutcome,
    /// Answers that lead neither to a list nor to an outcome.
    EmptyList,
    /// A list on which two lines read the same.
    TwiceOnList,
}

/// One thing that is wrong, and what to do about it.
#[derive(Debug, Clone)]
pub struct Problem {
    /// What kind of thing.
    pub kind: ProblemKind,
    /// The file, as a path one can open.
    pub file: String,
    /// The three sentences.
    pub says: Explanation,
    excerpt: Option<Excerpt>,
}

/// What is said about a problem, in Vietnamese. Every problem has all three: a message without advice leaves its
/// reader where they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What is wrong.
    pub message: String,
    /// What was expected at this place; stands under the underlined value.
    pub expected: String,
    /// What to type instead.
    pub advice: String,
}

#[derive(Debug, Clone)]
struct Excerpt {
    text: Arc<str>,
    span: Range<usize>,
}

impl Problem {
    /// About a file as a whole, or one that is not there.
    pub fn in_file(kind: ProblemKind, file: impl Into<String>, says: Explanation) -> Self {
        Self { kind, file: file.into(), says, excerpt: None }
    }

    /// About a place in a file. `span` is in bytes of `text` and lies on character boundaries.
    pub fn at(
        kind: ProblemKind,
        file: impl Into<String>,
        text: &Arc<str>,
        span: Range<usize>,
        says: Explanation,
    ) -> Self {
        Self { kind, file: file.into(), says, excerpt: Some(Excerpt { text: Arc::clone(text), span }) }
    }

    /// The line, from 1; `None` when it is about the file as a whole.
    pub fn line(&self) -> Option<usize> {
        let excerpt = self.excerpt.as_ref()?;
        let before = excerpt.text.get(..excerpt.span.start)?;
        Some(before.matches('\n').count() + 1)
    }

    /// As it is read in a terminal, with a line feed at the end. `colour` for one that shows colours.
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        let title = Level::ERROR.with_name("lỗi").primary_title(&self.says.message);
        let advice = Level::HELP.with_name("cách sửa").message(&self.says.advice);
        let group = match &self.excerpt {
            Some(excerpt) => title.element(
                Snippet::source(&*excerpt.text)
                    .path(&self.file)
                    .annotation(AnnotationKind::Primary.span(excerpt.span.clone()).label(&self.says.expected)),
            ),
            None => title
                .element(Origin::path(&self.file))
                .element(Level::NOTE.with_name("cần").message(&self.says.expected)),
        };
        let mut text = renderer.render(&[group.element(advice)]);
        text.push('\n');
        text
    }

    fn position(&self) -> (&str, usize, ProblemKind) {
        (&self.file, self.excerpt.as_ref().map_or(0, |excerpt| excerpt.span.start), self.kind)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.render(false))
    }
}

/// By file, then from top to bottom.
pub fn sort(problems: &mut [Problem]) {
    problems.sort_by(|one, other| one.position().cmp(&other.position()));
}

/// All problems one after the other, and how many there are; empty when there are none.
pub fn report(problems: &[Problem], colour: bool) -> String {
    if problems.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    for problem in problems {
        text.push_str(&problem.render(colour));
        text.push('\n');
    }
    let files: BTreeSet<&str> = problems.iter().map(|problem| problem.file.as_str()).collect();
    text.push_str(&format!("{} lỗi trong {} tệp.\n", problems.len(), files.len()));
    text
}

/// The known name nearest to what was typed, if any is near enough to be meant.
pub(crate) fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (strsim::jaro_winkler(typed, name), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, name)| name)
}

/// "có phải ý bạn là …?" when there is something near, else what else to do.
pub(crate) fn did_you_mean<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>, otherwise: &str) -> String {
    match nearest(typed, known) {
        Some(name) => format!("có phải ý bạn là `{name}`?"),
        None => otherwise.to_owned(),
    }
}

/// Names in a sentence: "`a`, `b`"; "chưa có gì" when there are none, "…" after ten.
pub(crate) fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names = names.into_iter();
    let shown: Vec<String> = names.by_ref().take(10).map(|name| format!("`{name}`")).collect();
    match (shown.is_empty(), names.next()) {
        (true, _) => "chưa có gì".to_owned(),
        (false, None) => shown.join(", "),
        (false, Some(_)) => format!("{}, …", shown.join(", ")),
    }
}
