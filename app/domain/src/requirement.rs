//! What has to be there when a file is handed in: papers, people, things, money, and facts to know by heart.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::condition::Condition;
use crate::procedure::{ChannelKind, Law};
use crate::words::Words;

/// Four kinds of walk are lost besides the missing paper: the missing person, thing, money or fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A document.
    Paper,
    /// Somebody who must come along.
    Person,
    /// The own SIM, a telephone, a photo.
    Thing,
    /// Cash for a fee or a contribution. The page says how much; no message ever asks for it.
    Money,
    /// Something to know by heart: a name that was agreed, a number.
    Fact,
}

/// Whose paper it is, or who must come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Whose {
    /// The one who goes to the office.
    Goer,
    /// Mother of the child.
    Mother,
    /// Father of the child.
    Father,
    /// Both parents.
    Parents,
    /// The child.
    Child,
    /// Husband and wife to be.
    Couple,
    /// The person who died.
    Deceased,
    /// Owner of the house.
    HouseOwner,
    /// Who uses the land.
    LandUser,
    /// Everybody of the household.
    Household,
    /// Witnesses.
    Witness,
    /// Who has given an authorisation.
    Authoriser,
    /// Who sold or gave.
    Giver,
    /// Heirs.
    Heirs,
}

/// In which form a paper is taken. The recommended one is the cheapest that is safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// The original is handed in and stays (bản chính).
    Original,
    /// A plain copy is enough (bản chụp).
    Copy,
    /// A plain copy, with the original to compare (bản chụp kèm bản chính để đối chiếu).
    CopyAndOriginal,
    /// A certified copy (bản sao chứng thực).
    CertifiedCopy,
    /// A copy issued from the register (bản sao cấp từ sổ gốc).
    RegisterCopy,
    /// The electronic version, also the one shown in VNeID (bản điện tử).
    Electronic,
    /// Only shown and given back (xuất trình).
    Shown,
    /// Written at the office with the clerk's help; nothing to carry.
    MadeThere,
}

/// When it has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum At {
    /// When the file is handed in.
    #[default]
    File,
    /// When the result is collected.
    Collect,
}

/// How strongly it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Need {
    /// Without it the file may be turned back.
    #[default]
    Needed,
    /// The office should look it up; who has it at home takes it along, nobody fetches it.
    IfYouHave,
}

/// The heading under which a requirement stands on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Group {
    /// Papers and things to carry.
    Bring,
    /// Who comes along.
    Come,
    /// What to know by heart.
    Know,
    /// Written at the office.
    MadeThere,
    /// "Có ở nhà thì mang theo, không có vẫn nộp được": outside progress.
    IfYouHave,
    /// Only needed on the day of collecting.
    Collect,
}

impl Group {
    /// The heading of what is such.
    #[must_use]
    pub fn of(need: Need, at: At, kind: Kind, form: Option<Form>) -> Self {
        match (need, at, kind, form) {
            (Need::IfYouHave, ..) => Self::IfYouHave,
            (_, At::Collect, ..) => Self::Collect,
            (.., Some(Form::MadeThere)) => Self::MadeThere,
            (_, _, Kind::Person, _) => Self::Come,
            (_, _, Kind::Fact, _) => Self::Know,
            (_, _, Kind::Paper | Kind::Thing | Kind::Money, _) => Self::Bring,
        }
    }

    /// Whether somebody can be asked to come again with it: what is written at the office never is, and what one only
    /// takes along is no reason for a walk.
    #[must_use]
    pub fn is_fetched(self) -> bool {
        match self {
            Self::Bring | Self::Come | Self::Know | Self::Collect => true,
            Self::MadeThere | Self::IfYouHave => false,
        }
    }
}

/// One thing that is required, with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// Never reused within the procedure, 0 to 31: the bit in the list's number.
    pub number: u8,
    /// Content id, unique within the procedure.
    pub id: String,
    /// Paper, person, thing or fact.
    pub kind: Kind,
    /// Any one of these documents (ids); only for papers, the most usual first.
    pub documents: Vec<String>,
    /// What it is called in plain words.
    pub plain: Words,
    /// Its exact official name; papers have one.
    pub official: Option<Words>,
    /// At most 18 letters of the GSM 7-bit alphabet, for messages, unlike every other of this procedure that a message can
    /// name; empty for what no message asks for ([`Requirement::can_be_missing_in_a_message`]).
    pub sms: String,
    /// Pictogram id.
    pub picture: String,
    /// Whose paper, or who comes.
    pub whose: Option<Whose>,
    /// How many of it.
    pub count: u8,
    /// The recommended form; only for papers.
    pub form: Option<Form>,
    /// Other forms that are taken too.
    pub also_accepted: Vec<Form>,
    /// When it has to be there.
    pub at: At,
    /// Needed or only taken along.
    pub need: Need,
    /// What changes when the file goes another way than over the counter.
    pub channels: Vec<ChannelOverride>,
    /// When it applies.
    pub when: Condition,
    /// Id of the requirement this one replaces.
    pub instead_of: Option<String>,
    /// One plain sentence more.
    pub note: Option<Words>,
    /// The rule it comes from.
    pub source: Law,
    /// First day it applies.
    pub from: Option<Date>,
    /// Last day it applies.
    pub until: Option<Date>,
}

impl Requirement {
    /// The heading it stands under.
    pub fn group(&self) -> Group {
        Group::of(self.need, self.at, self.kind, self.form)
    }

    /// Whether a message may say that it is missing: somebody can be asked to come again with it, and it is no money. Who
    /// sends false messages asks for money; one of ours says that nobody is to be sent any, and must not seem to.
    #[must_use]
    pub fn can_be_missing_in_a_message(&self) -> bool {
        self.group().is_fetched() && self.kind != Kind::Money
    }
}

/// How a requirement differs on one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelOverride {
    /// Which channel.
    pub channel: ChannelKind,
    /// The form it takes there; `None` when it is not needed there at all.
    pub form: Option<Form>,
    /// What to say about it.
    pub note: Option<Words>,
}
