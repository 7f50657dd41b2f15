//! A record as bytes: one byte of version, four of a check sum (little endian), then version 1 as postcard.
//!
//! The check sum is there because postcard reads almost anything as something: a damaged byte could turn a missing
//! paper into one that lies ready.

use domain::Date;
use domain::calendar::HandedIn;
use serde::{Deserialize, Serialize};

use super::{ItemState, Origin, Receipt, Record, RecordError};

const VERSION: u8 = 1;
/// Version and check sum.
const HEAD: usize = 5;

/// Version 1. Never changed: what comes next is a `V2`, and a way from here to there.
#[derive(Serialize, Deserialize)]
struct V1 {
    id: String,
    person: String,
    procedure: u16,
    slug: String,
    origin: u8,
    sensitive: bool,
    answers: Vec<(String, String)>,
    items: Vec<(String, u8)>,
    known: u8,
    may_end: bool,
    handed_in: Option<V1Receipt>,
    /// Days since 1970-01-01, like all days here.
    collected: Option<i32>,
    created: u64,
    touched: u64,
    kept: bool,
    content: String,
}

#[derive(Serialize, Deserialize)]
struct V1Receipt {
    on: i32,
    when: u8,
    come_back: Option<i32>,
}

/// What the numbers in a record stand for, by position.
const ORIGINS: [Origin; 2] = [Origin::Answers, Origin::Code];
const TIMES: [HandedIn; 2] = [HandedIn::By15, HandedIn::After15];
const STATES: [ItemState; 4] = [ItemState::Have, ItemState::Missing, ItemState::Unknown, ItemState::AskedByClerk];

impl Record {
    /// As bytes, for the disk or a backup.
    ///
    /// # Panics
    /// Never: only writing into a buffer of fixed size could fail.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION, 0, 0, 0, 0];
        bytes = postcard::to_extend(&V1::from(self), bytes).expect("a vector grows");
        let sum = check_sum(&bytes[HEAD..]);
        bytes[1..HEAD].copy_from_slice(&sum);
        bytes
    }

    /// From bytes, of whatever origin.
    ///
    /// # Errors
    /// [`RecordError`] for everything that [`Self::encode`] does not give.
    pub fn decode(bytes: &[u8]) -> Result<Self, RecordError> {
        match bytes.first() {
            Some(&VERSION) => {}
            Some(&version) => return Err(RecordError::UnknownVersion(version)),
            None => return Err(RecordError::Damaged),
        }
        let (head, body) = bytes.split_at_checked(HEAD).ok_or(RecordError::Damaged)?;
        if head[1..] != check_sum(body) {
            return Err(RecordError::Damaged);
        }
        match postcard::take_from_bytes::<V1>(body) {
            Ok((stored, [])) => stored.try_into(),
            _ => Err(RecordError::Damaged),
        }
    }
}

impl From<&Record> for V1 {
    fn from(record: &Record) -> Self {
        let state = |state: ItemState| match state {
            ItemState::Have => 0,
            ItemState::Missing => 1,
            ItemState::Unknown => 2,
            ItemState::AskedByClerk => 3,
        };
        let origin = match record.origin {
            Origin::Answers => 0,
            Origin::Code => 1,
        };
        let record = record.clone();
        Self {
            id: record.id,
            person: record.person,
            procedure: record.procedure,
            slug: record.slug,
            origin,
            sensitive: record.sensitive,
            answers: record.answers,
            items: record.items.into_iter().map(|(id, known)| (id, state(known))).collect(),
            known: record.known,
            may_end: record.may_end,
            handed_in: record.handed_in.map(V1Receipt::from),
            collected: record.collected.map(Date::days_since_epoch),
            created: record.created,
            touched: record.touched,
            kept: record.kept,
            content: record.content,
        }
    }
}

impl TryFrom<V1> for Record {
    type Error = RecordError;

    fn try_from(stored: V1) -> Result<Self, RecordError> {
        let item = |(id, state): (String, u8)| Some((id, *STATES.get(usize::from(state))?));
        let items = stored.items.into_iter().map(item).collect::<Option<_>>().ok_or(RecordError::Damaged)?;
        let origin = *ORIGINS.get(usize::from(stored.origin)).ok_or(RecordError::Damaged)?;
        let record = Self {
            id: stored.id,
            person: stored.person,
            procedure: stored.procedure,
            slug: stored.slug,
            origin,
            sensitive: stored.sensitive,
            answers: stored.answers,
            items,
            known: stored.known,
            may_end: stored.may_end,
            handed_in: stored.handed_in.map(Receipt::try_from).transpose()?,
            collected: stored.collected.map(day).transpose()?,
            created: stored.created,
            touched: stored.touched,
            kept: stored.kept,
            content: stored.content,
        };
        record.checked()
    }
}

