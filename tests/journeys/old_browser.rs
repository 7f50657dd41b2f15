//! Android 6 stops at Chrome 106: the site wakes there, remembers and needs no network.

use harness::{Engine, Setting, journey};

use crate::remembers::the_same_list_after_the_phone_was_off;

#[test]
fn chromium_106_shows_the_same_list_without_network() {
    journey(Engine::Chromium106, Setting::USUAL, the_same_list_after_the_phone_was_off);
}

/// What many who have such a phone see: the link opened inside a chat, by a web view as old as the phone.
#[test]
fn chromium_106_in_zalo_shows_the_same_list_without_network() {
    journey(Engine::Chromium106, Setting::IN_ZALO, the_same_list_after_the_phone_was_off);
}
