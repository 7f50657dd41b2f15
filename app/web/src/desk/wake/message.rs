//! The message for one person: read from the states of the lines, written anew at each touch.

use std::cell::Cell;
use std::iter;
use std::rc::Rc;

use domain::message::{Extra, Fault, Gap, Message, Sentences};
use wasm_bindgen_futures::spawn_local;

use super::Keeping;
use super::outbox::Outbox;
use crate::browser::{self, Element, file, send};
use crate::desk::number::Numbered;
use crate::desk::recent;
use crate::desk::settings::Settings;

/// The page, and what is known besides it.
pub(super) struct Desk {
    pub(super) main: Element,
    pub(super) sentences: Sentences,
    settings: Settings,
    /// Extra sentences that the clerk put back although they make the message longer.
    wanted: Cell<[bool; Extra::ALL.len()]>,
    pub(super) outbox: Outbox,
}

/// A requirement that is not met.
pub(super) struct Line {
    number: u8,
    sms: String,
    pub(super) plain: String,
    pub(super) slip: String,
    pub(super) fault: Fault,
}

/// Wakes the page.
pub(super) async fn wake(main: Element) -> Option<Keeping> {
    let (shelf, keeping) = super::shelf().await;
    let settings = super::settings(&shelf).await;
    let slug = browser::attribute(&main, "data-procedure");
    // Not remembering it is no reason not to write the message.
    let before = super::kept(&shelf, recent::KEY).await;
    let _ = shelf.put(recent::KEY, &recent::with(&before, &slug)).await;
    let desk = Rc::new(Desk {
        sentences: super::sentences(&main)?,
        outbox: Outbox::of(&main)?,
        settings,
        wanted: Cell::default(),
        main,
    });
    desk.outbox.offer_share();
    desk.fill_in();
    desk.show();
    let here = Rc::clone(&desk);
    browser::listen(&desk.main, "change", move |event| here.changed(event));
    let here = Rc::clone(&desk);
    browser::listen(&desk.main, "input", move |event| {
        // Boxes change: writing anew before that is handled would put them back.
        if browser::closest(event, ".field").is_some() {
            here.show();
        }
    });
    let here = Rc::clone(&desk);
    browser::listen(&desk.main, "click", move |event| here.clicked(event));
    Some(keeping)
}

impl Desk {
    fn changed(&self, event: &browser::Event) {
        // Putting back what was left out to save a part is a wish of its own.
        if let Some(label) = browser::closest(event, "[data-extra]")
            && let Some(position) = position(&browser::attribute(&label, "data-extra"))
        {
            let is_checked = browser::find(&label, "input").is_some_and(|input| browser::is_checked(&input));
            let mut wanted = self.wanted.get();
            wanted[position] = is_checked;
            self.wanted.set(wanted);
        }
        self.show();
    }

    fn clicked(self: &Rc<Self>, event: &browser::Event) {
        let Some(button) = browser::closest(event, "button[data-action]") else { return };
        match browser::attribute(&button, "data-action").as_str() {
            "copy-text" => self.copy(&self.outbox.text()),
            "copy-slip" => self.copy(&self.outbox.slip()),
            "copy-link" => self.copy(&["https://", &self.outbox.link()].concat()),
            "share" => {
                let text = self.outbox.text();
                spawn_local(async move { send::share(&text).await });
            }
            "start-again" => self.start_again(),
            _ => {}
        }
    }

    fn copy(self: &Rc<Self>, text: &str) {
        let (desk, text) = (Rc::clone(self), text.to_owned());
        spawn_local(async move {
            let said = if send::copy(&text).await { "copied" } else { "not-copied" };
            desk.outbox.say(said);
        });
    }

    /// The next person: nothing of the one before stays.
    fn start_again(&self) {
        for enough in browser::find_all(&self.main, ".state[data-state=enough] input") {
            browser::set_checked(&enough, true);
        }
        self.fill_in();
        self.show();
        browser::focus(&self.main);
    }

    /// The fields as they are for somebody of whom nothing is known yet.
    fn fill_in(&self) {
        self.wanted.set([false; Extra::ALL.len()]);
        for (name, value) in [("when", self.settings.hours.as_str()), ("to", "")] {
            if let Some(field) = self.input(name) {
                send::set_value(&field, value);
            }
        }
        for (name, is_checked) in
            Extra::ALL.into_iter().map(|extra| (name(extra), true)).chain(iter::once(("accents", false)))
        {
            if let Some(checkbox) = self.input(name) {
                browser::set_checked(&checkbox, is_checked);
            }
        }
    }

