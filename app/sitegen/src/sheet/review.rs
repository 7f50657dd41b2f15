//! One procedure on one page, for the commune to tick line by line and to sign. What is not ticked is not approved.

use domain::procedure::{Amount, Fee, Law, Limit, Outcome, Span, Wait};
use domain::requirement::{At, Kind, Need};
use domain::{Procedure, Question, Requirement, Site, Words};

use super::html::Html;
use super::words;

/// The sheet's document. `size` is how small it is printed.
pub(super) fn document(site: &Site, procedure: &Procedure, size: &'static str) -> String {
    let mut html = Html::default();
    let mut laws = Laws::default();
    head(&mut html, site, procedure);
    html.within("main", "columns", |html| {
        applying(html, site, procedure);
        section(html, "Câu hỏi", &procedure.questions, |html, question| asked(html, procedure, question));
        section(html, "Danh sách", &procedure.requirements, |html, requirement| {
            required(html, site, procedure, requirement, &mut laws);
        });
        section(html, "Tiền", &procedure.fees, |html, it| fee(html, procedure, it, &mut laws));
        time(html, procedure, &mut laws);
        section(html, "Kết thúc và lời khuyên", &procedure.outcomes, |html, it| {
            outcome(html, site, procedure, it, &mut laws);
        });
        open_points(html, procedure);
        cited(html, &laws);
    });
    signature(&mut html, site, procedure);
    html.document(&format!("{}: phiếu duyệt", procedure.plain.text), size, "../sheet.css")
}

fn head(html: &mut Html, site: &Site, procedure: &Procedure) {
    html.within("header", "head", |html| {
        html.within("p", "top", |html| {
            html.text(format!(
                "Phiếu duyệt danh sách giấy tờ · {}, {}",
                site.commune.name.text, site.commune.province.text
            ));
        });
        html.within("h1", "", |html| {
            html.text(&procedure.plain.text);
            html.element("small", "", format!(" · số {} · mã {}", procedure.number, procedure.code));
        });
        html.element("p", "", &procedure.official.text);
        html.element(
            "p",
            "small",
            format!(
                "Lĩnh vực {}, {}. Nội dung kiểm tra ngày {}, phải xem lại trước hết ngày {}. \
                 Đánh dấu từng ô đúng; sai thì gạch và ghi lại bên cạnh. Ô để trống là chưa duyệt.",
                procedure.sector,
                words::level(procedure.level),
                procedure.checked.dd_mm_yyyy(),
                procedure.review_by.dd_mm_yyyy()
            ),
        );
        if let Some(approval) = &procedure.approved {
            let day = approval.date.dd_mm_yyyy();
            html.element("p", "small", format!("Đã duyệt ngày {day}: {}, {}.", approval.role, approval.office));
        }
    });
}

/// A heading and a line for each entry; nothing where there is none.
fn section<T>(html: &mut Html, title: &str, entries: &[T], mut line: impl FnMut(&mut Html, &T)) {
    if entries.is_empty() {
        return;
    }
    html.element("h2", "", title);
    html.within("ul", "lines", |html| {
        for entry in entries {
            html.line(|html| line(html, entry));
        }
    });
}

fn applying(html: &mut Html, site: &Site, procedure: &Procedure) {
    let office = site.commune.office(procedure.receives);
    let office = office.map_or(words::office(procedure.receives), |office| office.official.text.as_str());
    let mut lines = vec![
        ("Ai được làm", procedure.applicants.text.clone()),
        ("Nơi nhận", office.to_owned()),
        ("Nơi quyết định", procedure.decides.text.clone()),
        ("Kết quả", procedure.result.text.clone()),
        ("Ai đi lấy", procedure.collects.text.clone()),
    ];
    for channel in &procedure.channels {
        lines
            .push((words::channel(channel.kind), channel.note.as_ref().map_or_else(String::new, |it| it.text.clone())));
    }
    section(html, "Ai làm, ở đâu", &lines, |html, (title, text)| {
        html.element("b", "", title);
        if !text.is_empty() {
            html.text(format!(": {text}"));
        }
    });
}

fn asked(html: &mut Html, procedure: &Procedure, question: &Question) {
    html.element("b", "", &question.words.text);
    html.text(" ");
    let options = question.options.iter().map(|option| match &option.note {
        Some(note) => format!("{} ({})", option.words.text, note.text),
        None => option.words.text.clone(),
    });
    html.text(options.chain(["không biết".to_owned()]).collect::<Vec<_>>().join(" / "));
    only_when(html, "Chỉ hỏi khi", &words::condition(procedure, &question.when));
}

