//! Who stands behind this, what it keeps, and where a mistake is reported.

use domain::Words;
use leptos::prelude::*;

use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::said::said;
use crate::pages::pictures;

/// `/gioi-thieu/`
pub fn page(build: &Build<'_>) -> String {
    let messages = build.messages;
    let site = build.site;
    let phone = site.report_phone.clone().map(|phone| {
        view! { <p><a href=format!("tel:{phone}")>{phone.clone()}</a></p> }
    });
    let email = site.report_email.clone().map(|email| {
        view! { <p><a href=format!("mailto:{email}")>{email.clone()}</a></p> }
    });
    let main = view! {
        <main id="main" class="main" data-page="about">
            <h1>{said(&messages.about_title)}</h1>
            {paragraphs(&[&messages.about_who, &messages.about_who_2])}
            <p>
                <a href="https://dichvucong.gov.vn" rel="noreferrer">{said(&messages.portal)}</a>
            </p>
            <h2>{said(&messages.about_what_title)}</h2>
            {paragraphs(&[&messages.about_what, &messages.about_what_2])}
            <h2>{said(&messages.about_keep_title)}</h2>
            {paragraphs(&[&messages.about_keep, &messages.about_keep_2])}
            <p>
                {said(&messages.about_delete)} ": " <a href="/giay-cua-toi/">{said(&messages.mine_title)}</a>
            </p>
            <h2>{said(&messages.about_sources_title)}</h2>
            {paragraphs(&[&messages.about_sources, &messages.about_sources_2])}
            <p>
                <a href=pictures::ADDRESS>{said(&messages.pictures_title)}</a>
            </p>
            <h2 id="bao-sai">{said(&messages.about_mistake_title)}</h2>
            {paragraphs(&[&site.report])} {phone} {email}
            // An example is nobody's address (RFC 2606); who compares with it would take the real one for a trap.
            {(!site.host.ends_with(".example"))
                .then(|| {
                    view! {
                        <h2>{said(&messages.about_address_title)}</h2>
                        {paragraphs(&[&messages.about_address])}
                        <p class="address"><b>{site.host.clone()}</b></p>
                    }
                })}
        </main>
    };
    build.document(Page {
        title: build.title(&messages.about_title),
        description: &messages.about_who.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: Some("/"), next: None }),
        alive: false,
        styles: &[],
    })
}

fn paragraphs(words: &[&Words]) -> impl IntoView + use<> {
    words.iter().map(|words| view! { <p>{said(words)}</p> }).collect_view()
}
