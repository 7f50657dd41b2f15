//! Which files phones keep, and in which groups they come.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::{EVENTS, PACKS, ReleaseError, WORKER, pack};
use crate::dist::{self, Kind, Published};

/// Addresses, or beginnings of some, that are not the citizens': what must never be old (the worker itself, notices),
/// what only travels (packs), what is for search engines and other sites' previews, and the clerk's desk.
const NOT_KEPT: &[&str] = &[
    WORKER,
    "/notices.json",
    PACKS,
    "/robots.txt",
    "/sitemap.xml",
    "/og/",
    // For clerks, whose computers have a network; citizens' phones have no room for it.
    "/desk",
    "/scan",
    "/can-bo/",
    // Browsers take these along themselves when the site becomes an app.
    "/icons/",
    // For who draws and who translates, at a desk.
    "/hinh/",
    "/hinh.css",
    "/apple-touch-icon.png",
];

/// Drawings that are shown without standing in a page: `phone.js` puts one of them beside a notice.
const DRAWN_BY_SCRIPT: &[&str] = &["/pictograms/info.svg", "/pictograms/warning.svg"];

/// The pages one comes back by: numbers, lists, the way home, and what is shown when a page is not there.
const SHELL_PAGES: &[&str] = &["/", "/404.html", "/giay-cua-toi/", "/k/", "/so/"];

/// Programs that most people never need: they come after everything else, or when they are asked for.
const ON_DEMAND: &[&str] = &["/helper.js"];

/// The pack of the shell's pages.
const SHELL: &str = "shell";
/// The pack of what belongs to no life event.
const OTHERS: &str = "others";

/// One file of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Where it lies, its address, its kind.
    pub file: Published,
    /// The first 36 bits of its SHA-256 in base64: six letters.
    pub hash: String,
    /// How large it is when unpacked.
    pub bytes: u64,
    /// Its text, if it can travel in a pack.
    pub(super) text: Option<String>,
}

impl Listed {
    /// Its address.
    pub fn address(&self) -> &str {
        &self.file.address
    }

    /// What it names: every address of this site that stands between quotes.
    fn names(&self) -> impl Iterator<Item = &str> {
        let text = self.text.as_deref().unwrap_or_default();
        text.match_indices("\"/").filter_map(|(at, _)| text[at + 1..].split(['"', '#', '?']).next())
    }
}

/// Files that come together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The address of their pack; `None` for what comes one by one.
    pub pack: Option<String>,
    /// Whether the first visit brings them.
    pub is_first: bool,
    /// By address.
    pub files: Vec<Listed>,
}

/// All that phones keep of a published folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Each file is in exactly one.
    pub parts: Vec<Part>,
    /// Slugs, sorted.
    pub procedures: Vec<String>,
}

impl Plan {
    pub(super) fn of(dist: &Path) -> Result<Self, ReleaseError> {
        let events = dist.join(EVENTS);
        let events = fs::read_to_string(&events).map_err(|error| ReleaseError::File(events, error))?;
        let events: Vec<_> = events.lines().filter_map(|line| line.split_once('\t')).collect();
        let mut files = Vec::new();
        for file in dist::files(dist).map_err(ReleaseError::Dist)? {
            if NOT_KEPT.iter().any(|start| file.address.starts_with(start)) {
                continue;
            }
            let body = fs::read(&file.path).map_err(|error| ReleaseError::File(file.path.clone(), error))?;
            let hash = base64(&Sha256::digest(&body)[..6])[..6].to_owned();
            let bytes = body.len() as u64;
            let text = String::from_utf8(body).ok().filter(|text| !text.contains(pack::BETWEEN));
            files.push(Listed { file, hash, bytes, text });
        }
        let files = without_unseen(files);
        let parts = Grouping::new(files, &events).parts();
        let mut procedures: Vec<_> = events.iter().map(|(slug, _)| (*slug).to_owned()).collect();
        procedures.sort_unstable();
        Ok(Self { parts, procedures })
    }

    /// Every file once.
    pub fn files(&self) -> impl Iterator<Item = &Listed> {
        self.parts.iter().flat_map(|part| &part.files)
    }

    /// The texts that belong to one procedure alone.
    pub fn of_procedure(&self, slug: &str) -> impl Iterator<Item = &Listed> {
        let folder = format!("/{slug}/");
        self.files().filter(move |file| file.address().starts_with(&folder) && file.text.is_some())
    }

    /// Whether these make a small pack besides those of the life events.
    pub fn has_own_pack(&self, slug: &str) -> bool {
        self.of_procedure(slug).nth(1).is_some()
    }

    /// What a page loads to be seen, pictures above all, without the pages it leads to.
    pub fn drawn_by(&self, page: &str) -> impl Iterator<Item = &Listed> {
        let named: Vec<&str> = self.files().filter(|file| file.address() == page).flat_map(Listed::names).collect();
        self.files().filter(move |file| file.file.kind != Kind::Page && named.contains(&file.address()))
    }
}

/// Without the drawings that nothing loads, because pages draw them inside.
fn without_unseen(files: Vec<Listed>) -> Vec<Listed> {
    let named: BTreeSet<String> = files.iter().flat_map(Listed::names).map(str::to_owned).collect();
    let is_seen = |file: &Listed| {
        file.file.kind != Kind::Drawing || named.contains(file.address()) || DRAWN_BY_SCRIPT.contains(&file.address())
    };
    files.into_iter().filter(is_seen).collect()
}

/// Which file goes into which part.
struct Grouping<'a> {
    files: BTreeMap<String, Listed>,
    events: &'a [(&'a str, &'a str)],
    /// Address → pack.
    packs: BTreeMap<String, &'a str>,
}