fn required(html: &mut Html, site: &Site, procedure: &Procedure, requirement: &Requirement, laws: &mut Laws) {
    let count = if requirement.count > 1 { format!("{} ", requirement.count) } else { String::new() };
    html.element("b", "", format!("{count}{}", requirement.plain.text));
    let first = requirement.official.iter().map(|words| words.text.as_str());
    let others = requirement.documents.iter().skip(1).filter_map(|id| site.documents.get(id));
    let names: Vec<&str> = first.chain(others.map(|document| document.official.text.as_str())).collect();
    // The official name of a single paper that only repeats the plain one.
    let names = if names == [requirement.plain.text.as_str()] { Vec::new() } else { names };
    if !names.is_empty() {
        html.text(format!(" ({})", names.join("; hoặc ")));
    }
    // Most are papers, which their form tells.
    let mut parts = Vec::new();
    parts.extend((requirement.kind != Kind::Paper).then(|| words::kind(requirement.kind).to_owned()));
    parts.extend(requirement.whose.map(|whose| format!("của {}", words::whose(whose))));
    parts.extend(requirement.form.map(|form| words::form(form).to_owned()));
    if !requirement.also_accepted.is_empty() {
        let forms: Vec<_> = requirement.also_accepted.iter().map(|form| words::form(*form)).collect();
        parts.push(format!("cũng nhận {}", forms.join(", ")));
    }
    parts.extend((requirement.need == Need::IfYouHave).then(|| "có thì mang, không bắt buộc".to_owned()));
    parts.extend((requirement.at == At::Collect).then(|| "chỉ khi đi lấy".to_owned()));
    html.text(format!(": {}.", parts.join("; ")));
    only_when(html, "Khi", &words::condition(procedure, &requirement.when));
    let replaced = requirement.instead_of.as_ref();
    let replaced = replaced.and_then(|id| procedure.requirements.iter().find(|other| other.id == *id));
    only_when(html, "Thay cho", replaced.map_or("", |other| &other.plain.text));
    for other in &requirement.channels {
        let form = other.form.map_or("không cần", words::form);
        let note = other.note.as_ref().map_or_else(String::new, |note| format!(". {}", note.text));
        only_when(html, words::channel(other.channel), &format!("{form}{note}"));
    }
    sentence(html, requirement.note.as_ref());
    only_when(html, "Áp dụng", &words::days(requirement.from, requirement.until));
    laws.cite(html, &requirement.source);
}

fn fee(html: &mut Html, procedure: &Procedure, fee: &Fee, laws: &mut Laws) {
    html.element("b", "", &fee.words.text);
    html.text(format!(": {}", words::amount(fee.amount)));
    if fee.amount == Amount::Ask {
        html.blank();
        html.text("đồng");
    }
    html.text(".");
    only_when(html, "Khi", &words::condition(procedure, &fee.when));
    only_when(html, "Áp dụng", &words::days(fee.from, fee.until));
    laws.cite(html, &fee.source);
    if !fee.exemptions.is_empty() {
        html.element("i", "", " Không mất tiền nếu:");
        html.within("ul", "lines", |html| {
            for exemption in &fee.exemptions {
                html.line(|html| html.text(&exemption.text));
            }
        });
    }
}

fn time(html: &mut Html, procedure: &Procedure, laws: &mut Laws) {
    html.element("h2", "", "Thời gian");
    html.within("ul", "lines", |html| {
        for it in &procedure.limits {
            html.line(|html| limit(html, procedure, it, laws));
        }
        html.line(|html| {
            html.element("b", "", "Từ khi nộp đến khi cầm kết quả");
            html.text(format!(": {}. {}", weeks(&procedure.wait), procedure.wait.words.text));
        });
        if let Some(deadline) = &procedure.deadline {
            html.line(|html| {
                html.element("b", "", "Hạn của người dân");
                html.text(format!(": {} {}", deadline.words.text, deadline.late.text));
                laws.cite(html, &deadline.source);
            });
        }
    });
}

