//! What leaves the desk: the message with its price, the ways to send it, what is read out, the words for the slip.

use domain::list_number::in_threes;
use domain::message::{Extra, Gap, Message, Sentences};
use domain::phone::Phone;
use domain::sms::{count, plain_signs};

use super::message::{Desk, Line, name};
use crate::browser::{self, Element, copy, send};
use crate::desk::square::square;

/// The part of the page that shows it.
pub(super) struct Outbox {
    main: Element,
    text: Element,
    slip: Element,
    /// The sentences of the script as the page was made with them, by name.
    script: Element,
}

impl Outbox {
    pub(super) fn of(main: &Element) -> Option<Self> {
        Some(Self {
            text: browser::find(main, "[data-text]")?,
            slip: browser::find(main, "p[data-slip]")?,
            script: browser::find(main, "[data-script]")?,
            main: main.clone(),
        })
    }

    /// The message as it stands.
    pub(super) fn text(&self) -> String {
        self.text.text_content().unwrap_or_default()
    }

    /// The words for the slip as they stand.
    pub(super) fn slip(&self) -> String {
        self.slip.text_content().unwrap_or_default()
    }

    /// Host, path and number.
    pub(super) fn link(&self) -> String {
        browser::attribute(&self.text, "data-link")
    }

    pub(super) fn offer_share(&self) {
        browser::hide(&self.main, "[data-action=share]", !send::can_share());
    }

    /// Shows one of the sentences about what was just done, or none.
    pub(super) fn say(&self, said: &str) {
        browser::show_only(&self.main, "data-said", said);
    }

    /// Nothing is missing: nothing to send.
    pub(super) fn show_nothing(&self) {
        browser::hide(&self.main, "[data-none]", false);
        browser::hide(&self.main, "[data-message]", true);
    }

    /// Whether an extra sentence is marked as left out to save a part.
    pub(super) fn is_left_out(&self, extra: Extra) -> bool {
        let mark =
            browser::find(&self.main, &["[data-extra=", name(extra), "] [data-left-out]:not([hidden])"].concat());
        mark.is_some()
    }

    pub(super) fn show(
        &self,
        desk: &Desk,
        lines: &[Line],
        message: &Message,
        left_out: &[Extra],
        has_accents: bool,
        digits: &str,
    ) {
        let text = message.text(&desk.sentences, has_accents, left_out);
        browser::set_attribute(&self.text, "data-link", &message.link);
        browser::set_text(&self.text, &text);
        self.show_price(desk, message, left_out, has_accents, &text);
        self.show_extras(message, left_out);
        self.show_ways(desk, &text, digits);
        self.show_script(desk, lines, digits);
        self.show_slip(desk, lines, &message.phone);
        browser::hide(&self.main, "[data-none]", true);
        browser::hide(&self.main, "[data-message]", false);
    }

    fn show_price(&self, desk: &Desk, message: &Message, left_out: &[Extra], has_accents: bool, text: &str) {
        let cost = count(text);
        browser::write(&self.main, "parts", &cost.parts.to_string());
        browser::write(&self.main, "letters", &cost.units.to_string());
        browser::hide(&self.main, "[data-one]", cost.parts != 1);
        browser::hide(&self.main, "[data-more]", cost.parts == 1);
        browser::hide(&self.main, "[data-long]", has_accents || cost.parts == 1);
        if let Some(meter) = browser::find(&self.main, "[data-parts]") {
            browser::set_attribute(&meter, "data-parts", &cost.parts.to_string());
        }
        let accented = count(&message.text(&desk.sentences, true, left_out));
        browser::write(&self.main, "price", &accented.parts.to_string());
        browser::hide(&self.main, "[data-price]", has_accents);
        // What a word processor makes of signs is seen before it is sent.
        let typed = [&message.greeting, &message.commune, &message.when].map(String::as_str).join(" ");
        let (_, replaced) = plain_signs(&typed);
        let says: Vec<_> = replaced.iter().map(|sign| [&sign.from.to_string(), " → ", sign.to].concat()).collect();
        browser::write(&self.main, "replaced", &says.join(", "));
        browser::hide(&self.main, "[data-replaced]", replaced.is_empty());
    }

