//! Numbers stand on walls and in messages that nobody can call back. So each is given once, for ever: the lock file
//! remembers all of them, also those of what is gone.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use crate::content::{Draft, LOCK_FILE, Parsed};
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::Procedure;
use crate::source::Place;

pub(crate) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    let lock = draft.lock.as_ref().map(|lock| &lock.data);
    let place = Place::root().key("number");

    let used: Vec<_> =
        draft.procedures.iter().map(|file| Used::new(file, &place, &file.id, file.data.number)).collect();
    let given = lock.map(|lock| lock.procedures.iter().map(|(slug, locked)| (slug.as_str(), locked.number)).collect());
    check_one(&used, &Given { numbers: given, range: 1..=499 }, problems);

    let used: Vec<_> = draft.communes.iter().map(|file| Used::new(file, &place, &file.id, file.data.number)).collect();
    let given = lock.map(|lock| lock.communes.iter().map(|(id, number)| (id.as_str(), u16::from(*number))).collect());
    check_one(&used, &Given { numbers: given, range: 0..=127 }, problems);

    for procedure in &draft.procedures {
        // Of a procedure that is not locked yet only that is said.
        let locked = lock.and_then(|lock| lock.procedures.get(&procedure.id));
        let given = locked.map(|locked| {
            locked.requirements.0.iter().map(|(id, locked)| (id.as_str(), u16::from(locked.number))).collect()
        });
        check_one(&requirements(procedure), &Given { numbers: given, range: 0..=31 }, problems);
    }
}

fn requirements(procedure: &Parsed<Procedure>) -> Vec<Used<'_, Procedure>> {
    let list = Place::root().key("requirements");
    let used = procedure.data.requirements.iter().enumerate().map(|(position, requirement)| {
        Used::new(procedure, &list.at(position).key("number"), &requirement.id, requirement.number)
    });
    used.collect()
}

/// A number as content uses it.
struct Used<'a, T> {
    file: &'a Parsed<T>,
    place: Place,
    id: &'a str,
    number: u16,
}

impl<'a, T> Used<'a, T> {
    fn new(file: &'a Parsed<T>, place: &Place, id: &'a str, number: impl Into<u16>) -> Self {
        Self { file, place: place.clone(), id, number: number.into() }
    }

    fn problem(&self, kind: ProblemKind, says: Explanation) -> Problem {
        self.file.problem(kind, &self.place, says)
    }
}

/// Numbers that were given, by id; `None` when there is nothing to compare with.
struct Given<'a> {
    numbers: Option<HashMap<&'a str, u16>>,
    range: RangeInclusive<u16>,
}

impl Given<'_> {
    fn of(&self, id: &str) -> Option<u16> {
        self.numbers.as_ref()?.get(id).copied()
    }

    fn holder(&self, number: u16) -> Option<&str> {
        self.numbers.as_ref()?.iter().find(|(_, given)| **given == number).map(|(id, _)| *id)
    }

    /// What to type for something new: after the last one while there is room, so that gaps stay gaps.
    fn free<T>(&self, used: &[Used<'_, T>]) -> String {
        let given = self.numbers.iter().flatten().map(|(_, number)| *number);
        let taken: Vec<u16> = given.chain(used.iter().map(|used| used.number)).collect();
        let after = taken.iter().max().map_or(*self.range.start(), |most| most + 1);
        let free = (after..=*self.range.end()).chain(self.range.clone()).find(|number| !taken.contains(number));
        match free {
            Some(number) => format!("gõ `number = {number}` (còn trống)"),
            None => format!("các số đến {} đã dùng hết: phải tách thủ tục", self.range.end()),
        }
    }
}

/// Numbers of one kind: distinct, and as they were given.
fn check_one<T>(used: &[Used<'_, T>], given: &Given<'_>, problems: &mut Vec<Problem>) {
    let mut owners: HashMap<u16, &str> = HashMap::new();
    // Who was given a number keeps it, whoever comes first in the folder.
    for used in used.iter().filter(|used| given.of(used.id) == Some(used.number)).chain(used) {
        owners.entry(used.number).or_insert(used.id);
    }
    for one in used {
        let owner = owners.get(&one.number).copied().unwrap_or(one.id);
        if owner != one.id {
            problems.push(one.problem(
                ProblemKind::DuplicateNumber,
                Explanation {
                    message: format!("số {} đã là của `{owner}`", one.number),
                    expected: "mỗi số chỉ dùng một lần".to_owned(),
                    advice: given.free(used),
                },
            ));
        } else if given.numbers.is_some() {
            problems.extend(as_given(one, given, || given.free(used)));
        }
    }
}

fn as_given<T>(used: &Used<'_, T>, given: &Given<'_>, free: impl Fn() -> String) -> Option<Problem> {
    let (id, number) = (used.id, used.number);
    let (kind, says) = match (given.of(id), given.holder(number)) {
        (Some(locked), _) if locked == number => return None,
        (Some(locked), _) => (
            ProblemKind::LockedNumberChanged,
            Explanation {
                message: format!("số của `{id}` đã phát hành là {locked}, không đổi được"),
                expected: format!("cần {locked}"),
                advice: format!("gõ lại `number = {locked}`"),
            },
        ),
        (None, Some(holder)) => (
            ProblemKind::LockedNumberReused,
            Explanation {
                message: format!("số {number} đã phát hành cho `{holder}`, kể cả khi `{holder}` đã bỏ"),
                expected: format!("không dùng lại được cho `{id}`"),
                advice: format!("chỉ đổi tên thì giữ tên cũ `{holder}`; là cái mới thì {}", free()),
            },
        ),
        (None, None) => (
            ProblemKind::NotLocked,
            Explanation {
                message: format!("số {number} của `{id}` chưa ghi vào sổ số đã phát hành"),
                expected: format!("chưa có trong {LOCK_FILE}"),
                advice: "chạy `make lock`".to_owned(),
            },
        ),
    };
    Some(used.problem(kind, says))
}
