//! The keypad: digits are typed, taken back and sent on. Nothing that was typed is lost when something is wrong.

use std::cell::RefCell;
use std::rc::Rc;

use domain::list_number::in_threes;
use domain::list_number::typed::{LONGEST, Typed, digits_of_address, typed};

use super::Keeping;
use crate::browser::{self, Element, Event, keyboard, net};

/// The page's elements, and what was typed.
struct Keypad {
    main: Element,
    shown: Element,
    troubles: Vec<Element>,
    digits: RefCell<String>,
}

/// Wakes the page. Digits in the address are taken as typed: whoever comes back finds them.
pub(super) fn wake(root: &Element, main: Element) -> Option<Keeping> {
    let keys = browser::find(&main, "[data-keys]")?;
    let keypad = Rc::new(Keypad {
        shown: browser::find(&main, "[data-typed]")?,
        troubles: browser::find_all(&main, "[data-trouble]"),
        digits: RefCell::new(digits_of_address(&browser::fragment())),
        main,
    });
    keypad.digits.borrow_mut().truncate(LONGEST);
    keypad.show();
    if let Some(plain) = browser::find(&keypad.main, "[data-plain]") {
        browser::set_hidden(&plain, true);
    }
    browser::set_hidden(&keypad.shown, false);
    browser::set_hidden(&keys, false);

    let touched = Rc::clone(&keypad);
    browser::listen(root, "click", move |event| touched.click(event));
    browser::listen(root, "keydown", move |event| keypad.press(event));
    Some(Keeping::Nothing)
}

impl Keypad {
    fn click(&self, event: &Event) {
        if let Some(key) = browser::closest(event, "[data-key]") {
            self.key(&browser::attribute(&key, "data-key"));
        } else if browser::closest(event, "[data-control=next]").is_some() {
            event.prevent_default();
            self.go_on();
        }
    }

    fn press(&self, event: &Event) {
        match keyboard::key(event).as_deref() {
            // What the focus is on is what Enter means.
            Some("Enter") if browser::closest(event, "a, button, summary").is_none() => self.go_on(),
            Some("Backspace") => {
                event.prevent_default();
                self.key("delete");
            }
            Some(digit) if is_digit(digit) => self.key(digit),
            _ => {}
        }
    }

    fn key(&self, key: &str) {
        let full = {
            let mut digits = self.digits.borrow_mut();
            let full = digits.len() >= LONGEST && is_digit(key);
            if is_digit(key) && !full {
                digits.push_str(key);
            } else if !full {
                digits.pop();
            }
            full
        };
        self.show();
        if full {
            self.say("uneven");
        }
    }

    /// Shows what is typed; what was wrong before may be right now.
    fn show(&self) {
        browser::set_text(&self.shown, &in_threes(&self.digits.borrow()));
        self.say("");
    }

    /// Shows one trouble, or none.
    fn say(&self, name: &str) {
        for trouble in &self.troubles {
            browser::set_hidden(trouble, browser::attribute(trouble, "data-trouble") != name);
        }
    }

    fn go_on(&self) {
        let digits = self.digits.borrow();
        let address = match typed(&digits) {
            Typed::List(_) => ["/k/#", &digits].concat(),
            Typed::Procedure(number) => {
                let procedure = browser::find(&self.main, &["[data-number=\"", &number.to_string(), "\"]"].concat());
                let Some(procedure) = procedure else { return self.say("unknown-procedure") };
                ["/", &browser::attribute(&procedure, "data-procedure"), "/"].concat()
            }
            Typed::Begun => return self.say("none"),
            Typed::Short(missing) => {
                browser::write(&self.main, "short", &missing.to_string());
                return self.say("short");
            }
            Typed::Uneven => return self.say("uneven"),
            Typed::Wrong => return self.say("wrong-digit"),
        };
        // The way back leads to the same digits.
        browser::replace_with(&digits);
        net::visit(&address);
    }
}

fn is_digit(key: &str) -> bool {
    matches!(key.as_bytes(), [b'0'..=b'9'])
}
