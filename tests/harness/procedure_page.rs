//! The page of one procedure, with the actions people do on it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::Browser;

/// A procedure's page that is ready.
#[derive(Debug, Clone, Copy)]
pub struct ProcedurePage<'a> {
    browser: &'a Browser,
}

impl<'a> ProcedurePage<'a> {
    /// Opens the page and waits until it answers to touch.
    pub async fn open(browser: &'a Browser, slug: &str) -> Self {
        browser.open_ready(&format!("/{slug}/")).await;
        Self { browser }
    }

    /// The page that the browser already shows.
    #[must_use]
    pub fn shown(browser: &'a Browser) -> Self {
        Self { browser }
    }

    /// Which step is shown: page, question, list, end or outcome.
    pub async fn step(&self) -> String {
        text(self.browser.run("return document.querySelector('main').dataset.step", vec![]).await)
    }

    /// Waits for a step.
    pub async fn until_step(&self, step: &str) {
        let script = format!("return document.querySelector('main')?.dataset.step === '{step}'");
        self.browser.until(&format!("the step is {step}"), &script).await;
    }

    /// "Hỏi từng câu".
    pub async fn tap_ask(&self) {
        self.browser.tap("[data-action=ask]").await;
        self.until_step("question").await;
    }

    /// "Xem tiếp giấy đã chọn": back to the list that this phone remembers.
    pub async fn resume(&self) {
        self.browser.tap("[data-action=resume]").await;
        self.until_step("list").await;
    }

    /// The id of the one question that is shown.
    pub async fn current_question(&self) -> String {
        let shown = self.browser.run(VISIBLE, vec![json!("[data-question]"), json!("question")]).await;
        let Value::Array(mut shown) = shown else { panic!("a list of ids was expected, not {shown}") };
        assert_eq!(shown.len(), 1, "one question at a time, not {shown:?}");
        text(shown.remove(0))
    }

    /// Touches an answer. `khong-biet` is always there.
    pub async fn choose(&self, option: &str) {
        let question = self.current_question().await;
        self.browser.tap(&format!("[data-question='{question}'] [data-option='{option}']")).await;
        let script = format!(
            "const option = document.querySelector('[data-question=\"{question}\"] [data-option=\"{option}\"]');
             return (option.matches('input') ? option : option.querySelector('input')).checked"
        );
        self.browser.until(&format!("{option} is chosen for {question}"), &script).await;
    }

    /// The option that is chosen for the question that is shown, if any is.
    pub async fn chosen(&self) -> Option<String> {
        let question = self.current_question().await;
        let script = format!(
            "return document.querySelector('[data-question=\"{question}\"] :checked')?.closest('[data-option]').dataset.option"
        );
        self.browser.run(&script, vec![]).await.as_str().map(str::to_owned)
    }

    /// Touches Next and waits until something else is shown.
    pub async fn next(&self) {
        self.turn("next").await;
    }

    /// Touches Back and waits until something else is shown.
    pub async fn back(&self) {
        self.turn("back").await;
    }

    async fn turn(&self, control: &str) {
        let before = self.browser.run(SHOWN, vec![]).await;
        self.browser.tap(&format!("[data-control={control}]")).await;
        let script = format!("return (() => {{ {SHOWN} }})() !== {before}");
        self.browser.until(&format!("{control} leads on from {before}"), &script).await;
    }

    /// Answers what is given, and with the first option what is asked besides, until no question is left.
    ///
    /// # Panics
    /// When a question has no option.
    pub async fn answer_all(&self, answers: &[(&str, &str)]) {
        while self.step().await == "question" {
            let question = self.current_question().await;
            let option = match answers.iter().find(|(id, _)| *id == question) {
                Some((_, option)) => (*option).to_owned(),
                None => text(self.browser.run(FIRST, vec![json!(question)]).await),
            };
            self.choose(&option).await;
            self.next().await;
        }
    }

    /// Answers "don't know" as long as something is asked.
    pub async fn pass_all(&self) {
        while self.step().await == "question" {
            self.pass().await;
        }
    }

    /// Answers "don't know" and goes on, as fast as the page does: for who walks past many screens and looks at
    /// something else than at touching.
    pub async fn pass(&self) {
        self.browser.run_async(PASS, vec![]).await;
    }

    /// Goes through the questions; each has to be the one that comes.
    pub async fn answer(&self, answers: &[(&str, &str)]) {
        for (question, option) in answers {
            assert_eq!(self.current_question().await, *question, "the next question");
            self.choose(option).await;
            self.next().await;
        }
    }

    /// What is on the list, in order: id and need (`needed`, `if-you-have`, `perhaps`).
    pub async fn list(&self) -> Vec<(String, String)> {
        let found = self
            .browser
            .run(
                "return [...document.querySelectorAll('[data-list] [data-requirement]')]
                   .filter(item => !item.closest('[hidden]'))
                   .map(item => [item.dataset.requirement, item.dataset.need])",
                vec![],
            )
            .await;
        let Value::Array(items) = found else { panic!("a list was expected, not {found}") };
        items.into_iter().map(|mut item| (text(item[0].take()), text(item[1].take()))).collect()
    }

