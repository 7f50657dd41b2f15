//! The lock file: every number that was ever published, so that a number on a wall never comes to mean something
//! else. New numbers are appended; nothing is changed and nothing taken out.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use crate::check;
use crate::content::{Draft, Files, LOCK_FILE};
use crate::diagnostics::{self, Problem, ProblemKind};
use crate::schema::{Lock, LockedProcedure, LockedRequirement, Need, Requirement};

const HEADER: &str = "\
# Số đã phát hành: in trên tường, gửi trong tin nhắn. Máy ghi tệp này (make lock); đừng sửa tay.
# Không bao giờ đổi số, không bao giờ xóa dòng, kể cả khi thủ tục hay giấy tờ đã bỏ.
# always = lúc phát hành, ai cũng cần.
";

/// What became of the lock file.
#[derive(Debug)]
pub enum Update {
    /// It had everything already.
    Unchanged,
    /// It was written anew, with so many numbers more.
    Written(usize),
    /// It was not touched, because of these problems with numbers or with reading what has them.
    Refused(Vec<Problem>),
}

/// Appends to `content/numbers.lock.toml` what is not in it yet.
///
/// # Errors
/// When the file cannot be written.
pub fn update(content: &Path, pictures: &Path) -> io::Result<Update> {
    let files = Files::read(content, pictures);
    match appended(&files) {
        Err(problems) => Ok(Update::Refused(problems)),
        Ok((_, 0)) => Ok(Update::Unchanged),
        Ok((text, added)) => {
            fs::write(content.join(LOCK_FILE), text)?;
            Ok(Update::Written(added))
        }
    }
}

/// The lock file's new text, and how many numbers it has more than before.
///
/// # Errors
/// Problems with reading any file, or with numbers: what is locked stays locked, so it had better be right.
pub fn appended(files: &Files) -> Result<(String, usize), Vec<Problem>> {
    let (draft, mut problems) = files.draft();
    check::numbers(&draft, &mut problems);
    problems.retain(|problem| problem.kind != ProblemKind::NotLocked);
    if !problems.is_empty() {
        diagnostics::sort(&mut problems);
        return Err(problems);
    }
    let mut lock = draft.lock.as_ref().map(|lock| lock.data.clone()).unwrap_or_default();
    let added = append(&mut lock, &draft);
    Ok((write(&mut lock), added))
}

fn append(lock: &mut Lock, draft: &Draft) -> usize {
    let mut added = 0;
    for commune in &draft.communes {
        lock.communes.entry(commune.id.clone()).or_insert_with(|| {
            added += 1;
            commune.data.number
        });
    }
    for procedure in &draft.procedures {
        let locked = lock.procedures.entry(procedure.id.clone()).or_insert_with(|| {
            added += 1;
            LockedProcedure { number: procedure.data.number, requirements: Default::default() }
        });
        for requirement in &procedure.data.requirements {
            locked.requirements.0.entry(requirement.id.clone()).or_insert_with(|| {
                added += 1;
                LockedRequirement { number: requirement.number, always: is_always_needed(requirement) }
            });
        }
    }
    added
}

/// Whether everybody needs it, today and later.
fn is_always_needed(requirement: &Requirement) -> bool {
    requirement.when.is_none()
        && requirement.need == Need::Needed
        && requirement.from.is_none()
        && requirement.until.is_none()
}

/// In the order of the numbers, so that two editors who add one each get different lines.
fn write(lock: &mut Lock) -> String {
    lock.communes.sort_by(|_, one, _, other| one.cmp(other));
    lock.procedures.sort_by(|_, one, _, other| one.number.cmp(&other.number));
    let mut text = HEADER.to_owned();
    text.push_str("\n[communes]\n");
    for (id, number) in &lock.communes {
        push(&mut text, format_args!("{id} = {number}\n"));
    }
    for (slug, procedure) in &mut lock.procedures {
        push(&mut text, format_args!("\n[procedures.{slug}]\nnumber = {}\n", procedure.number));
        push(&mut text, format_args!("[procedures.{slug}.requirements]\n"));
        procedure.requirements.0.sort_by(|_, one, _, other| one.number.cmp(&other.number));
        for (id, requirement) in &procedure.requirements.0 {
            let LockedRequirement { number, always } = requirement;
            push(&mut text, format_args!("{id} = {{ number = {number}, always = {always} }}\n"));
        }
    }
    text
}

fn push(text: &mut String, line: std::fmt::Arguments<'_>) {
    text.write_fmt(line).expect("a string takes every letter");
}
