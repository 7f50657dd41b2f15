//! What a phone may have to say beside the page: urgent notices above it, and below it that it works without network,
//! that there is a new version, how to find the way back. All of it is hidden until `public/phone.js` finds reason to
//! show it; the words stand here because scripts have none.

use leptos::prelude::*;

use super::picture::picture_file;
use super::said::said;
use crate::Messages;

/// Where urgent notices appear, and what to do when one of them stops a list.
pub fn notices(messages: &Messages) -> impl IntoView + use<> {
    view! {
        <div class="notices" data-notices="" role="status" hidden=true>
            <b hidden=true>{said(&messages.ask_before_going)}</b>
        </div>
    }
}

/// The rest, each part under its own hook.
pub fn phone(messages: &Messages) -> impl IntoView + use<> {
    view! {
        <aside class="phone" hidden=true>
            <p data-offline="" hidden=true>
                {picture_file("no-network")}
                {said(&messages.works_offline)}
            </p>
            <p data-no-room="" hidden=true>
                {picture_file("warning")}
                {said(&messages.no_room)}
            </p>
            <p data-update="" hidden=true>
                {picture_file("new-version")}
                {said(&messages.new_version)}
                <button class="button" type="button" data-action="take-over">
                    {said(&messages.take_over)}
                </button>
            </p>
            <p data-in-app="" hidden=true>
                {picture_file("message")}
                {said(&messages.open_from_message)}
                <a class="button" data-action="open-in-browser" hidden=true>
                    {picture_file("browser")}
                    {said(&messages.open_in_browser)}
                </a>
            </p>
            <p data-install="" hidden=true>
                {picture_file("install")}
                {said(&messages.open_faster)}
                <button class="button" type="button" data-action="install">
                    {said(&messages.install)}
                </button>
            </p>
        </aside>
    }
}
