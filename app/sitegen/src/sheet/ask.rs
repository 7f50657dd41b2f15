//! What nobody has confirmed, on paper: the facts of the offices and the money on the first page, then whatever the
//! procedures leave open, by whom one asks.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::office::{Office, OfficeKind};
use domain::procedure::{Amount, Law, Span};
use domain::{Commune, Procedure, Site, Words};

use super::html::Html;
use super::who::Who;
use super::words;

/// Content with what the site itself does not carry: the open points of the commune.
#[derive(Debug)]
pub(super) struct Unconfirmed<'a> {
    pub(super) site: &'a Site,
    pub(super) commune_points: &'a [String],
}

/// The tongues of the commune's villages, as language tags.
const TONGUES: [(&str, &str); 2] = [("hmn", "tiếng Mông"), ("blt", "tiếng Thái")];

/// One thing to be told.
struct Asked<'a> {
    /// What it is about, as an id.
    about: &'a str,
    text: &'a str,
    /// The procedures that need it.
    procedures: Vec<&'a str>,
}

/// The same fact once, for all procedures that need it.
fn add<'a>(asked: &mut Vec<Asked<'a>>, words: &'a Words, procedure: &'a Procedure) {
    let (text, needs) = (words.text.as_str(), procedure.plain.text.as_str());
    match asked.iter_mut().find(|known| is_same(known.text, text)) {
        Some(known) => known.procedures.push(needs),
        None => {
            let about = words.id.rsplit('.').next().unwrap_or_default();
            asked.push(Asked { about, text, procedures: vec![needs] });
        }
    }
}

impl Unconfirmed<'_> {
    /// The whole sheet.
    pub(super) fn document(&self, size: &'static str) -> String {
        self.written(size, true)
    }

    /// Its first page alone, to see whether it is one page.
    pub(super) fn first_page(&self, size: &'static str) -> String {
        self.written(size, false)
    }

    fn written(&self, size: &'static str, whole: bool) -> String {
        let mut html = Html::default();
        let commune = &self.site.commune;
        html.within("header", "head", |html| {
            html.element("p", "top", format!("Phiếu hỏi · {}, {}", commune.name.text, commune.province.text));
            html.element("h1", "", "Xin cho biết những điều chưa ai xác nhận");
            html.element(
                "p",
                "small",
                "Điều chưa rõ thì trang ghi \"hỏi cán bộ\", không đoán. Ghi câu trả lời vào chỗ trống; ghi cả số văn bản nếu có.",
            );
        });
        self.offices(&mut html);
        html.within("main", "columns", |html| {
            self.about_the_commune(html);
            self.fees().section(html, "Bao nhiêu tiền (mức ở tỉnh, xã mình)");
            self.limits().section(html, "Bao nhiêu ngày");
        });
        signature(&mut html, commune);
        if whole {
            self.open_points(&mut html);
        }
        html.document("Phiếu hỏi", size, "sheet.css")
    }

    fn offices(&self, html: &mut Html) {
        let commune = &self.site.commune;
        html.within("table", "offices", |html| {
            html.within("tr", "", |html| {
                for title in ["Cơ quan", "Điện thoại", "Ở đâu", "Ngày, giờ làm việc"] {
                    html.element("th", "", title);
                }
                for (_, tongue) in TONGUES {
                    html.element("th", "", format!("Ai nói được {tongue}"));
                }
            });
            for kind in asked_of(self.site) {
                html.within("tr", "", |html| office(html, commune, kind));
            }
        });
    }

    fn about_the_commune(&self, html: &mut Html) {
        let site = self.site;
        html.element("h2", "", "Về xã");
        html.within("ul", "lines", |html| {
            for fact in words::unknown(&site.commune.facts) {
                html.question(false, |html| {
                    html.text(format!("Xã này có phải {fact} không? "));
                    for answer in ["có ", "không. "] {
                        html.element("span", "box", "");
                        html.text(answer);
                    }
                    html.text("Theo văn bản nào:");
                });
            }
            let rounds = [
                "Cán bộ về bản làm tại chỗ (lưu động): việc gì, bản nào, ngày nào?",
                "Ốm, già yếu ở xa: gọi ai đến tận nhà?",
            ];
            let report = site.report_phone.is_none().then_some("Thấy trang ghi sai thì báo số nào?");
            for question in rounds.into_iter().chain(report) {
                ask(html, question, &[]);
            }
            for point in self.commune_points {
                ask(html, point, &[]);
            }
        });
    }

    fn fees(&self) -> ByLaw<'_> {
        let mut asked = ByLaw::default();
        for procedure in &self.site.procedures {
            for fee in procedure.fees.iter().filter(|fee| fee.amount == Amount::Ask) {
                asked.add(&fee.source, &fee.words, procedure);
            }
        }
        asked
    }

    fn limits(&self) -> ByLaw<'_> {
        let mut asked = ByLaw::default();
        for procedure in &self.site.procedures {
            for limit in procedure.limits.iter().filter(|limit| limit.span == Span::Ask) {
                asked.add(&limit.source, &limit.words, procedure);
            }
        }
        asked
    }

    fn open_points(&self, html: &mut Html) {
        let mut by_whom: BTreeMap<Who, Vec<Asked<'_>>> = BTreeMap::new();
        for procedure in &self.site.procedures {
            for point in &procedure.open_points {
                add(by_whom.entry(Who::of(procedure, &point.text)).or_default(), point, procedure);
            }
        }
        html.within("section", "columns further", |html| {
            for (who, mut points) in by_whom {
                // What most want to know comes first; what is about the same thing stands together.
                points.sort_by_key(|point| (Reverse(point.procedures.len()), point.about));
                html.element("h2", "", format!("Hỏi {}", who.name()));
                html.within("ul", "lines", |html| {
                    for point in &points {
                        ask(html, point.text, &point.procedures);
                    }
                });
            }
        });
    }
}

