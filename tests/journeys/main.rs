//! What people do with the site, from start to end, in Chromium and in Firefox. `make journeys` builds and runs them.

mod accessibility;
mod birth_at_home;
mod change_answer;
mod csp;
mod dont_know;
mod gallery;
mod grandmother;
mod keyboard_only;
mod land_1985;
mod links;
mod no_overflow;
mod no_script;
mod pages_say_when_old;
mod parents_not_married;
mod tick_before_wake;
mod waking_moves_nothing;
