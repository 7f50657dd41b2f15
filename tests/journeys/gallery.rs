//! Pictures of every screen, for people to look at: `tests/shots/<browser>/<screen>.png`. With `UPDATE_SHOTS=1` the
//! ones that the README shows are written anew as well.

use harness::{Engine, every_kind_of_screen, in_both_browsers, root};

/// Screens that the README shows.
const SHOWN: [&str; 12] = [
    "home",
    "viec-dat",
    "khai-sinh",
    "khai-sinh-hoi-ket-hon",
    "khai-sinh-giay",
    "khai-sinh-di-nop",
    "khai-sinh-can-cu",
    "khai-sinh-da-nop",
    "giay-giay-chung-sinh",
    "giay-cua-toi-co-giay",
    "so-da-bam",
    "cach-xem",
];

in_both_browsers!(every_screen_has_its_picture, async |browser| {
    let shots = root().join("tests/shots").join(browser.engine().name());
    let screenshots = root().join("docs/screenshots");
    let update = std::env::var_os("UPDATE_SHOTS").is_some() && browser.engine() == Engine::Chromium;
    // Screens that no longer exist leave no picture behind.
    let _ = std::fs::remove_dir_all(&shots);
    std::fs::create_dir_all(&shots).expect("the folder for pictures can be made");
    if update {
        std::fs::create_dir_all(&screenshots).expect("the folder for the README's pictures can be made");
    }
    every_kind_of_screen(browser, async |screen| {
        let picture = browser.picture().await;
        assert!(picture.starts_with(b"\x89PNG"), "{screen} gives a picture");
        std::fs::write(shots.join(format!("{screen}.png")), &picture).expect("the picture can be written");
        if update && SHOWN.contains(&screen.as_str()) {
            std::fs::write(screenshots.join(format!("{screen}.png")), &picture).expect("the picture can be written");
        }
    })
    .await;
});