impl<'a> Grouping<'a> {
    fn new(files: Vec<Listed>, events: &'a [(&'a str, &'a str)]) -> Self {
        let files = files.into_iter().map(|file| (file.address().to_owned(), file)).collect();
        Self { files, events, packs: BTreeMap::new() }
    }

    fn parts(mut self) -> Vec<Part> {
        let shell: Vec<_> = SHELL_PAGES.iter().copied().filter(|page| self.files.contains_key(*page)).collect();
        for &address in &shell {
            self.packs.insert(address.to_owned(), SHELL);
        }
        let mut order = vec![SHELL];
        for &(slug, event) in self.events {
            if !order.contains(&event) {
                order.push(event);
            }
            for address in self.of_procedure(slug) {
                self.packs.insert(address, event);
            }
        }
        // What is named goes where it is named first. The shell leads everywhere, so it takes no pages along.
        let with_procedures = self.drawn_with_procedures();
        for address in shell {
            self.claim_what_it_names(address, SHELL, |file| {
                file.file.kind != Kind::Page && !with_procedures.contains(file.address())
            });
        }
        for &(slug, event) in self.events {
            for address in self.of_procedure(slug) {
                // Pages directly below the root are named everywhere and belong to no event.
                self.claim_what_it_names(&address, event, |file| {
                    file.file.kind != Kind::Page || file.address().trim_matches('/').contains('/')
                });
            }
        }
        let left = self.packable().filter(|address| !self.packs.contains_key(*address)).map(str::to_owned);
        for address in left.collect::<Vec<_>>() {
            self.packs.insert(address, OTHERS);
        }
        order.push(OTHERS);
        self.into_parts(&order)
    }

    fn of_procedure(&self, slug: &str) -> Vec<String> {
        let folder = format!("/{slug}/");
        self.packable().filter(|address| address.starts_with(&folder)).map(str::to_owned).collect()
    }

    /// Programs and styles come one by one: a page that is open has just loaded them, so the browser has them already.
    fn is_code(file: &Listed) -> bool {
        matches!(file.file.kind, Kind::Script | Kind::Style | Kind::Wasm | Kind::Manifest)
    }

    fn packable(&self) -> impl Iterator<Item = &str> {
        let files = self.files.iter().filter(|(_, file)| file.text.is_some() && !Self::is_code(file));
        files.map(|(address, _)| address.as_str())
    }

    /// Drawings that some procedures show and most do not. The shell names the picture of every procedure, for lists
    /// that are there already; it would bring all of them to a first visit, so they come with their procedures.
    fn drawn_with_procedures(&self) -> BTreeSet<String> {
        let mut shown_by: BTreeMap<&str, usize> = BTreeMap::new();
        for (slug, _) in self.events {
            let pages = self.of_procedure(slug);
            let named = pages.iter().filter_map(|page| self.files.get(page)).flat_map(Listed::names);
            for name in named.collect::<BTreeSet<_>>() {
                *shown_by.entry(name).or_default() += 1;
            }
        }
        let few = shown_by.into_iter().filter(|(_, procedures)| procedures * 2 < self.events.len());
        few.map(|(name, _)| name.to_owned()).collect()
    }

    /// Papers lead to drawings and to other papers, so this follows pages.
    fn claim_what_it_names(&mut self, address: &str, pack: &'a str, takes: impl Fn(&Listed) -> bool) {
        let mut open = vec![address.to_owned()];
        while let Some(address) = open.pop() {
            let Some(file) = self.files.get(&address) else { continue };
            let named: Vec<_> = file.names().filter_map(|name| self.files.get(name)).collect();
            for file in named {
                let (address, is_page) = (file.address().to_owned(), file.file.kind == Kind::Page);
                let is_free = file.text.is_some() && !Self::is_code(file) && !self.packs.contains_key(&address);
                if is_free && takes(file) {
                    self.packs.insert(address.clone(), pack);
                    if is_page {
                        open.push(address);
                    }
                }
            }
        }
    }

    fn into_parts(self, order: &[&str]) -> Vec<Part> {
        let shell = SHELL_PAGES.iter().filter_map(|page| self.files.get(*page));
        let named_by_shell: BTreeSet<String> = shell.flat_map(Listed::names).map(str::to_owned).collect();
        // Programs, and the styles of the pages that the first visit brings; the styles of others are fetched with those
        // pages by the browser, and kept after everything else.
        let is_first = |file: &Listed| {
            !ON_DEMAND.contains(&file.address())
                && (file.file.kind != Kind::Style || named_by_shell.contains(file.address()))
        };
        let mut packs: BTreeMap<&str, Vec<Listed>> = BTreeMap::new();
        let (mut code, mut later) = (Vec::new(), Vec::new());
        for (address, file) in self.files {
            match self.packs.get(&address) {
                Some(pack) => packs.entry(pack).or_default().push(file),
                None if Self::is_code(&file) && is_first(&file) => code.push(file),
                None => later.push(file),
            }
        }
        let packed = order.iter().filter_map(|&name| {
            let files = packs.remove(name)?;
            Some(Part { pack: Some(pack::address(name)), is_first: name == SHELL, files })
        });
        let mut parts = vec![Part { pack: None, is_first: true, files: code }];
        parts.extend(packed);
        parts.push(Part { pack: None, is_first: false, files: later });
        parts.retain(|part| !part.files.is_empty());
        parts
    }
}

/// [RFC 4648](https://datatracker.ietf.org/doc/html/rfc4648#section-4), without padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let number = (0..3).fold(0, |number, at| number << 8 | usize::from(three.get(at).copied().unwrap_or_default()));
        for sextet in 0..=three.len() {
            text.push(char::from(LETTERS[number >> (18 - 6 * sextet) & 63]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }
}
