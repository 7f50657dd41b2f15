//! Pictograms: what a page must show at once is drawn in it; what appears later comes as a file of its own.

use leptos::prelude::*;

/// A pictogram drawn in the page, once however often it is used. The words beside it say the same, so it is hidden
/// from screen readers.
pub fn picture(id: &str) -> impl IntoView + use<> {
    view! { <svg class="pic" aria-hidden="true"><use href=format!("#p-{id}") /></svg> }
}

/// The same as a file, for what is not on the first screen: it is fetched when it comes into view.
pub fn picture_file(id: &str) -> impl IntoView + use<> {
    view! { <img class="pic" src=format!("/pictograms/{id}.svg") alt="" loading="lazy" /> }
}
