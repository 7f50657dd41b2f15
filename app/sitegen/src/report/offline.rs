//! What the worker brings onto a phone: on the first visit, for the way without network, and when something changes.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use super::table::Table;
use super::{Budget, FIRST_TIER, ReportError, said, share, travelling, verdict};
use crate::dist::{self, Kind};
use crate::release::{self, Listed, Part};

/// Everything but sound, of all procedures of a commune; there are about [`PROCEDURES`].
pub(super) const PACKS: Budget = Budget { limit: 700_000, aim: 450_000 };
/// How many procedures the limit of [`PACKS`] is meant for.
pub(super) const PROCEDURES: u64 = 60;
/// One procedure whose pages have all changed, without the worker.
pub(super) const ONE_CHANGED: Budget = Budget { limit: 15_000, aim: 15_000 };

/// Bytes as they travel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offline {
    /// `sw.js` with the list.
    pub worker: u64,
    /// Scripts, styles, the manifest that the first visit brings.
    pub code: u64,
    /// The same with what comes later.
    pub all_code: u64,
    /// The pack of the pages one comes back by.
    pub shell: u64,
    /// The page that costs most to be the first, and what it and its drawings weigh.
    pub opened: (String, u64),
    /// By address, the shell among them.
    pub packs: Vec<(String, u64)>,
    /// By slug: all pages of the procedure.
    pub procedures: Vec<(String, u64)>,
}

impl Offline {
    /// Measures a published folder.
    pub(super) fn measure(dist: &Path) -> Result<Self, ReportError> {
        let plan = release::plan(dist).map_err(ReportError::Release)?;
        let of_path = |address: &str| {
            let path = dist.join(address.trim_start_matches('/'));
            let twin = dist::twin(&path);
            let size = fs::metadata(if twin.is_file() { &twin } else { &path }).map(|file| file.len());
            size.map_err(|error: io::Error| ReportError::File(path, error))
        };
        let of_file =
            |file: &Listed| travelling(&file.file).map_err(|error| ReportError::File(file.file.path.clone(), error));
        let sum = |files: &mut dyn Iterator<Item = &Listed>| files.map(of_file).sum::<Result<u64, _>>();

        let is_first = |file: &Listed| {
            plan.parts.iter().any(|part| part.is_first && part.files.iter().any(|own| own.address() == file.address()))
        };
        let mut opened = (String::new(), 0);
        for page in plan.files().filter(|file| file.file.kind == Kind::Page && !is_first(file)) {
            let drawn = sum(&mut plan.drawn_by(page.address()).filter(|file| !is_first(file)))?;
            let size = of_file(page)? + drawn;
            if size > opened.1 {
                opened = (page.address().to_owned(), size);
            }
        }
        let mut packs = Vec::new();
        for address in plan.parts.iter().filter_map(|part| part.pack.as_deref()) {
            packs.push((address.to_owned(), of_path(address)?));
        }
        let mut procedures = Vec::new();
        for slug in &plan.procedures {
            let size = match plan.has_own_pack(slug) {
                true => of_path(&release::pack_of_procedure(slug))?,
                false => sum(&mut plan.of_procedure(slug))?,
            };
            procedures.push((slug.clone(), size));
        }
        let first = |part: &&Part| part.is_first;
        Ok(Self {
            worker: of_path(release::WORKER)?,
            all_code: sum(&mut plan
                .files()
                .filter(|file| matches!(file.file.kind, Kind::Script | Kind::Style | Kind::Wasm | Kind::Manifest)))?,
            code: sum(&mut plan
                .parts
                .iter()
                .filter(first)
                .filter(|part| part.pack.is_none())
                .flat_map(|it| &it.files))?,
            shell: plan
                .parts
                .iter()
                .filter(first)
                .filter_map(|it| it.pack.as_deref())
                .map(of_path)
                .sum::<Result<_, _>>()?,
            opened,
            packs,
            procedures,
        })
    }

    /// What the first visit brings before anything is promised: the page with its drawings, the shell, the code.
    pub fn first_tier(&self) -> u64 {
        self.worker + self.code + self.shell + self.opened.1
    }

    /// Everything but the code.
    pub fn all_packs(&self) -> u64 {
        self.packs.iter().map(|(_, size)| size).sum()
    }

    /// What all packs would weigh if there were [`PROCEDURES`] like those there are. More of one life event weigh less,
    /// because they are compressed against each other.
    pub fn all_packs_of_a_commune(&self) -> u64 {
        let events = self.all_packs() - self.shell;
        self.shell + events * PROCEDURES / (self.procedures.len() as u64).max(1)
    }

    /// What is held against a limit.
    pub(super) fn budgets(&self) -> Vec<(String, u64, Budget)> {
        let mut all = vec![
            ("the first tier".to_owned(), self.first_tier(), FIRST_TIER),
            ("all packs".to_owned(), self.all_packs(), PACKS),
        ];
        let changed = self.procedures.iter();
        all.extend(changed.map(|(slug, size)| (format!("a change of /{slug}/"), *size, ONE_CHANGED)));
        all
    }
}