fn limit(html: &mut Html, procedure: &Procedure, limit: &Limit, laws: &mut Laws) {
    let adds = if limit.adds { "cộng thêm " } else { "" };
    html.element("b", "", &limit.words.text);
    html.text(format!(": {adds}{}", words::span(limit.span)));
    if limit.span == Span::Ask {
        html.blank();
        html.text("ngày");
    }
    html.text(".");
    only_when(html, "Khi", &words::condition(procedure, &limit.when));
    only_when(html, "Áp dụng", &words::days(limit.from, limit.until));
    let not_counted: Vec<_> = limit.not_counted.iter().map(|words| words.text.trim_end_matches('.')).collect();
    only_when(html, "Không tính", &not_counted.join("; "));
    laws.cite(html, &limit.source);
}

fn weeks(wait: &Wait) -> String {
    match (wait.least, wait.most) {
        (0, Some(most)) => format!("có khi trong ngày, lâu nhất {most} tuần"),
        (least, Some(most)) if least == most => format!("{most} tuần"),
        (least, Some(most)) => format!("{least} đến {most} tuần"),
        (least, None) => format!("ít nhất {least} tuần"),
    }
}

fn outcome(html: &mut Html, site: &Site, procedure: &Procedure, outcome: &Outcome, laws: &mut Laws) {
    html.element("b", "", &outcome.words.text);
    let place = if outcome.ends { "thay cho danh sách" } else { "cạnh danh sách" };
    html.text(format!(" ({}, {place})", words::outcome(outcome.kind)));
    only_when(html, "Khi", &words::condition(procedure, &outcome.when));
    sentence(html, outcome.reason.as_ref());
    let other = outcome.procedure.as_ref();
    let other = other.and_then(|slug| site.procedures.iter().find(|other| other.slug == *slug));
    only_when(html, "Sang", other.map_or("", |other| &other.plain.text));
    only_when(html, "Áp dụng", &words::days(outcome.from, outcome.until));
    if let Some(source) = &outcome.source {
        laws.cite(html, source);
    }
}

fn open_points(html: &mut Html, procedure: &Procedure) {
    if procedure.open_points.is_empty() {
        return;
    }
    html.element("h2", "", "Chưa rõ: xin ghi câu trả lời");
    html.within("ul", "lines", |html| {
        for point in &procedure.open_points {
            html.question(true, |html| html.text(&point.text));
        }
    });
}

/// One sentence more, after a space.
fn sentence(html: &mut Html, words: Option<&Words>) {
    if let Some(words) = words {
        html.text(format!(" {}", words.text));
    }
}

/// "Khi: …"; nothing where there is nothing to say.
fn only_when(html: &mut Html, title: &str, text: &str) {
    if !text.is_empty() {
        html.text(" ");
        html.element("i", "", format!("{title}:"));
        html.text(format!(" {}.", text.trim_end_matches('.')));
    }
}

/// Where the lines come from. The same law is named in many lines, so it has a number there and its name once.
#[derive(Default)]
struct Laws(Vec<String>);

impl Laws {
    fn cite(&mut self, html: &mut Html, law: &Law) {
        let position = self.0.iter().position(|known| *known == law.law).unwrap_or_else(|| {
            self.0.push(law.law.clone());
            self.0.len() - 1
        });
        let article = law.article.as_ref().map_or_else(String::new, |article| format!("{article} "));
        html.element("cite", "", format!(" {article}[{}]", position + 1));
    }
}

fn cited(html: &mut Html, laws: &Laws) {
    html.element("h2", "", "Căn cứ");
    html.within("p", "small", |html| {
        let named = laws.0.iter().zip(1..).map(|(law, number)| format!("[{number}] {law}"));
        html.text(named.collect::<Vec<_>>().join(" · "));
    });
}

/// Who stands for it, and what an editor types once it is signed. Never a name: whoever reads the page asks the office.
fn signature(html: &mut Html, site: &Site, procedure: &Procedure) {
    let office = site.commune.office(procedure.receives).map_or("…", |office| office.official.text.as_str());
    // A text is quoted in JSON as it is in TOML.
    let office = serde_json::Value::from(office);
    html.within("footer", "sign", |html| {
        html.within("p", "fields", |html| {
            for title in ["Đơn vị", "Chức vụ (không ghi tên)", "Ngày", "Ký, đóng dấu"] {
                html.within("span", "field", |html| {
                    html.text(format!("{title}:"));
                    html.blank();
                });
            }
        });
        html.within("p", "small", |html| {
            html.text(format!(
                "Ký xong, gõ vào app/content/procedures/{}.toml, ngay dưới dòng review_by, rồi chạy make check: ",
                procedure.slug
            ));
            html.element("code", "", format!("approved = {{ office = {office}, role = \"…\", date = 2026-…-… }}"));
        });
    });
}
