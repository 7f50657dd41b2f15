//! Communes and their offices: where one goes. What nobody confirmed is absent, never guessed.

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::condition::Facts;
use crate::words::Words;

/// Kinds of office that decide or receive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OfficeKind {
    /// Trung tâm Phục vụ hành chính công of the commune.
    Centre,
    /// Công an xã.
    Police,
    /// Chi nhánh Văn phòng Đăng ký đất đai khu vực.
    Land,
    /// Bảo hiểm xã hội.
    Insurance,
    /// A school.
    School,
    /// Ngân hàng Chính sách xã hội.
    Bank,
}

/// One commune: what is known about it, and its offices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commune {
    /// Content id = file name.
    pub id: String,
    /// Never reused; what a list's number carries, 0 to 127.
    pub number: u8,
    /// Code of the General Statistics Office, e.g. `04585`.
    pub code: String,
    /// "xã Hạnh Phúc".
    pub name: Words,
    /// "tỉnh Lào Cai".
    pub province: Words,
    /// Names before 1 July 2025, by which people still know it.
    pub old_names: Vec<String>,
    /// What rules may ask about it.
    pub facts: Facts,
    /// Tongues spoken at the counter, as language tags; empty when not confirmed.
    pub tongues: Vec<String>,
    /// Its offices.
    pub offices: Vec<Office>,
    /// When the facts were last checked.
    pub checked: Date,
}

impl Commune {
    /// The office of one kind.
    pub fn office(&self, kind: OfficeKind) -> Option<&Office> {
        self.offices.iter().find(|office| office.kind == kind)
    }
}

/// One place with a counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// What kind.
    pub kind: OfficeKind,
    /// What people say.
    pub plain: Words,
    /// The exact official name.
    pub official: Words,
    /// Where it stands; `None` when nobody confirmed it.
    pub place: Option<Words>,
    /// Opening hours; `None` when nobody confirmed them.
    pub hours: Option<Words>,
    /// Telephone in digits; `None` when nobody confirmed it.
    pub phone: Option<String>,
}
