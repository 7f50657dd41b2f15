//! What the rules ask of files, read without a browser: ways through the site, code, drawings, names of papers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::root;
use super::table::Table;
use harness::procedures;
use serde_json::{Map, Value};

pub(super) fn keeps_the_rules(table: &mut Table) {
    ways(table);
    code(table);
}

/// Rule 3: from the first page over a life event to every procedure, and nowhere a menu behind a menu.
fn ways(table: &mut Table) {
    let mut first = vec!["/".to_owned()];
    while let Some(next) = first.last().and_then(|page| next_page(page)).filter(|next| !first.contains(next)) {
        first.push(next);
    }
    let mut reached = BTreeSet::new();
    for home in &first {
        for menu in links(home) {
            let mut pages = vec![menu.clone()];
            while let Some(next) = pages
                .last()
                .and_then(|page| next_page(page))
                .filter(|next| next.starts_with(&menu) && !pages.contains(next))
            {
                pages.push(next);
            }
            for page in pages {
                if kind(&page) != "event" {
                    reached.insert(page);
                    continue;
                }
                for link in links(&page) {
                    table.assertions("3", "routes", 1);
                    if !["procedure", "document"].contains(&kind(&link).as_str()) {
                        table.fault("3", &format!("{page} leads to {link}, a menu behind a menu"), "routes".to_owned());
                    }
                    reached.insert(link);
                }
            }
        }
    }
    for slug in procedures() {
        table.assertions("3", "routes", 1);
        if !reached.contains(&format!("/{slug}/")) {
            table.fault("3", &format!("/{slug}/ is not reached from / in two touches"), "routes".to_owned());
        }
    }
}

fn page(address: &str) -> Option<String> {
    std::fs::read_to_string(root().join("dist").join(address.trim_matches('/')).join("index.html")).ok()
}

/// What `data-page` says.
fn kind(address: &str) -> String {
    page(address).and_then(|page| after(&page, "data-page=\"")).unwrap_or_default()
}

/// Where the links of the page's own part lead inside the site.
fn links(address: &str) -> Vec<String> {
    let Some(page) = page(address) else { return Vec::new() };
    let main = page.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).map_or("", |(main, _)| main);
    let all = main.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    all.filter(|href| href.starts_with('/')).map(str::to_owned).collect()
}

fn next_page(address: &str) -> Option<String> {
    let page = page(address)?;
    let control = page
        .split("<a ")
        .find(|link| link.split('>').next().is_some_and(|tag| tag.contains("data-control=\"next\"")))?;
    after(control, "href=\"").filter(|next| next.starts_with('/'))
}

fn after(text: &str, mark: &str) -> Option<String> {
    Some(text.split_once(mark)?.1.split('"').next()?.to_owned())
}

/// Rule 16: what a thumb cannot find out by itself. What must not stand in which files.
const FORBIDDEN: [(&str, &[&str], &[&str]); 4] = [
    ("style", &["css"], &[":hover", "overflow-x: auto", "overflow-x: scroll", "overflow-inline", "scroll-snap"]),
    (
        "public",
        &["js"],
        &[
            "touchmove",
            "touchstart",
            "pointermove",
            "mouseover",
            "mouseenter",
            "dblclick",
            "contextmenu",
            "dragstart",
            ".title =",
        ],
    ),
    (
        "app/web/src",
        &["rs"],
        &["touchmove", "touchstart", "pointermove", "mouseover", "mouseenter", "dblclick", "contextmenu", "dragstart"],
    ),
    (
        "dist",
        &["html"],
        &[" title=\"", "role=\"tab", "role=\"menu", "draggable", "<dialog", " ondblclick", "<marquee", "<select"],
    ),
];

fn code(table: &mut Table) {
    for (folder, extensions, words) in FORBIDDEN {
        for (path, text) in files(&root().join(folder), extensions) {
            table.assertions("16", "code", words.len() as u64);
            for word in words.iter().filter(|word| text.contains(**word)) {
                table.fault("16", &format!("`{word}`"), path.clone());
            }
        }
    }
}

fn files(folder: &Path, extensions: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, extensions));
        } else if path.extension().is_some_and(|own| extensions.iter().any(|extension| own == *extension)) {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            found.push((path.display().to_string(), text));
        }
    }
    found
}

/// The colours of the lines that each drawing has as a file; white ones lie on what the drawing has filled.
pub(super) fn strokes() -> Value {
    let mut all = Map::new();
    for (path, drawing) in files(&root().join("dist/pictograms"), &["svg"]) {
        let name = Path::new(&path).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let colours: BTreeSet<&str> =
            drawing.split(" stroke=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        all.insert(name, colours.into_iter().filter(|colour| !colour.starts_with("#fff")).collect());
    }
    Value::Object(all)
}

/// Papers whose plain and official names differ.
pub(super) fn papers_with_two_names() -> Vec<String> {
    let named: BTreeMap<String, String> = files(&root().join("app/content/documents"), &["toml"]).into_iter().collect();
    let value = |text: &str, key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='))?;
        Some(line.trim().trim_matches('"').to_lowercase())
    };
    let differ = named
        .into_iter()
        .filter(|(_, text)| value(text, "official").is_some_and(|official| value(text, "plain") != Some(official)));
    differ.filter_map(|(path, _)| Some(Path::new(&path).file_stem()?.to_str()?.to_owned())).collect()
}
