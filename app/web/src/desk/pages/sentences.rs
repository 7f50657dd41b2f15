//! The sentences that messages are made of, where the program finds them.

use leptos::prelude::*;

use crate::desk::SaidWords;

/// An element that nobody sees, with each sentence as an attribute; `desk::wake::sentences` reads it.
pub(super) fn sentences(said: &SaidWords) -> impl IntoView + use<> {
    let sentences = said.sentences();
    view! {
        <div
            hidden=true
            data-sentences=""
            data-lead=sentences.lead
            data-missing=sentences.missing
            data-again=sentences.again
            data-blurred=sentences.blurred
            data-wrong-name=sentences.wrong_name
            data-expired=sentences.expired
            data-unsigned=sentences.unsigned
            data-when=sentences.when
            data-ask=sentences.ask
            data-trust=sentences.trust
        ></div>
    }
}
