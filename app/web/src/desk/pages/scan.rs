//! What a citizen has, on the desk's screen too: typed, pasted, filmed or photographed.

use leptos::prelude::*;

use crate::components::picture::picture_file;
use crate::components::said::{said, said_with};
use crate::desk::{Desk, DeskPage};

/// `/can-bo/quet/`
pub(super) fn page(desk: &Desk<'_>) -> String {
    let words = desk.words;
    let procedures = desk.build.site.procedures.iter().map(|procedure| {
        view! {
            <li data-procedure=procedure.slug.clone() data-number=procedure.number hidden=true>
                {picture_file(&procedure.picture)}
                <b>{said(&procedure.plain)}</b>
                <small>{said(&procedure.official)}</small>
            </li>
        }
    });
    let main = view! {
        <main id="main" class="desk" data-page="desk-scan" data-alive="" data-made=desk.made() data-eye="" data-host=desk.build.site.host.clone()>
            <p class="desk__plain" data-plain="">{said(&words.needs_program)}</p>
            <section class="scan">
                <h1>{said(&words.scan_title)}</h1>
                <p class="lead">{said(&words.scan_lead)}</p>
                <label class="field scan__typed">
                    {said(&words.scan_type)}
                    <input type="text" inputmode="numeric" autocomplete="off" spellcheck="false" data-typed="" />
                </label>
                <p class="trouble-line" role="alert" data-trouble="wrong" hidden=true>
                    {said(&words.scan_wrong)}
                </p>
                <p class="trouble-line" role="alert" data-trouble="short" hidden=true>
                    {said(&words.scan_short)}
                </p>
                <p class="trouble-line" role="alert" data-trouble="unknown" hidden=true>
                    {said(&words.scan_unknown)}
                </p>
                <p class="trouble-line" role="alert" data-trouble="foreign" hidden=true>
                    {said(&words.scan_foreign)}
                </p>
                <section class="scan__found" role="status" data-found="" hidden=true>
                    <ul>{procedures.collect_view()}</ul>
                    <p data-kind="number">{said_with(&words.scan_number, "digits", String::new())}</p>
                    <a class="button button--primary" data-action="open" href="/">
                        {picture_file("list")}
                        {said(&words.scan_open)}
                    </a>
                </section>
                <div class="scan__ways">
                    <button class="button" type="button" data-camera="">
                        {picture_file("look")}
                        {said(&words.scan_camera)}
                    </button>
                    <label class="button">
                        {picture_file("specimen")}
                        {said(&words.scan_photo)}
                        <input class="off-screen" type="file" accept="image/*" capture="environment" data-photo="" />
                    </label>
                </div>
                <p class="trouble-line" role="alert" data-eye-trouble="camera" hidden=true>
                    {said(&words.scan_no_camera)}
                </p>
                <p class="trouble-line" role="alert" data-eye-trouble="photo" hidden=true>
                    {said(&words.scan_no_square)}
                </p>
                <video class="scan__video" muted=true playsinline=true data-video="" hidden=true></video>
            </section>
        </main>
    };
    desk.document(DeskPage {
        title: format!("{} · {}", words.scan_title.text, words.desk_name.text),
        address: "/can-bo/quet/".to_owned(),
        main: main.into_any(),
        alive: true,
        styles: &["/desk-scan.css"],
    })
}
