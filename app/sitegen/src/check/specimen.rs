//! Specimens: a blank paper drawn again, to compare with what lies in the drawer. Whoever draws one works outside of
//! this project with a program that adds what it likes, so everything that a drawing may not bring into a page is
//! looked for: weight, styles, programs, other files. And nobody may take one for the real paper.

use std::collections::BTreeSet;
use std::ops::Range;

use resvg::usvg::roxmltree::{Attribute, Document, Node};

use crate::content::{Draft, Drawing};
use crate::diagnostics::{Explanation, Problem, ProblemKind, nearest};
use crate::source::Place;

/// The most bytes of a specimen: what a change of a whole procedure may cost a phone, and these come one by one when
/// somebody asks to see them.
const LIMIT: usize = 15_000;

/// What stands across every specimen.
const MARK: &str = "MẪU";

const SVG: &str = "http://www.w3.org/2000/svg";

pub(super) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    there(draft, problems);
    stray(draft, problems);
    for drawing in draft.specimens.values() {
        light(drawing, problems);
        match Document::parse(&drawing.text) {
            Ok(document) => inside(&Specimen { drawing, root: document.root_element() }, problems),
            Err(error) => problems.push(broken(
                drawing,
                0..0,
                format!("hình không đọc được như SVG: {error}"),
                "mở bằng trình duyệt xem lỗi ở đâu; mỗi thẻ mở phải có thẻ đóng".to_owned(),
            )),
        }
    }
}

/// Every paper that promises a specimen has one. One that cannot be read was reported as such.
fn there(draft: &Draft, problems: &mut Vec<Problem>) {
    for parsed in draft.documents.iter().filter(|parsed| parsed.data.specimen) {
        if draft.names.specimens.contains(&parsed.id) {
            continue;
        }
        let owned = draft.names.specimens.iter().map(String::as_str);
        let free = owned.filter(|name| !draft.names.documents.contains(*name));
        let file = format!("public/specimens/{}.svg", parsed.id);
        let advice = match nearest(&parsed.id, free) {
            Some(name) => format!("có phải tờ mẫu là tệp {name}.svg? Đổi tên tệp ấy thành {}.svg", parsed.id),
            None => format!("vẽ {file}, hoặc bỏ dòng `specimen = true`"),
        };
        let message = format!("chưa có tờ mẫu của giấy `{}`", parsed.id);
        let says = Explanation { message, expected: format!("có tệp {file}"), advice };
        problems.push(parsed.problem(ProblemKind::MissingSpecimen, &Place::root().key("specimen"), says));
    }
}

/// No drawing lies there that no page shows: it would still travel to every phone that keeps the site.
fn stray(draft: &Draft, problems: &mut Vec<Problem>) {
    let shown = |name: &str| draft.documents.iter().any(|parsed| parsed.data.specimen && parsed.id == name);
    let unread: BTreeSet<&str> = draft.names.documents.iter().map(String::as_str).collect();
    let parsed: BTreeSet<&str> = draft.documents.iter().map(|parsed| parsed.id.as_str()).collect();
    for (name, drawing) in &draft.specimens {
        // A paper whose own file could not be read may well ask for it.
        if shown(name) || (unread.contains(name.as_str()) && !parsed.contains(name.as_str())) {
            continue;
        }
        let advice = match parsed.contains(name.as_str()) {
            true => format!("thêm dòng `specimen = true` vào documents/{name}.toml, hoặc xóa tệp hình này"),
            false => match nearest(name, parsed.iter().copied()) {
                Some(id) => format!("có phải là tờ mẫu của giấy `{id}`? Đổi tên tệp thành {id}.svg, hoặc xóa đi"),
                None => "đổi tên tệp cho đúng tên giấy, hoặc xóa đi".to_owned(),
            },
        };
        problems.push(Problem::in_file(
            ProblemKind::StraySpecimen,
            drawing.file.as_str(),
            Explanation {
                message: format!("tờ mẫu `{name}` không giấy nào dùng"),
                expected: "mỗi tờ mẫu là của một giấy có dòng `specimen = true`, tên tệp như tên giấy".to_owned(),
                advice,
            },
        ));
    }
}