impl From<Receipt> for V1Receipt {
    fn from(receipt: Receipt) -> Self {
        let when = match receipt.when {
            HandedIn::By15 => 0,
            HandedIn::After15 => 1,
        };
        Self { on: receipt.on.days_since_epoch(), when, come_back: receipt.come_back.map(Date::days_since_epoch) }
    }
}

impl TryFrom<V1Receipt> for Receipt {
    type Error = RecordError;

    fn try_from(stored: V1Receipt) -> Result<Self, RecordError> {
        Ok(Self {
            on: day(stored.on)?,
            when: *TIMES.get(usize::from(stored.when)).ok_or(RecordError::Damaged)?,
            come_back: stored.come_back.map(day).transpose()?,
        })
    }
}

fn day(days: i32) -> Result<Date, RecordError> {
    Date::from_days_since_epoch(days).map_err(|_| RecordError::Damaged)
}

/// FNV-1a of 32 bits, which notices every single changed byte.
pub(crate) fn check_sum(bytes: &[u8]) -> [u8; 4] {
    let sum = bytes.iter().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    sum.to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Stage;
    use crate::record::sample::{birth, code, record};

    /// 23 November 2026, after 15:00, to come back on the 27th; collected on the 28th where asked for.
    fn handed_in(id: &str, collected: bool) -> Record {
        let mut record = record(id);
        let day = |days| Date::from_days_since_epoch(days).unwrap();
        let stage = Stage::HandedIn { on: day(20_780), when: HandedIn::After15, come_back: Some(day(20_784)) };
        record.set_stage(stage, 8).unwrap();
        if collected {
            record.set_stage(Stage::Collected { on: day(20_785) }, 9).unwrap();
        }
        record
    }

    /// Bytes around a body that a broken program could have written.
    fn sealed(stored: &V1) -> Vec<u8> {
        let mut bytes = vec![VERSION, 0, 0, 0, 0];
        bytes.extend(postcard::to_allocvec(stored).unwrap());
        let sum = check_sum(&bytes[HEAD..]);
        bytes[1..HEAD].copy_from_slice(&sum);
        bytes
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        let mut full = record("a1");
        for (id, state) in ["to-khai", "can-cuoc", "giay-chung-sinh", "giay-khac"].into_iter().zip(STATES) {
            full.set_item(id, state, 1_795_400_000_001).unwrap();
        }
        full.set_person("nguoi-2", 1_795_400_000_002).unwrap();
        full.set_kept(true, u64::MAX);
        let mut by_15 = record("a");
        let on = Date::MIN;
        by_15.set_stage(Stage::HandedIn { on, when: HandedIn::By15, come_back: None }, 8).unwrap();
        let stages = [handed_in("h", false), handed_in("h", true), by_15];
        for record in stages.into_iter().chain([record("a"), full, code("c", &birth())]) {
            assert_eq!(Record::decode(&record.encode()), Ok(record));
        }
    }

    #[test]
    fn version_one_never_changes_its_bytes() {
        let mut record = record("a1");
        record.set_item("can-cuoc", ItemState::AskedByClerk, 300).unwrap();
        let body: &[&[u8]] = &[
            b"\x02a1",
            b"\x02me",
            b"\x01",
            b"\x09khai-sinh",
            b"\x00",
            b"\x00",
            b"\x02",
            b"\x0fgiay-chung-sinh",
            b"\x05khong",
            b"\x0fnguoi-lam-chung",
            b"\x0akhong-biet",
            b"\x01",
            b"\x08can-cuoc",
            b"\x03",
            b"\x04",
            b"\x00",
            b"\x00",
            b"\x00",
            b"\x07",
            b"\xac\x02",
            b"\x00",
            b"\x0a2026-11-23",
        ];
        let bytes = record.encode();
        assert_eq!(bytes[0], 1);
        assert_eq!(bytes[HEAD..], body.concat());
    }

    #[test]
    fn version_one_never_changes_the_bytes_of_a_stage() {
        // Present; day, zigzag in sevens of bits; after 15:00; present; day; present; day.
        let stage = b"\x01\xd8\xc4\x02\x01\x01\xe0\xc4\x02\x01\xe2\xc4\x02";
        let bytes = handed_in("a1", true).encode();
        assert!(bytes.windows(stage.len()).any(|part| part == stage), "{bytes:02x?}");
    }

    #[test]
    fn every_damaged_byte_is_noticed() {
        let whole = handed_in("a1", true).encode();
        for position in 0..whole.len() {
            for change in 1..=u8::MAX {
                let mut bytes = whole.clone();
                bytes[position] ^= change;
                let expected =
                    if position == 0 { RecordError::UnknownVersion(1 ^ change) } else { RecordError::Damaged };
                assert_eq!(Record::decode(&bytes), Err(expected), "byte {position}");
            }
        }
    }

    #[test]
    fn what_is_cut_off_or_goes_on_is_refused() {
        let whole = record("a1").encode();
        for length in 0..whole.len() {
            assert_eq!(Record::decode(&whole[..length]), Err(RecordError::Damaged), "{length} bytes");
        }
        let mut longer = postcard::to_allocvec(&V1::from(&record("a1"))).unwrap();
        longer.push(0);
        let mut bytes = vec![VERSION];
        bytes.extend(check_sum(&longer));
        bytes.extend(longer);
        assert_eq!(Record::decode(&bytes), Err(RecordError::Damaged));
    }

    #[test]
    fn another_version_is_refused_by_its_number() {
        let mut bytes = record("a1").encode();
        for version in [0, 2, 255] {
            bytes[0] = version;
            assert_eq!(Record::decode(&bytes), Err(RecordError::UnknownVersion(version)));
        }
    }

    #[test]
    fn what_no_record_may_hold_is_refused_though_it_is_whole() {
        let broken = |change: &dyn Fn(&mut V1)| {
            let mut stored = V1::from(&record("a1"));
            change(&mut stored);
            Record::decode(&sealed(&stored)).unwrap_err()
        };
        assert_eq!(broken(&|stored| stored.person = "Giàng A Páo".into()), RecordError::NotAnId);
        assert_eq!(broken(&|stored| stored.id = String::new()), RecordError::NotAnId);
        assert_eq!(broken(&|stored| stored.content = "a".repeat(65)), RecordError::NotAnId);
        assert_eq!(broken(&|stored| stored.answers[0].1 = "0912 345 678".into()), RecordError::NotAnId);
        assert_eq!(broken(&|stored| stored.items.push(("a--b".into(), 0))), RecordError::NotAnId);
        assert_eq!(broken(&|stored| stored.items.push(("to-khai".into(), 4))), RecordError::Damaged);
        assert_eq!(broken(&|stored| stored.items = vec![("x".into(), 0), ("x".into(), 1)]), RecordError::Damaged);
        assert_eq!(broken(&|stored| stored.answers.push(stored.answers[0].clone())), RecordError::Damaged);
        assert_eq!(broken(&|stored| stored.origin = 2), RecordError::Damaged);
        assert_eq!(broken(&|stored| stored.origin = 1), RecordError::Damaged, "a code carries no answers");
        assert_eq!(broken(&|stored| stored.sensitive = true), RecordError::Damaged, "nor does a sensitive list");
        assert_eq!(broken(&|stored| stored.touched = 0), RecordError::Damaged);
    }

    #[test]
    fn stages_that_cannot_be_are_refused() {
        let broken = |change: &dyn Fn(&mut V1Receipt, &mut Option<i32>)| {
            let mut stored = V1::from(&handed_in("a1", true));
            change(stored.handed_in.as_mut().unwrap(), &mut stored.collected);
            Record::decode(&sealed(&stored)).unwrap_err()
        };
        assert_eq!(broken(&|receipt, _| receipt.when = 2), RecordError::Damaged);
        assert_eq!(broken(&|receipt, _| receipt.on = i32::MAX), RecordError::Damaged);
        assert_eq!(broken(&|receipt, _| receipt.come_back = Some(i32::MIN)), RecordError::Damaged);
        assert_eq!(broken(&|receipt, _| receipt.come_back = Some(receipt.on - 1)), RecordError::Damaged);
        assert_eq!(broken(&|_, collected| *collected = Some(i32::MAX)), RecordError::Damaged);
        assert_eq!(broken(&|receipt, collected| *collected = Some(receipt.on - 1)), RecordError::Damaged);

        let mut stored = V1::from(&handed_in("a1", true));
        stored.handed_in = None;
        assert_eq!(Record::decode(&sealed(&stored)), Err(RecordError::Damaged), "collected, but never handed in");
    }
}
