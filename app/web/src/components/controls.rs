//! The fixed controls: home and listen on top, back, a person to ask, and next at the bottom, at the same place on every
//! page.

use domain::{Commune, Procedure};
use leptos::prelude::*;

use super::picture::picture;
use super::said::{said, said_with};
use crate::Messages;

/// Home, the page's name, listen. Listening needs a voice that most phones lack: until `public/listen.js` has found
/// one, the loudspeaker is struck through and says whom to ask to read.
pub fn top(messages: &Messages, title: AnyView) -> impl IntoView + use<> {
    view! {
        <header class="top">
            <a
                class="top__home"
                href="/"
                data-control="home"
                aria-label=messages.home.text.clone()
                data-string-label=messages.home.id.clone()
            >
                {picture("home")}
            </a>
            <div class="top__title">{title}</div>
            <details class="top__listen" data-control="listen">
                <summary aria-label=messages.listen.text.clone() data-string-label=messages.listen.id.clone()>
                    {picture("speak")}
                </summary>
                <p class="bar__answer">{said(&messages.no_voice)}</p>
            </details>
        </header>
    }
}

/// Where back and next lead when no script runs.
pub struct Bar<'a> {
    /// Address behind back; home when there is none.
    pub back: Option<&'a str>,
    /// Address behind next, when there is a next.
    pub next: Option<&'a str>,
}

/// Back, a person to ask, next.
pub fn bar(
    messages: &Messages,
    commune: &Commune,
    procedure: Option<&Procedure>,
    bar: &Bar<'_>,
) -> impl IntoView + use<> {
    let phone = procedure
        .and_then(|procedure| commune.office(procedure.receives))
        .or_else(|| commune.offices.first())
        .and_then(|office| office.phone.clone());
    let ask = match phone {
        Some(phone) => view! {
            <a class="bar__ask" data-control="ask" href=format!("tel:{phone}")>
                {picture("phone")}
                {said_with(&messages.call, "", phone.clone())}
            </a>
        }
        .into_any(),
        None => view! {
            <details class="bar__ask" data-control="ask">
                <summary>
                    {picture("ask")}
                    {said(&messages.ask_person)}
                </summary>
                <p class="bar__answer">{said(&messages.no_phone)}</p>
            </details>
        }
        .into_any(),
    };
    view! {
        <nav class="bar">
            <a class="bar__back" data-control="back" href=bar.back.unwrap_or("/").to_owned()>
                {picture("back")}
                {said(&messages.back)}
            </a>
            {ask}
            {bar
                .next
                .map(|next| {
                    view! {
                        <a class="bar__next" data-control="next" href=next.to_owned()>
                            {said(&messages.next)}
                            {picture("next")}
                        </a>
                    }
                })}
        </nav>
    }
}
