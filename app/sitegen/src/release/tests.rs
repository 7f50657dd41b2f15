use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;
use crate::scratch::Scratch;

const TEMPLATE: &str = "const RELEASE = /* release */ {} /* end */;\nconst FILES = RELEASE.parts;\n";

/// Two life events, a paper that both need, and files of every kind.
fn site() -> Scratch {
    Scratch::with(&[
        (EVENTS, "khai-sinh\tsinh-con\nket-hon\tcuoi\nly-hon\tcuoi\n"),
        ("sw.js", TEMPLATE),
        (
            "index.html",
            r#"<link href="/main.css"><img src="/pictograms/home.svg"><a href="/khai-sinh/"><a href="/giay/an/">"#,
        ),
        ("404.html", "<p>không có"),
        ("k/index.html", "<p>số"),
        ("tat-ca/index.html", r#"<a href="/khai-sinh/">"#),
        ("khai-sinh/index.html", r#"<img src="/pictograms/co.svg"><a href="/giay/can-cuoc/"><a href="/ket-hon/#x">"#),
        ("khai-sinh/can-cu/index.html", r#"<link href="/main.css"><link href="/hang.css"><p>luật"#),
        ("ket-hon/index.html", r#"<img src="/pictograms/co.svg"><a href="/giay/can-cuoc/?a">"#),
        ("ly-hon/index.html", r#"<a href="/tat-ca/">"#),
        ("giay/can-cuoc/index.html", r#"<img src="/pictograms/the.svg"><a href="/giay/the/">"#),
        ("giay/the/index.html", "<p>thẻ"),
        ("giay/an/index.html", "<p>chỉ trang đầu nói tới"),
        ("pictograms/home.svg", "<svg>home"),
        ("pictograms/co.svg", "<svg>co"),
        ("pictograms/the.svg", "<svg>the"),
        ("pictograms/warning.svg", "<svg>warning"),
        ("pictograms/not-drawn.svg", "<svg>"),
        ("boot.js", "1"),
        ("main.css", "p{}"),
        ("hang.css", "p{}"),
        ("helper.js", "1"),
        ("manifest.webmanifest", "{}"),
        ("photo.webp", "\u{1}\0"),
        ("robots.txt", ""),
        ("notices.json", "{}"),
        ("desk.js", ""),
        ("og/khai-sinh.png", ""),
        ("icons/192.png", ""),
        ("_headers", ""),
    ])
}

fn file(site: &Scratch, address: &str) -> String {
    fs::read_to_string(site.path().join(address.trim_start_matches('/'))).unwrap()
}

fn parts(site: &Scratch) -> Vec<(Option<String>, bool, Vec<String>)> {
    let plan = plan(site.path()).unwrap();
    let addresses = |part: &Part| part.files.iter().map(|file| file.address().to_owned()).collect();
    plan.parts.iter().map(|part| (part.pack.clone(), part.is_first, addresses(part))).collect()
}

#[test]
fn every_file_of_a_citizen_is_listed_once() {
    let site = site();
    let plan = plan(site.path()).unwrap();
    let listed: Vec<_> = plan.files().map(Listed::address).collect();
    let once: BTreeSet<_> = listed.iter().copied().collect();
    assert_eq!(once.len(), listed.len(), "{listed:?}");
    let left_out: Vec<_> = crate::dist::files(site.path())
        .unwrap()
        .into_iter()
        .map(|file| file.address)
        .filter(|address| !once.contains(address.as_str()))
        .collect();
    assert_eq!(
        left_out,
        [
            "/desk.js",
            "/icons/192.png",
            "/notices.json",
            "/og/khai-sinh.png",
            "/pictograms/not-drawn.svg",
            "/robots.txt",
            "/sw.js"
        ]
    );
}

#[test]
fn what_belongs_together_comes_together() {
    let text = |pack: &str| Some(format!("/packs/{pack}.txt"));
    let of = |addresses: &[&str]| addresses.iter().map(|&address| address.to_owned()).collect::<Vec<_>>();
    assert_eq!(
        parts(&site()),
        [
            (None, true, of(&["/boot.js", "/main.css", "/manifest.webmanifest"])),
            (text("shell"), true, of(&["/", "/404.html", "/k/", "/pictograms/home.svg"])),
            (
                text("sinh-con"),
                false,
                of(&[
                    "/giay/can-cuoc/",
                    "/giay/the/",
                    "/khai-sinh/",
                    "/khai-sinh/can-cu/",
                    "/pictograms/co.svg",
                    "/pictograms/the.svg"
                ])
            ),
            (text("cuoi"), false, of(&["/ket-hon/", "/ly-hon/"])),
            (text("others"), false, of(&["/giay/an/", "/pictograms/warning.svg", "/tat-ca/"])),
            (None, false, of(&["/hang.css", "/helper.js", "/photo.webp"])),
        ]
    );
}

#[test]
fn the_shell_leaves_pictures_of_single_procedures_to_them() {
    let site = site();
    site.write("k/index.html", br#"<img src="/pictograms/co.svg"><img src="/pictograms/one.svg">"#);
    site.write("ly-hon/index.html", br#"<img src="/pictograms/one.svg">"#);
    site.write("pictograms/one.svg", b"<svg>one");
    let pack_of = |address: &str| {
        let parts = parts(&site);
        parts.into_iter().find(|(_, _, files)| files.iter().any(|file| file == address)).and_then(|(pack, _, _)| pack)
    };
    assert_eq!(pack_of("/pictograms/co.svg").as_deref(), Some("/packs/shell.txt"), "two of three procedures show it");
    assert_eq!(pack_of("/pictograms/one.svg").as_deref(), Some("/packs/cuoi.txt"), "one of three shows it");
}

#[test]
fn each_text_of_a_part_is_in_its_pack_as_it_is() {
    let site = site();
    write(site.path()).unwrap();
    for part in plan(site.path()).unwrap().parts {
        let Some(pack) = part.pack else { continue };
        let pack = file(&site, &pack);
        let texts: BTreeMap<_, _> = pack.split('\0').filter_map(|text| text.split_once('\n')).collect();
        assert_eq!(texts.len(), part.files.len());
        for listed in part.files {
            let body = fs::read_to_string(&listed.file.path).unwrap();
            assert_eq!(texts.get(listed.address()), Some(&body.as_str()), "{}", listed.address());
        }
    }
}

#[test]
fn a_procedure_of_several_pages_has_a_pack_of_its_own() {
    let site = site();
    let release = write(site.path()).unwrap();
    assert_eq!(release.packs, 5);
    let pack = file(&site, "/packs/procedure/khai-sinh.txt");
    let addresses: Vec<_> = pack.split('\0').filter_map(|text| text.lines().next()).collect();
    assert_eq!(addresses, ["/khai-sinh/", "/khai-sinh/can-cu/"]);
    assert!(!site.path().join("packs/procedure/ket-hon.txt").exists());
    assert!(file(&site, "/sw.js").contains("procedures: [\"khai-sinh\"]"));
}

#[test]
fn the_same_files_give_the_same_release_however_often() {
    let (one, other) = (site(), site());
    let release = write(one.path()).unwrap();
    assert_eq!(write(other.path()).unwrap(), release);
    let script = file(&one, "/sw.js");
    assert_eq!(file(&other, "/sw.js"), script);
    assert_eq!(write(one.path()).unwrap(), release, "a list takes the place of the one before");
    assert_eq!(file(&one, "/sw.js"), script);
}

#[test]
fn a_changed_file_changes_its_line_and_the_release() {
    let site = site();
    let before = write(site.path()).unwrap();
    let old = file(&site, "/sw.js");
    site.write("giay/the/index.html", "<p>thẻ mới".as_bytes());
    let after = write(site.path()).unwrap();
    let new = file(&site, "/sw.js");
    assert_ne!(before.id, after.id);
    assert_eq!(old.lines().count(), new.lines().count());
    let changed: Vec<_> = old.lines().zip(new.lines()).filter(|(old, new)| old != new).map(|(old, _)| old).collect();
    let names: Vec<_> = changed.iter().map(|line| line.split(['"', ',']).nth(1).unwrap_or_default()).collect();
    assert_eq!(names, [before.id.as_str(), "/giay/the/"], "{changed:?}");
}

#[test]
fn a_changed_program_of_the_worker_is_another_release() {
    let site = site();
    let before = write(site.path()).unwrap();
    site.write("sw.js", TEMPLATE.replace("FILES", "LIST").as_bytes());
    assert_ne!(write(site.path()).unwrap().id, before.id);
}

#[test]
fn a_pack_that_is_no_more_goes() {
    let site = site();
    write(site.path()).unwrap();
    site.write(EVENTS, b"khai-sinh\tsinh-con\nket-hon\tsinh-con\nly-hon\tsinh-con\n");
    write(site.path()).unwrap();
    assert!(!site.path().join("packs/cuoi.txt").exists());
}

#[test]
fn hashes_are_the_beginning_of_sha_256() {
    let site = Scratch::with(&[(EVENTS, ""), ("boot.js", "abc")]);
    // FIPS 180-4, "abc": ba7816bf 8f01cfea 414140de 5dae2223 …
    assert_eq!(plan(site.path()).unwrap().files().next().unwrap().hash, "ungWv4");
}

#[test]
fn a_worker_without_a_place_for_the_list_says_where_it_belongs() {
    let site = Scratch::with(&[(EVENTS, ""), ("sw.js", "const FILES = [];")]);
    let error = write(site.path()).unwrap_err().to_string();
    assert!(error.ends_with("sw.js: no place for the list, put `/* release */ {} /* end */` there"), "{error}");
}

#[test]
fn a_folder_that_was_not_built_says_so() {
    let site = Scratch::with(&[("sw.js", TEMPLATE)]);
    assert!(write(site.path()).unwrap_err().to_string().contains(EVENTS));
    let error = write(Path::new("/nowhere/dist")).unwrap_err().to_string();
    assert!(error.contains("/nowhere/dist"), "{error}");
}

#[test]
fn the_worker_knows_where_packs_of_procedures_lie() {
    let script = include_str!("../../../../public/sw.js");
    assert!(script.contains(&pack_of_procedure("${slug}")));
    assert!(worker::filled(script, &plan(site().path()).unwrap()).is_some());
}
