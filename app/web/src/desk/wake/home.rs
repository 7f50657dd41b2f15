//! Choosing a procedure by a few letters, and what is typed once.

use std::rc::Rc;

use domain::search;
use store::Shelf;
use wasm_bindgen_futures::spawn_local;

use super::Keeping;
use crate::browser::{self, Element, copy, file, keyboard, net, send};
use crate::desk::recent;
use crate::desk::settings::{self, Settings};

/// Wakes the page.
pub(super) async fn wake(main: &Element) -> Option<Keeping> {
    let field = browser::find(main, "[data-search]")?;
    let list = browser::find(main, "[data-choices]")?;
    let none = browser::find(main, "[data-none]")?;
    let choices = browser::find_all(&list, "[data-choice]");
    let recent = browser::find(main, "[data-recent]")?;
    let (shelf, keeping) = super::shelf().await;
    show_recent(&recent, &choices, &recent::read(&super::kept(&shelf, recent::KEY).await));
    wake_settings(main, shelf).await;
    let typed = field.clone();
    let found = move || {
        let typed = file::value(&typed);
        let count = sort(&list, &choices, &typed);
        browser::set_hidden(&none, count > 0);
        // Whoever types looks for something else than what was done last.
        let has_recent = browser::find(&recent, "[data-choice]").is_some();
        browser::set_hidden(&recent, !has_recent || !typed.is_empty());
    };
    // Going back, browsers fill the field in again.
    found();
    browser::listen(main, "input", {
        let (field, found) = (field.clone(), found.clone());
        move |event| {
            if browser::closest(event, "[data-search]").is_some_and(|input| input == field) {
                found();
            }
        }
    });
    let main = main.clone();
    browser::listen(&field, "keydown", move |event| {
        if keyboard::key(event).as_deref() == Some("Enter")
            && let Some(first) = browser::find(&main, "[data-choices] [data-choice]:not([hidden]) a")
        {
            event.prevent_default();
            net::visit(&browser::attribute(&first, "href"));
        }
    });
    Some(keeping)
}

/// Copies the choices that were made last to a list of their own.
fn show_recent(recent: &Element, choices: &[Element], slugs: &[String]) {
    let Some(list) = browser::find(recent, "ul") else { return };
    for slug in slugs {
        let choice = choices.iter().find(|choice| browser::attribute(choice, "data-choice") == *slug);
        if let Some(copied) = choice.and_then(copy::of) {
            browser::append(&list, &copied);
        }
    }
}

/// Fills the settings in as they were kept, and keeps every change.
async fn wake_settings(main: &Element, shelf: Shelf) {
    let Some(section) = browser::find(main, "[data-settings]") else { return };
    let kept = super::settings(&shelf).await;
    for (name, value) in
        [("commune", &kept.commune), ("phone", &kept.phone), ("hours", &kept.hours), ("greeting", &kept.greeting)]
    {
        if let Some(field) = field(&section, name) {
            send::set_value(&field, value);
        }
    }
    show_trouble(&section, &kept);
    let shelf = Rc::new(shelf);
    let typing = section.clone();
    browser::listen(&section, "input", move |_| {
        show_trouble(&typing, &typed(&typing));
        browser::show_only(&typing, "data-said", "");
    });
    let changed = section.clone();
    browser::listen(&section, "change", move |_| {
        let (shelf, section) = (Rc::clone(&shelf), changed.clone());
        spawn_local(async move {
            let is_kept = shelf.put(settings::KEY, &typed(&section).to_bytes()).await.is_ok() && shelf.is_durable();
            browser::show_only(&section, "data-said", if is_kept { "saved" } else { "lost" });
            if is_kept {
                browser::mark("saved");
            }
        });
    });
}

/// What stands in the fields.
fn typed(section: &Element) -> Settings {
    let value = |name| field(section, name).map(|field| file::value(&field).trim().to_owned()).unwrap_or_default();
    Settings { commune: value("commune"), phone: value("phone"), hours: value("hours"), greeting: value("greeting") }
}

fn field(section: &Element, name: &str) -> Option<Element> {
    browser::find(section, &["input[name=", name, "]"].concat())
}

/// A telephone that is none is not silently left out of the messages.
fn show_trouble(section: &Element, settings: &Settings) {
    let is_wrong = !settings.phone.is_empty() && settings.dialled().is_empty();
    browser::hide(section, "[data-trouble=phone]", !is_wrong);
}

/// Shows the procedures that answer what was typed, the best first, and says how many. Nothing typed leaves the order of
/// the page.
pub(super) fn sort(list: &Element, choices: &[Element], typed: &str) -> usize {
    let mut answers: Vec<_> = choices
        .iter()
        .enumerate()
        .filter_map(|(position, choice)| {
            let names = browser::attribute(choice, "data-names");
            let names: Vec<_> = names.split('|').collect();
            Some((search::rank(typed, &names)?, position, choice))
        })
        .collect();
    answers.sort_by_key(|(rank, position, _)| (*rank, *position));
    for choice in choices {
        browser::set_hidden(choice, true);
    }
    for (_, _, choice) in &answers {
        browser::set_hidden(choice, false);
        browser::append(list, choice);
    }
    answers.len()
}