fn light(drawing: &Drawing, problems: &mut Vec<Problem>) {
    if drawing.text.len() > LIMIT {
        problems.push(Problem::in_file(
            ProblemKind::HeavySpecimen,
            drawing.file.as_str(),
            Explanation {
                message: format!("tờ mẫu nặng {} byte", drawing.text.len()),
                expected: format!("nhiều nhất {LIMIT} byte, vì mạng yếu vẫn phải tải được"),
                advice: "vẽ ít nét hơn, bỏ số lẻ; nét giống nhau thì vẽ một lần rồi dùng lại bằng <use>".to_owned(),
            },
        ));
    }
}

/// A drawing that is XML, and its outermost element.
struct Specimen<'a, 'input> {
    drawing: &'a Drawing,
    root: Node<'a, 'input>,
}

fn inside(specimen: &Specimen<'_, '_>, problems: &mut Vec<Problem>) {
    let Specimen { drawing, root } = specimen;
    if !root.has_tag_name((SVG, "svg")) {
        problems.push(broken(
            drawing,
            name_of(*root),
            format!("thẻ ngoài cùng là <{}>, không phải <svg>", root.tag_name().name()),
            format!("mở đầu bằng <svg xmlns=\"{SVG}\" viewBox=\"0 0 600 848\">"),
        ));
    } else if !root.attribute("viewBox").is_some_and(is_view_box) {
        problems.push(broken(
            drawing,
            name_of(*root),
            "<svg> không có viewBox với bốn số".to_owned(),
            "thêm viewBox=\"0 0 rộng cao\" vào <svg>, ví dụ viewBox=\"0 0 600 848\" cho tờ A4".to_owned(),
        ));
    }
    titled(specimen, problems);
    marked(specimen, problems);
    for node in root.descendants().filter(Node::is_element) {
        element(drawing, node, problems);
        for attribute in node.attributes() {
            self::attribute(drawing, &attribute, problems);
        }
    }
}

fn is_view_box(value: &str) -> bool {
    let numbers: Vec<f32> = value.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
    matches!(numbers[..], [_, _, width, height] if width > 0.0 && height > 0.0)
}

/// Who hears the page is told by the title what is drawn.
fn titled(specimen: &Specimen<'_, '_>, problems: &mut Vec<Problem>) {
    let first = specimen.root.first_element_child().filter(|first| first.has_tag_name((SVG, "title")));
    if first.and_then(|title| title.text()).is_none_or(|text| text.trim().is_empty()) {
        problems.push(at(
            specimen.drawing,
            ProblemKind::SpecimenUntitled,
            name_of(specimen.root),
            "tờ mẫu không có tên ở đầu".to_owned(),
            "thẻ đầu tiên trong <svg> là <title>, có chữ".to_owned(),
            "ngay sau <svg …> thêm <title>Tên giấy (tờ mẫu)</title>".to_owned(),
        ));
    }
}

fn marked(specimen: &Specimen<'_, '_>, problems: &mut Vec<Problem>) {
    let mut texts = specimen.root.descendants().filter(|node| node.has_tag_name((SVG, "text")));
    let says = |node: Node<'_, '_>| {
        let letters: String = node.descendants().filter(Node::is_text).filter_map(|part| part.text()).collect();
        letters.contains(MARK)
    };
    if !texts.any(says) {
        problems.push(Problem::in_file(
            ProblemKind::SpecimenUnmarked,
            specimen.drawing.file.as_str(),
            Explanation {
                message: format!("tờ mẫu không có chữ {MARK}"),
                expected: format!("chữ {MARK} to, nằm chéo giữa tờ, để không ai tưởng là giấy thật"),
                advice: format!("thêm <text …>{MARK}</text> màu đỏ mờ, cao ít nhất 90, viết liền một chữ"),
            },
        ));
    }
}

fn element(drawing: &Drawing, node: Node<'_, '_>, problems: &mut Vec<Problem>) {
    let name = node.tag_name().name();
    let place = || name_of(node);
    match name.to_ascii_lowercase().as_str() {
        "style" => problems.push(styled(drawing, place(), "thẻ <style>")),
        "script" => problems.push(active(drawing, place(), "thẻ <script>")),
        "image" | "foreignobject" => problems.push(at(
            drawing,
            ProblemKind::SpecimenEmbeds,
            place(),
            format!("tờ mẫu có thẻ <{name}>"),
            "chỉ nét vẽ và chữ".to_owned(),
            "bỏ thẻ này và vẽ lại bằng nét; không dán ảnh chụp giấy thật".to_owned(),
        )),
        _ => {}
    }
}

