//! The document around every page: head, pictograms, controls, footer.

use domain::{Site, Words};
use leptos::prelude::*;

use super::controls::{self, Bar};
use super::phone;
use super::picture::picture;
use super::said::said;
use crate::{Messages, VIEW_VERSION};

/// What pages are made from, and what the build adds to each of them.
pub struct Build<'a> {
    /// All content.
    pub site: &'a Site,
    /// The words of the pages themselves.
    pub messages: &'a Messages,
    /// Content security policy for the meta tag (`sitegen::headers`).
    pub csp: &'a str,
    /// The inside of a pictogram's `<svg>`, by id.
    pub pictogram: &'a dyn Fn(&str) -> Option<String>,
}

/// One page before it is framed.
pub struct Page<'a> {
    /// Title in the browser's history.
    pub title: String,
    /// One sentence for previews.
    pub description: &'a str,
    /// What stands beside the home button.
    pub heading: AnyView,
    /// `<main>` and all in it.
    pub main: AnyView,
    /// Back, ask, next.
    pub bar: AnyView,
    /// Whether something on the page wakes.
    pub alive: bool,
    /// Addresses of style sheets beside `/main.css`.
    pub styles: &'static [&'static str],
}

impl Build<'_> {
    /// The bar of this page.
    pub fn bar(&self, procedure: Option<&domain::Procedure>, bar: &Bar<'_>) -> AnyView {
        controls::bar(self.messages, &self.site.commune, procedure, bar).into_any()
    }

    /// The brand as heading, where no procedure gives one.
    pub fn brand(&self) -> AnyView {
        view! {
            <strong>{said(&self.messages.brand)}</strong>
            <small>{said(&self.messages.tagline)}</small>
        }
        .into_any()
    }

    /// A page title that ends in the brand.
    pub fn title(&self, words: &Words) -> String {
        format!("{} · {}", words.text, self.messages.brand.text)
    }

    /// The whole document as text.
    pub fn document(&self, page: Page<'_>) -> String {
        let messages = self.messages;
        let body = view! {
            <a class="skip" href="#main">{said(&messages.skip)}</a>
            {controls::top(messages, page.heading)}
            {phone::notices(messages)}
            {page.main}
            {phone::phone(messages)}
            {self.footer()}
            {page.bar}
        }
        .to_html();
        let pictograms = self.pictograms(&body);
        let html = view! {
            <html lang="vi" data-view=VIEW_VERSION>
                <head>
                    <meta charset="utf-8" />
                    <meta http-equiv="Content-Security-Policy" content=self.csp.to_owned() />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light" />
                    <meta name="theme-color" content="#27407f" />
                    <title>{page.title}</title>
                    <meta name="description" content=page.description.to_owned() />
                    <link rel="stylesheet" href="/main.css" />
                    {page.styles.iter().map(|sheet| view! { <link rel="stylesheet" href=*sheet /> }).collect_view()}
                    <link rel="stylesheet" href="/print.css" media="print" />
                    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                    <link rel="manifest" href="/manifest.webmanifest" />
                    {page
                        .alive
                        .then(|| {
                            view! {
                                <link rel="preload" r#as="style" href="/alive.css" />
                                <link rel="modulepreload" href="/citizen.js" />
                                <link
                                    rel="preload"
                                    r#as="fetch"
                                    r#type="application/wasm"
                                    href="/citizen_bg.wasm"
                                    crossorigin="anonymous"
                                />
                            }
                        })}
                    // Before anything is painted, so that no letter changes its size under a reader.
                    <script src="/look.js"></script>
                    <script type="module" src="/boot.js"></script>
                </head>
                <body>
                    <svg class="sprite" aria-hidden="true" inner_html=pictograms></svg>
                    BODY
                </body>
            </html>
        }
        .to_html();
        // Leptos marks the seams between pieces for hydration; nothing is hydrated here, and text never holds "<!>".
        let html = format!("<!doctype html>{html}\n").replace("<!>", "");
        html.replacen("BODY", &body.replace("<!>", ""), 1)
    }

    fn footer(&self) -> impl IntoView + use<> {
        let messages = self.messages;
        view! {
            <footer class="footer">
                <p>{said(&messages.not_state)}</p>
                <p>
                    <a href="https://dichvucong.gov.vn" rel="noreferrer">
                        {said(&messages.portal)}
                    </a>
                </p>
                <p>
                    <a href="/tat-ca/">{said(&messages.all_procedures)}</a>
                    " · "
                    <a href="/gioi-thieu/">{said(&messages.about)}</a>
                </p>
            </footer>
        }
    }

    /// Every pictogram that the text refers to, once, as symbols.
    fn pictograms(&self, body: &str) -> String {
        let mut used: Vec<&str> = body.split("href=\"#p-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        used.sort_unstable();
        used.dedup();
        used.into_iter()
            .filter_map(|id| {
                let inside = (self.pictogram)(id)?;
                Some(format!("<symbol id=\"p-{id}\" viewBox=\"0 0 48 48\">{inside}</symbol>"))
            })
            .collect()
    }
}

/// A tile that leads somewhere: a picture and its words.
pub fn tile(href: String, picture_id: &str, words: &Words) -> impl IntoView + use<> {
    view! {
        <a class="tile" href=href>
            {picture(picture_id)}
            {said(words)}
        </a>
    }
}
