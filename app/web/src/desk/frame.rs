//! The document around every page of the desk.

use domain::Words;
use leptos::prelude::*;

use super::{DeskWords, SaidWords};
use crate::DESK_VERSION;
use crate::components::frame::Build;
use crate::components::said::said;

/// What the desk's pages are made from.
pub struct Desk<'a> {
    /// The content, and what the build adds to every page.
    pub build: &'a Build<'a>,
    /// What clerks see.
    pub words: &'a DeskWords,
    /// What citizens get from them.
    pub said: &'a SaidWords,
}

/// One page before it is framed.
pub struct DeskPage {
    /// Title in the browser's history.
    pub title: String,
    /// Its address: which door stands open.
    pub address: String,
    /// `<main>` and all in it.
    pub main: AnyView,
    /// Whether something on the page wakes.
    pub alive: bool,
    /// Addresses of style sheets beside `/main.css` and `/desk.css`.
    pub styles: &'static [&'static str],
}

impl Desk<'_> {
    /// The doors between the desk's pages: address and name.
    fn doors(&self) -> Vec<(&'static str, &Words)> {
        let words = self.words;
        vec![
            ("/can-bo/", &words.door_message),
            ("/can-bo/nhieu/", &words.many_title),
            ("/can-bo/quet/", &words.scan_title),
            ("/can-bo/giay/", &words.door_paper),
            ("/can-bo/so-dem/", &words.tally_title),
        ]
    }

    /// The last day on which something of the content was checked: earlier than that it cannot be.
    #[must_use]
    pub fn made(&self) -> String {
        let last = self.build.site.procedures.iter().map(|procedure| procedure.checked).max();
        last.map(|day| day.to_string()).unwrap_or_default()
    }

    /// The whole document as text.
    #[must_use]
    pub fn document(&self, page: DeskPage) -> String {
        let doors = self.doors().into_iter().map(|(address, name)| {
            // The first door leads to every page that has none of its own.
            let is_here = match address {
                "/can-bo/" => !self.doors().iter().skip(1).any(|(other, _)| page.address.starts_with(other)),
                _ => page.address.starts_with(address),
            };
            view! {
                <a href=address aria-current=is_here.then_some("page")>
                    {said(name)}
                </a>
            }
        });
        let html = view! {
            <html lang="vi" data-view=DESK_VERSION>
                <head>
                    <meta charset="utf-8" />
                    <meta http-equiv="Content-Security-Policy" content=self.build.csp.to_owned() />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light" />
                    <meta name="theme-color" content="#27407f" />
                    <meta name="robots" content="noindex" />
                    <title>{page.title}</title>
                    <link rel="stylesheet" href="/main.css" />
                    <link rel="stylesheet" href="/desk.css" />
                    {page.styles.iter().map(|sheet| view! { <link rel="stylesheet" href=*sheet /> }).collect_view()}
                    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                    {page
                        .alive
                        .then(|| {
                            view! {
                                <link rel="modulepreload" href="/desk.js" />
                                <link
                                    rel="preload"
                                    r#as="fetch"
                                    r#type="application/wasm"
                                    href="/desk_bg.wasm"
                                    crossorigin="anonymous"
                                />
                            }
                        })}
                    <script src="/look.js"></script>
                    <script type="module" src="/desk-boot.js"></script>
                </head>
                <body class="desk-body">
                    <a class="skip" href="#main">
                        {said(&self.build.messages.skip)}
                    </a>
                    <header class="desk-top">
                        <a class="desk-top__name" href="/can-bo/">
                            <strong>{said(&self.build.messages.brand)}</strong>
                            {said(&self.words.desk_name)}
                        </a>
                        <nav class="doors">{doors.collect_view()}</nav>
                    </header>
                    {page.main}
                    <footer class="desk-foot">
                        <p>{said(&self.build.messages.not_state)}</p>
                    </footer>
                </body>
            </html>
        }
        .to_html();
        // As in the frame of citizens' pages: the seams are for hydration, and nothing is hydrated.
        format!("<!doctype html>{html}\n").replace("<!>", "")
    }
}
