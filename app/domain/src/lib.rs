//! The subject: what an administrative procedure needs from one person, and how to find that out by asking.
//!
//! # What does this crate not do?
//! It knows no web, no files, no storage and no clock: *today* is an argument. It holds no Vietnamese word of its own;
//! words are content and arrive as [`Words`].
//!
//! # Reading order
//! [`Procedure`] is one procedure with all its words, as pages are rendered from it. [`Rules`] is the same procedure
//! without words, small enough to travel inside a page. An [`Interview`] asks the questions of some rules, a
//! [`Checklist`] is what follows from the answers, and a [`ListNumber`] is that list as digits on paper. [`come_back`]
//! says which day to return for what was handed in.
//!
//! # One whole journey
//! Registering a birth, with one question. Pages take such rules from [`Procedure::rules`].
//! ```
//! use domain::calendar::Date;
//! use domain::checklist::{Certainty, Enough};
//! use domain::interview::{Answer, Next};
//! use domain::list_number::always_at_birth;
//! use domain::requirement::{Group, Need};
//! use domain::rules::{QuestionRule, RequirementRule, Rules};
//! use domain::{Checklist, Condition, Interview, ListNumber};
//!
//! let paper = |number, id: &str, when, instead_of| RequirementRule {
//!     number,
//!     id: id.into(),
//!     need: Need::Needed,
//!     group: Group::Bring,
//!     always_at_birth: when == Condition::Always,
//!     when,
//!     instead_of,
//!     from: None,
//!     until: None,
//! };
//! let rules = Rules {
//!     procedure: 1,
//!     questions: vec![QuestionRule {
//!         id: "giay-chung-sinh".into(),
//!         options: vec!["co".into(), "khong".into()],
//!         when: Condition::Always,
//!     }],
//!     requirements: vec![
//!         paper(0, "can-cuoc", Condition::Always, None),
//!         paper(1, "giay-chung-sinh", Condition::Always, None),
//!         paper(2, "giay-cam-doan", Condition::Answered(0, vec![1]), Some(1)),
//!     ],
//!     ..Rules::default()
//! };
//! let today = Date::new(2026, 11, 23)?;
//!
//! // Before anything is asked, everything that may be needed stands on the list.
//! let mut interview = Interview::new(&rules, today);
//! let list = Checklist::of(&rules, interview.answers(), today);
//! assert_eq!(list.items().len(), 3);
//! assert_eq!(list.item(2).map(|item| item.certainty), Some(Certainty::Perhaps));
//!
//! // Born at home: the statement takes the place of the birth paper.
//! assert_eq!(interview.next(), Next::Question(0));
//! interview.answer(0, Answer::Option(1))?;
//! assert_eq!(interview.next(), Next::List);
//! let list = Checklist::of(&rules, interview.answers(), today);
//! let papers: Vec<_> = list.items().iter().map(|item| rules.requirements[item.requirement].id.as_str()).collect();
//! assert_eq!(papers, ["can-cuoc", "giay-cam-doan"]);
//! assert_eq!(list.enough(|paper| paper == 0), Enough::Missing(1));
//! assert_eq!(list.enough(|_| true), Enough::Complete);
//!
//! // The list as digits, and read again.
//! let digits = ListNumber::of(&list, &rules).encode(always_at_birth(&rules))?;
//! assert_eq!(digits, "001029120093");
//! let number = ListNumber::decode(&digits, |_, requirement| Some(requirement < 2))?;
//! let opened = number.checklist(&rules, today).expect("rules of the same procedure");
//! assert!(opened.item(0).is_some() && opened.item(1).is_none() && opened.item(2).is_some());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod calendar;
pub mod checklist;
pub mod come_back;
pub mod condition;
pub mod document;
pub mod ics;
pub mod interview;
pub mod list_number;
pub mod message;
pub mod office;
pub mod phone;
pub mod procedure;
pub mod question;
pub mod requirement;
pub mod rules;
pub mod search;
pub mod site;
pub mod sms;
pub mod tally;
pub mod words;

#[cfg(test)]
mod sample;

/// Whether this build has a fault in it on purpose, to see that a test notices (`make faults`). Programs that ship do not
/// compile with one.
pub const SEEDED: bool = cfg!(feature = "seeded");

pub use calendar::{Date, Holidays};
pub use checklist::{Checklist, Item};
pub use condition::{Condition, Facts, Truth};
pub use document::Document;
pub use interview::{Answer, Answers, Interview};
pub use list_number::ListNumber;
pub use office::Commune;
pub use procedure::Procedure;
pub use question::Question;
pub use requirement::Requirement;
pub use rules::Rules;
pub use site::Site;
pub use words::Words;