    fn input(&self, name: &str) -> Option<Element> {
        browser::find(&self.main, &["input[name=", name, "]"].concat())
    }

    /// The lines that are not met, in the order of the page.
    fn lines(&self) -> Vec<Line> {
        let lines = browser::find_all(&self.main, "[data-requirement]");
        lines.iter().filter_map(line).collect()
    }

    /// Writes everything anew.
    fn show(&self) {
        let lines = self.lines();
        self.outbox.say("");
        if lines.is_empty() {
            self.outbox.show_nothing();
            return;
        }
        let digits = self.number(&lines).unwrap_or_default();
        let link = [&browser::host(), "/k/", &digits].concat();
        let message = self.message(&lines, &link);
        let has_accents = self.is_checked("accents");
        let left_out = self.left_out(&message);
        self.outbox.show(self, &lines, &message, &left_out, has_accents, &digits);
    }

    /// What the message does not say: what the clerk took out, and what the shortest one leaves out and nobody put back.
    fn left_out(&self, message: &Message) -> Vec<Extra> {
        let wanted = self.wanted.get();
        let refused = |extra: Extra| !self.is_checked(name(extra)) && !self.outbox.is_left_out(extra);
        let mut said = message.clone();
        for extra in Extra::ALL.into_iter().filter(|extra| refused(*extra)) {
            match extra {
                Extra::Greeting => said.greeting.clear(),
                Extra::When => said.when.clear(),
                Extra::Ask => said.phone.clear(),
            }
        }
        let short = said.shortest(&self.sentences).left_out;
        Extra::ALL
            .into_iter()
            .enumerate()
            .filter(|(position, extra)| refused(*extra) || (short.contains(extra) && !wanted[*position]))
            .map(|(_, extra)| extra)
            .collect()
    }

    fn message(&self, lines: &[Line], link: &str) -> Message {
        let name = |line: &Line| if self.is_checked("accents") { line.plain.clone() } else { line.sms.clone() };
        Message {
            greeting: self.settings.greeting.clone(),
            commune: self.commune(),
            procedure: self.procedure(),
            gaps: lines.iter().map(|line| Gap { name: name(line), fault: line.fault }).collect(),
            when: self.field("when"),
            phone: self.settings.dialled(),
            link: link.to_owned(),
        }
    }

    /// The commune's name: the clerk's own way of writing it, or the official one.
    pub(super) fn commune(&self) -> String {
        self.settings.office(browser::attribute(&self.main, "data-office"))
    }

    fn procedure(&self) -> String {
        browser::attribute(&self.main, if self.is_checked("accents") { "data-plain-name" } else { "data-sms" })
    }

    /// What stands in a field of the page.
    pub(super) fn field(&self, name: &str) -> String {
        self.input(name).map(|field| file::value(&field).trim().to_owned()).unwrap_or_default()
    }

    fn is_checked(&self, name: &str) -> bool {
        self.input(name).is_some_and(|input| browser::is_checked(&input))
    }

    /// The digits of what is still missing; `None` for data that no release has.
    fn number(&self, lines: &[Line]) -> Option<String> {
        let number = |name: &str| browser::attribute(&self.main, name).parse::<u32>().ok();
        let numbered = Numbered {
            procedure: u16::try_from(number("data-number")?).ok()?,
            commune: u8::try_from(number("data-commune")?).ok()?,
            known: u8::try_from(number("data-known")?).ok()?,
            births: number("data-births")?,
        };
        numbered.still_missing(lines.iter().map(|line| line.number))
    }
}

/// A line of the page, if something is wrong with it.
fn line(element: &Element) -> Option<Line> {
    let state = browser::find_all(element, "input").into_iter().find(browser::is_checked)?;
    let fault = match browser::attribute(&state, "value").as_str() {
        "missing" => Fault::Missing,
        "blurred" => Fault::Blurred,
        "wrong-name" => Fault::WrongName,
        "expired" => Fault::Expired,
        "unsigned" => Fault::Unsigned,
        _ => return None,
    };
    Some(Line {
        number: browser::attribute(element, "data-number").parse().ok()?,
        sms: browser::attribute(element, "data-sms"),
        plain: browser::attribute(element, "data-plain-name"),
        slip: browser::attribute(element, "data-slip"),
        fault,
    })
}

/// How an extra sentence is called in the page.
pub(super) fn name(extra: Extra) -> &'static str {
    match extra {
        Extra::Greeting => "greeting",
        // Its field is called `when`, its box is not.
        Extra::When => "say-when",
        Extra::Ask => "ask",
    }
}

fn position(called: &str) -> Option<usize> {
    Extra::ALL.into_iter().position(|extra| name(extra) == called)
}