impl fmt::Display for Offline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |table: &mut Table, what: &str, size: u64, budget: Budget| {
            table.row(&[what, &size.to_string(), &share(size, budget), verdict(size, budget)]);
        };
        let mut tier = Table::new(&["first visit", "bytes", "of limit", ""]);
        let page = format!("{} and what it draws", self.opened.0);
        let parts = [
            (page.as_str(), self.opened.1),
            ("shell pack", self.shell),
            ("code and styles", self.code),
            ("worker with its list", self.worker),
        ];
        for (what, size) in parts {
            tier.row(&[what, &size.to_string()]);
        }
        row(&mut tier, "first tier", self.first_tier(), FIRST_TIER);
        writeln!(f, "{tier}{}\n", said(FIRST_TIER))?;

        let mut packs = Table::new(&["without network", "bytes", "of limit", ""]);
        for (address, size) in &self.packs {
            packs.row(&[address, &size.to_string()]);
        }
        row(&mut packs, &format!("{} procedures", self.procedures.len()), self.all_packs(), PACKS);
        writeln!(
            f,
            "{packs}{} for {PROCEDURES} procedures; {PROCEDURES} like these would have {}, less where they share a pack\n",
            said(PACKS),
            self.all_packs_of_a_commune()
        )?;

        let mut changes = Table::new(&["changed, for a phone that has the rest", "bytes", "of limit", ""]);
        for (slug, size) in &self.procedures {
            row(&mut changes, &format!("all pages of /{slug}/"), *size, ONE_CHANGED);
        }
        changes.row(&["all code, no page", &self.all_code.to_string()]);
        writeln!(f, "{changes}limit {} for one procedure; the worker comes on top: {}", ONE_CHANGED.limit, self.worker)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    /// The size of each file can be told from every sum of them.
    fn site() -> Scratch {
        let site = Scratch::with(&[
            (release::EVENTS, "khai-sinh\tsinh-con\nket-hon\tcuoi\n"),
            ("sw.js", "/* release */ {} /* end */"),
            ("index.html", "<link href=\"/main.css\">"),
            ("main.css", &"p{}".repeat(10)),
            ("basis.css", &"p{}".repeat(20)),
            ("citizen.js", &"1".repeat(1_000)),
            ("desk.js", &"2".repeat(9_999)),
            ("khai-sinh/index.html", &format!("<img src=\"/pictograms/co.svg\">{}", "3".repeat(400))),
            ("khai-sinh/can-cu/index.html", &"4".repeat(200)),
            ("ket-hon/index.html", &"5".repeat(430)),
            ("pictograms/co.svg", &"6".repeat(50)),
            ("pictograms/khong.svg", &"7".repeat(5_000)),
        ]);
        release::write(site.path()).unwrap();
        site
    }

    #[test]
    fn the_first_visit_is_the_dearest_page_with_its_drawings_the_shell_and_the_code() {
        let offline = Offline::measure(site().path()).unwrap();
        assert_eq!(offline.code, 1_030, "no desk, and no style that the first visit does not need");
        assert_eq!(offline.all_code, 1_090);
        assert_eq!(offline.opened, ("/khai-sinh/".to_owned(), 30 + 400 + 50));
        assert_eq!(offline.first_tier(), offline.worker + 1_030 + offline.shell + 480);
    }

    #[test]
    fn packs_are_what_is_needed_without_network() {
        let offline = Offline::measure(site().path()).unwrap();
        let packs: Vec<_> = offline.packs.iter().map(|(address, _)| address.as_str()).collect();
        assert_eq!(packs, ["/packs/shell.txt", "/packs/sinh-con.txt", "/packs/cuoi.txt"]);
        assert_eq!(offline.all_packs_of_a_commune(), offline.shell + (offline.all_packs() - offline.shell) * 30);
    }

    #[test]
    fn a_procedure_with_one_page_is_that_page_and_one_with_more_is_its_pack() {
        let procedures = Offline::measure(site().path()).unwrap().procedures;
        let pack = "/khai-sinh/\n".len() + 430 + 1 + "/khai-sinh/can-cu/\n".len() + 200;
        assert_eq!(procedures, [("ket-hon".to_owned(), 430), ("khai-sinh".to_owned(), pack as u64)]);
    }

    #[test]
    fn each_limit_has_a_sentence_of_its_own() {
        let site = site();
        site.write("packs/procedure/khai-sinh.txt", &[b'x'; 15_001]);
        site.write("packs/sinh-con.txt", &[b'x'; 700_000]);
        let over: Vec<_> = Offline::measure(site.path())
            .unwrap()
            .budgets()
            .into_iter()
            .filter(|(_, size, budget)| *size > budget.limit)
            .map(|(what, ..)| what)
            .collect();
        assert_eq!(over, ["all packs", "a change of /khai-sinh/"]);
    }

    #[test]
    fn a_folder_without_its_packs_is_an_error_and_not_a_light_release() {
        let site = site();
        fs::remove_dir_all(site.path().join("packs")).unwrap();
        let error = Offline::measure(site.path()).unwrap_err().to_string();
        assert!(error.contains("shell.txt"), "{error}");
    }
}