    fn show_extras(&self, message: &Message, left_out: &[Extra]) {
        for extra in Extra::ALL {
            let Some(label) = browser::find(&self.main, &["[data-extra=", name(extra), "]"].concat()) else { continue };
            let says = match extra {
                Extra::Greeting => &message.greeting,
                Extra::When => &message.when,
                Extra::Ask => &message.phone,
            };
            browser::set_hidden(&label, says.trim().is_empty());
            let (Some(input), Some(mark)) = (browser::find(&label, "input"), browser::find(&label, "[data-left-out]"))
            else {
                continue;
            };
            // A box that nobody touched was taken out by us: that is said, and can be undone.
            let is_ours = left_out.contains(&extra) && (browser::is_checked(&input) || self.is_left_out(extra));
            browser::set_hidden(&mark, !is_ours);
            browser::set_checked(&input, !left_out.contains(&extra));
        }
    }

    fn show_ways(&self, desk: &Desk, text: &str, digits: &str) {
        let typed = desk.field("to");
        let to = Phone::read(&typed).map(Phone::international).unwrap_or_default();
        // A message without its recipient is sent to nobody, or to somebody else.
        browser::hide(&self.main, "[data-trouble=to]", typed.is_empty() || !to.is_empty());
        let body = if send::is_apple_phone() { "&body=" } else { "?body=" };
        self.point("[data-action=send-sms]", &["sms:", &to, body, &send::encoded(text)].concat());
        let list = ["/k/", digits].concat();
        self.point("[data-action=same-card]", &list);
        let (Some(drawing), Some(square)) =
            (browser::find(&self.main, "[data-square]"), square(&["SMSTO:", &to, ":", text].concat()))
        else {
            return;
        };
        let side = square.side.to_string();
        browser::set_attribute(&drawing, "viewBox", &["0 0 ", &side, " ", &side].concat());
        if let Some(path) = browser::find(&drawing, "path") {
            browser::set_attribute(&path, "d", &square.path);
        }
    }

    /// What is read out: one line for each sentence, one for each thing.
    fn show_script(&self, desk: &Desk, lines: &[Line], digits: &str) {
        for said in browser::find_all(&self.script, "[data-made]") {
            said.remove();
        }
        let when = desk.field("when");
        let count = lines.len().to_string();
        for sentence in browser::find_all(&self.script, "[data-call]") {
            let says = browser::attribute(&sentence, "data-says");
            let call = browser::attribute(&sentence, "data-call");
            let text = says
                .replace("{commune}", &desk.commune())
                .replace("{procedure}", &browser::attribute(&desk.main, "data-plain-name"))
                .replace("{count}", &count)
                .replace("{when}", &when)
                .replace("{number}", &in_threes(digits))
                .replace("{host}", &browser::host());
            match call.as_str() {
                "item" => self.show_items(&sentence, &says, &desk.sentences, lines),
                "when" => browser::set_hidden(&sentence, when.is_empty()),
                "when-unknown" => browser::set_hidden(&sentence, !when.is_empty()),
                _ => {}
            }
            browser::set_text(&sentence, &text);
        }
    }

    /// A line for each thing, before the one that they are made from, which nobody sees.
    fn show_items(&self, sentence: &Element, says: &str, sentences: &Sentences, lines: &[Line]) {
        browser::set_hidden(sentence, true);
        for (position, line) in lines.iter().enumerate() {
            let Some(said) = copy::of(sentence) else { return };
            let item = Gap { name: line.plain.clone(), fault: line.fault }.said(sentences);
            let text = says.replace("{n}", &(position + 1).to_string()).replace("{item}", &item);
            browser::set_attribute(&said, "data-made", "");
            browser::set_attribute(&said, "data-call", "thing");
            browser::put_before(sentence, &said);
            browser::set_hidden(&said, false);
            browser::set_text(&said, &text);
        }
    }

    /// All gaps at once, in official names, because a second slip is a second walk.
    fn show_slip(&self, desk: &Desk, lines: &[Line], phone: &str) {
        let sentence = |name: &str| browser::attribute(&self.slip, name);
        let lead = sentence("data-lead")
            .replace("{procedure}", &browser::attribute(&desk.main, "data-official"))
            .replace("{code}", &browser::attribute(&desk.main, "data-code"));
        let mut text = vec![lead];
        for (position, line) in lines.iter().enumerate() {
            let fault = desk.sentences.fault(line.fault).map(|fault| [": ", fault].concat()).unwrap_or_default();
            text.push([&(position + 1).to_string(), ". ", &line.slip, &fault].concat());
        }
        let when = desk.field("when");
        if !when.is_empty() {
            text.push(sentence("data-when").replace("{when}", &when));
        }
        if !phone.is_empty() {
            text.push(sentence("data-ask").replace("{phone}", phone));
        }
        browser::set_text(&self.slip, &text.join("\n"));
    }

    fn point(&self, selector: &str, address: &str) {
        if let Some(link) = browser::find(&self.main, selector) {
            browser::set_attribute(&link, "href", address);
        }
    }
}
