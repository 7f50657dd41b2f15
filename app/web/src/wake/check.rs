//! What a number says: found in the address, checked, shown as a question. The procedure is known from the digits
//! alone; what is on the list only with its rules, which its own page has.

use std::cell::RefCell;
use std::rc::Rc;

use domain::list_number::typed::{Typed, digits_of_address, typed};
use domain::list_number::{DecodeError, ListKind, ListNumber, births, in_threes};
use domain::{Date, Rules};

use super::Keeping;
use super::elsewhere::{self, NoRules};
use crate::browser::{self, Element, net};

/// What can be wrong with a number, by the name that its sentence has in the page.
#[derive(Debug, Clone, Copy)]
struct Trouble(&'static str);

const NONE: Trouble = Trouble("none");
const WRONG_DIGIT: Trouble = Trouble("wrong-digit");
const UNKNOWN_PROCEDURE: Trouble = Trouble("unknown-procedure");
const NO_NETWORK: Trouble = Trouble("no-network");

/// The page's elements, and the digits that are looked at.
struct Check {
    main: Element,
    answer: Element,
    found: Element,
    digits: RefCell<String>,
    today: Date,
}

/// Wakes the page, and answers for the number in its address.
pub(super) async fn wake(root: &Element, main: Element) -> Option<Keeping> {
    let check = Rc::new(Check {
        answer: browser::find(&main, "[data-answer]")?,
        found: browser::find(&main, "[data-check]")?,
        main,
        digits: RefCell::default(),
        today: super::today(root),
    });
    check.answer_for(digits_in_address()).await;

    browser::listen(root, "click", |event| {
        if browser::closest(event, "[data-action=again]").is_some() {
            net::reload();
        }
    });
    // Another number in the same tab changes the fragment only.
    browser::listen_to_history(move || {
        let digits = digits_of_address(&browser::fragment());
        if !digits.is_empty() {
            let check = Rc::clone(&check);
            any_spawner::Executor::spawn_local(async move { check.answer_for(digits).await });
        }
    });
    Some(Keeping::Nothing)
}

/// The digits at the end of `/k/<digits>`, else those behind `/k/#`.
fn digits_in_address() -> String {
    let path = net::path();
    let behind = path.strip_prefix("/k/").map(digits_of_address).unwrap_or_default();
    if behind.is_empty() { digits_of_address(&browser::fragment()) } else { behind }
}

impl Check {
    async fn answer_for(&self, digits: String) {
        self.digits.borrow_mut().clone_from(&digits);
        self.begin(&digits);
        let trouble = self.look(&digits).await.err();
        // While the rules were on their way another number may have taken the place of this one.
        if *self.digits.borrow() != digits {
            return;
        }
        if let Some(Trouble(name)) = trouble {
            browser::set_hidden(&self.found, true);
            if let Some(trouble) = self.part(&["[data-trouble=", name, "]"].concat()) {
                browser::set_hidden(&trouble, false);
            }
        }
        browser::set_attribute(&self.answer, "aria-busy", "false");
    }

    /// Shows the digits and nothing else yet.
    fn begin(&self, digits: &str) {
        browser::set_attribute(&self.answer, "aria-busy", "true");
        for part in browser::find_all(&self.main, "[data-plain], [data-check], [data-trouble], [data-number]") {
            browser::set_hidden(&part, true);
        }
        if let Some(said) = self.part("[data-said]") {
            browser::set_hidden(&said, digits.is_empty());
        }
        if let Some(place) = self.part("[data-digits]") {
            browser::set_text(&place, &in_threes(digits));
        }
        // Whoever types it again finds what is there already.
        for link in browser::find_all(&self.main, "[data-action=no], [data-action=type]") {
            browser::set_attribute(&link, "href", &["/so/#", digits].concat());
        }
    }

    async fn look(&self, digits: &str) -> Result<(), Trouble> {
        let (procedure, is_list) = match typed(digits) {
            Typed::List(procedure) => (procedure, true),
            Typed::Procedure(procedure) => (procedure, false),
            Typed::Begun if digits.is_empty() => return Err(NONE),
            _ => return Err(WRONG_DIGIT),
        };
        let entry = self.part(&["[data-number=\"", &procedure.to_string(), "\"]"].concat()).ok_or(UNKNOWN_PROCEDURE)?;
        let slug = browser::attribute(&entry, "data-procedure");
        browser::set_hidden(&entry, false);
        browser::set_hidden(&self.found, false);
        if !is_list {
            self.show(None, ["/", &slug, "/"].concat());
            return Ok(());
        }
        let rules = elsewhere::read_rules(&slug).await.map_err(|reason| match reason {
            NoRules::NoNetwork => NO_NETWORK,
            NoRules::OtherRelease => UNKNOWN_PROCEDURE,
        })?;
        let number = ListNumber::decode(digits, births(&rules)).map_err(|error| match error {
            DecodeError::Newer { .. } => UNKNOWN_PROCEDURE,
            _ => WRONG_DIGIT,
        })?;
        if *self.digits.borrow() == digits {
            self.show(Some((number, &rules)), ["/", &slug, "/#k-", digits].concat());
        }
        Ok(())
    }

    /// For which commune, how many things, and where "yes" leads. The number of a whole procedure says nothing of the
    /// first two.
    fn show(&self, list: Option<(ListNumber, &Rules)>, address: String) {
        let other = list.is_some_and(|(number, rules)| number.commune != rules.commune);
        self.show_if("[data-commune=own]", !other);
        self.show_if("[data-commune=other]", other);
        let total = list
            .and_then(|(number, rules)| number.checklist(rules, self.today))
            .map_or(0, |checklist| checklist.progress(|_| false).total);
        let missing = list.is_some_and(|(number, _)| number.kind == ListKind::StillMissing);
        self.show_if("[data-kind=list]", !missing);
        self.show_if("[data-kind=missing]", missing);
        self.show_if(".found__count", total > 0);
        for place in browser::find_all(&self.found, "[data-count]") {
            browser::set_text(&place, &total.to_string());
        }
        if let Some(yes) = self.part("[data-action=yes]") {
            browser::set_attribute(&yes, "href", &address);
        }
    }

    fn part(&self, selector: &str) -> Option<Element> {
        browser::find(&self.main, selector)
    }

    fn show_if(&self, selector: &str, shown: bool) {
        if let Some(part) = self.part(selector) {
            browser::set_hidden(&part, !shown);
        }
    }
}