/// The offices that somebody is sent to, and those that the commune's file names.
fn asked_of(site: &Site) -> Vec<OfficeKind> {
    let mut kinds: Vec<OfficeKind> = site.commune.offices.iter().map(|office| office.kind).collect();
    for procedure in &site.procedures {
        if !kinds.contains(&procedure.receives) {
            kinds.push(procedure.receives);
        }
    }
    kinds
}

fn office(html: &mut Html, commune: &Commune, kind: OfficeKind) {
    let known: Option<&Office> = commune.office(kind);
    html.element("th", "", known.map_or(words::office(kind), |office| office.official.text.as_str()));
    let facts = [
        known.and_then(|office| office.phone.clone()),
        known.and_then(|office| Some(office.place.as_ref()?.text.clone())),
        known.and_then(|office| Some(office.hours.as_ref()?.text.clone())),
    ];
    for fact in facts {
        html.element("td", "", fact.unwrap_or_default());
    }
    for (tag, _) in TONGUES {
        let spoken = kind == OfficeKind::Centre && commune.tongues.iter().any(|tongue| tongue == tag);
        html.element("td", "", if spoken { "có" } else { "" });
    }
}

/// What is asked of whoever knows a law, law by law.
#[derive(Default)]
struct ByLaw<'a>(Vec<(String, Vec<Asked<'a>>)>);

impl<'a> ByLaw<'a> {
    fn add(&mut self, source: &Law, words: &'a Words, procedure: &'a Procedure) {
        // A source that only names the procedure's own record is the same one for all.
        let law = match source.law.split_once(", mã ") {
            Some((record, rest)) => {
                format!("{record}{}", rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.'))
            }
            None => source.law.clone(),
        };
        let position = self.0.iter().position(|(known, _)| *known == law).unwrap_or_else(|| {
            self.0.push((law, Vec::new()));
            self.0.len() - 1
        });
        add(&mut self.0[position].1, words, procedure);
    }

    fn section(&self, html: &mut Html, title: &str) {
        if self.0.is_empty() {
            return;
        }
        html.element("h2", "", title);
        for (law, asked) in &self.0 {
            html.element("h3", "", law);
            html.within("ul", "lines", |html| {
                for fact in asked {
                    ask(html, fact.text.trim_end_matches('.'), &fact.procedures);
                }
            });
        }
    }
}

/// Whether two sentences are the same but for capitals, spaces and the full stop.
fn is_same(one: &str, other: &str) -> bool {
    let bare = |text: &str| {
        let words: Vec<String> = text.trim_end_matches('.').split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    };
    bare(one) == bare(other)
}

fn ask(html: &mut Html, text: &str, procedures: &[&str]) {
    html.question(false, |html| {
        html.text(text);
        if !procedures.is_empty() {
            html.element("i", "", format!(" {}", procedures.join("; ")));
        }
    });
}

fn signature(html: &mut Html, commune: &Commune) {
    html.within("footer", "sign", |html| {
        html.within("p", "fields", |html| {
            for title in ["Đơn vị trả lời", "Chức vụ (không ghi tên)", "Ngày"] {
                html.within("span", "field", |html| {
                    html.text(format!("{title}:"));
                    html.blank();
                });
            }
        });
        html.within("p", "small", |html| {
            html.text(format!("Có câu trả lời thì gõ vào app/content/offices/{}.toml: ", commune.id));
            html.element("code", "", "phone = \"…\", place = \"…\", hours = \"…\"");
            html.text("; đặc điểm của xã ở [facts]; tiền, thời gian ở tệp của thủ tục: ");
            html.element("code", "", "amount = …");
            html.text(". Rồi xóa dòng ấy ở [open_points] và chạy make check.");
        });
    });
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn a_fact_is_the_same_with_other_capitals_spaces_and_full_stops() {
        assert!(is_same("Hỏi  xã", "hỏi xã."));
        assert!(!is_same("Hỏi xã 1", "Hỏi xã 2"));
    }
}