fn attribute(drawing: &Drawing, attribute: &Attribute<'_, '_>, problems: &mut Vec<Problem>) {
    let (name, value) = (attribute.name(), attribute.value());
    match name {
        "style" | "class" => problems.push(styled(drawing, attribute.range(), &format!("`{name}`"))),
        // With and without the old `xlink:`.
        "href" if !value.starts_with('#') => problems.push(reaches(drawing, attribute.range(), value)),
        name if name.to_ascii_lowercase().starts_with("on") => {
            problems.push(active(drawing, attribute.range(), &format!("`{name}`")));
        }
        _ if reaches_by_url(value) => problems.push(reaches(drawing, attribute.range(), value)),
        _ => {}
    }
}

/// Whether some `url(…)` is not of this drawing.
fn reaches_by_url(value: &str) -> bool {
    value.to_ascii_lowercase().split("url(").skip(1).any(|target| !target.starts_with('#'))
}

fn styled(drawing: &Drawing, span: Range<usize>, what: &str) -> Problem {
    at(
        drawing,
        ProblemKind::SpecimenStyled,
        span,
        format!("tờ mẫu có {what}"),
        "màu và nét ghi thẳng vào từng thẻ".to_owned(),
        "bỏ đi, viết fill=\"…\" stroke=\"…\" ngay trong thẻ; chương trình vẽ có mục lưu \"thuộc tính\"".to_owned(),
    )
}

fn active(drawing: &Drawing, span: Range<usize>, what: &str) -> Problem {
    at(
        drawing,
        ProblemKind::SpecimenActive,
        span,
        format!("tờ mẫu có {what}, là lệnh cho máy chạy"),
        "hình đứng yên, không có lệnh".to_owned(),
        "bỏ đi; tờ mẫu chỉ để nhìn".to_owned(),
    )
}

fn reaches(drawing: &Drawing, span: Range<usize>, target: &str) -> Problem {
    at(
        drawing,
        ProblemKind::SpecimenReaches,
        span,
        format!("tờ mẫu lấy `{target}` ở ngoài hình"),
        "chỉ trỏ vào một phần trong chính hình này: #tên, url(#tên)".to_owned(),
        "vẽ phần ấy vào trong <defs> của hình, hoặc bỏ đi".to_owned(),
    )
}

fn broken(drawing: &Drawing, span: Range<usize>, message: String, advice: String) -> Problem {
    let expected = "một hình SVG đúng dạng, có viewBox để máy biết khổ giấy".to_owned();
    if span.is_empty() {
        let says = Explanation { message, expected, advice };
        return Problem::in_file(ProblemKind::SpecimenNotSvg, drawing.file.as_str(), says);
    }
    at(drawing, ProblemKind::SpecimenNotSvg, span, message, expected, advice)
}

fn at(
    drawing: &Drawing,
    kind: ProblemKind,
    span: Range<usize>,
    message: String,
    expected: String,
    advice: String,
) -> Problem {
    Problem::at(kind, drawing.file.as_str(), &drawing.text, span, Explanation { message, expected, advice })
}

/// Where an element begins, to the end of its name: all of it would underline the whole drawing.
fn name_of(node: Node<'_, '_>) -> Range<usize> {
    let start = node.range().start;
    let rest = node.document().input_text().get(start..).unwrap_or_default();
    let end = rest.find([' ', '\n', '\t', '>', '/']).unwrap_or(rest.len());
    start..start + end
}

#[cfg(test)]
mod tests {
    use super::{is_view_box, reaches_by_url};

    #[test]
    fn a_view_box_has_a_size() {
        assert!(is_view_box("0 0 600 848") && is_view_box("0,0,600,378.5"));
        assert!(!is_view_box("") && !is_view_box("0 0 600") && !is_view_box("0 0 600 0") && !is_view_box("a b c d"));
    }

    #[test]
    fn only_parts_of_the_drawing_itself_are_near() {
        assert!(!reaches_by_url("url(#dots)") && !reaches_by_url("#1c2340"));
        assert!(reaches_by_url("url(#dots) URL(https://example.org/a)") && reaches_by_url("url('a.svg#b')"));
    }
}