    /// The list's ids, for comparing with what a family should find.
    pub async fn ids(&self) -> BTreeSet<String> {
        self.list().await.into_iter().map(|(id, _)| id).collect()
    }

    /// The ids on the list that have this need.
    pub async fn ids_that_are(&self, need: &str) -> BTreeSet<String> {
        self.list().await.into_iter().filter(|(_, own)| own == need).map(|(id, _)| id).collect()
    }

    /// Marks an item as there, and waits until the list says so.
    pub async fn tick(&self, requirement: &str) {
        self.set(requirement, "have").await;
    }

    /// Takes the mark away.
    pub async fn untick(&self, requirement: &str) {
        self.set(requirement, "missing").await;
    }

    async fn set(&self, requirement: &str, state: &str) {
        self.browser.tap(&format!("[data-requirement='{requirement}'] label")).await;
        let script = format!(
            "return document.querySelector('[data-requirement=\"{requirement}\"]').dataset.state === '{state}'"
        );
        self.browser.until(&format!("{requirement} is {state}"), &script).await;
    }

    /// How an item stands: have, missing or unknown.
    pub async fn state(&self, requirement: &str) -> String {
        let script = format!("return document.querySelector('[data-requirement=\"{requirement}\"]').dataset.state");
        text(self.browser.run(&script, vec![]).await)
    }

    /// How every item on the list stands, in order.
    pub async fn states(&self) -> Vec<(String, String)> {
        let mut states = Vec::new();
        for (id, _) in self.list().await {
            let state = self.state(&id).await;
            states.push((id, state));
        }
        states
    }

    /// The digits of the number that this list is told by.
    pub async fn number(&self) -> String {
        let digits = "return document.querySelector('[data-list-number]').dataset.digits";
        text(self.browser.until("the list has a number", digits).await)
    }

    /// The two numbers over the list: how many are there, of how many.
    pub async fn counts(&self) -> (u32, u32) {
        (self.count("have").await, self.count("total").await)
    }

    async fn count(&self, name: &str) -> u32 {
        let words = self.browser.visible(&format!("[data-count={name}]")).await.text().await;
        let words = words.expect("a visible count can be read");
        words.trim().parse().unwrap_or_else(|_| panic!("data-count={name} is no number but {words:?}"))
    }

    /// From the list to where, how much and how long.
    pub async fn go_to_end(&self) {
        self.next().await;
        self.until_step("end").await;
    }

    /// What the end says about going: enough, almost or missing.
    pub async fn verdict(&self) -> String {
        let verdict = self.browser.visible("[data-verdict]").await.attr("data-verdict").await;
        verdict.expect("attributes can be read").unwrap_or_default()
    }

    /// Ids of the outcomes that are shown.
    pub async fn outcomes(&self) -> Vec<String> {
        let shown = self.browser.run(VISIBLE, vec![json!("[data-outcome]"), json!("outcome")]).await;
        let Value::Array(shown) = shown else { panic!("a list of ids was expected, not {shown}") };
        shown.into_iter().map(text).collect()
    }
}

/// Ids as [`ProcedurePage::ids`] gives them.
#[must_use]
pub fn ids<const COUNT: usize>(ids: [&str; COUNT]) -> BTreeSet<String> {
    ids.map(str::to_owned).into()
}

/// The data attribute `arguments[1]` of every visible element that `arguments[0]` selects.
const VISIBLE: &str = "return [...document.querySelectorAll(arguments[0])]
    .filter(element => element.getClientRects().length)
    .map(element => element.dataset[arguments[1]])";

/// What is shown, as a word that differs between any two steps.
const SHOWN: &str = "const main = document.querySelector('main');
    const question = [...document.querySelectorAll('[data-question]')].find(it => it.getClientRects().length);
    return `${location.pathname} ${main?.dataset.step} ${question?.dataset.question}`;";

/// The first option of the question `arguments[0]`.
const FIRST: &str = "return document.querySelector(`[data-question=\"${arguments[0]}\"] [data-option]`).dataset.option";

/// Chooses what is always there, touches Next, and is done when something else is shown.
const PASS: &str = "const done = arguments[arguments.length - 1];
    const shown = () => {
        const question = [...document.querySelectorAll('[data-question]')].find(it => it.getClientRects().length);
        return `${document.querySelector('main').dataset.step} ${question?.dataset.question}`;
    };
    const before = shown();
    [...document.querySelectorAll('[data-option=khong-biet] input')].find(it => it.getClientRects().length).click();
    document.querySelector('[data-control=next]').click();
    const look = () => shown() === before ? setTimeout(look, 5) : done(shown());
    look();";

fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => panic!("text was expected, not {other}"),
    }
}
