//! The cover, which says what this is and whom to believe, and the contents by life event.

use domain::list_number;
use domain::{Procedure, Site};
use web::Messages;
use web::pages::event::with_procedures;

use super::{Booklet, qr};
use crate::sheet::html::Html;

/// What a booklet says that no page says.
const TITLE: &str = "Làm giấy gì, mang theo gì";
const FOR_WHOM: &str = "Quyển này cho trưởng bản, người giúp bà con, và nhà dùng điện thoại phím.";
const HOW: [&str; 4] = [
    "Tìm việc cần làm ở trang sau. Mỗi việc có một số ở góc trên.",
    "Có điện thoại thông minh thì quét ô vuông. Nhà chỉ có điện thoại phím thì đọc số ấy cho người giúp.",
    "Giấy có dấu ô trống: có rồi thì đánh dấu bằng bút chì.",
    "Chỗ nào ghi \"hỏi cán bộ\" là chưa ai xác nhận. Cán bộ ở quầy mới là người quyết định.",
];

impl Booklet<'_> {
    pub(super) fn cover(&self, html: &mut Html) {
        let Self { site, messages, .. } = self;
        html.within("header", "cover", |html| {
            html.element("p", "brand", &messages.brand.text);
            html.element("h1", "", TITLE);
            html.element("p", "place", format!("{}, {}", site.commune.name.text, site.commune.province.text));
            html.element("p", "lead", FOR_WHOM);
            html.within("ul", "how", |html| HOW.iter().for_each(|line| html.element("li", "", line)));
            html.within("section", "trust", |html| trust(html, site, messages));
            html.element("p", "small", self.days());
        });
    }

    /// The span of the days on which procedures were checked, and the first day on which one of them counts as old.
    fn days(&self) -> String {
        let checked = || self.site.procedures.iter().map(|procedure| procedure.checked);
        let until = self.site.procedures.iter().map(|procedure| procedure.review_by).min();
        let (Some(first), Some(last), Some(until)) = (checked().min(), checked().max(), until) else {
            return String::new();
        };
        let checked = match first == last {
            true => format!("ngày {}", last.dd_mm_yyyy()),
            false => format!("từ ngày {} đến ngày {}", first.dd_mm_yyyy(), last.dd_mm_yyyy()),
        };
        format!(
            "Kiểm tra {checked}. Có việc chỉ đúng đến hết ngày {}: xem ngày ghi ở cuối mỗi việc, quá ngày thì hỏi cán bộ.",
            until.dd_mm_yyyy()
        )
    }

    pub(super) fn contents(&self, html: &mut Html) {
        html.within("nav", "contents", |html| {
            html.element("h2", "", &self.messages.all_title.text);
            html.within("div", "columns", |html| {
                for (event, procedures) in with_procedures(self.site) {
                    html.within("section", "event", |html| {
                        html.within("h3", "", |html| {
                            self.picture(html, &event.picture);
                            html.text(&event.words.text);
                        });
                        html.within("ul", "", |html| procedures.iter().for_each(|procedure| line(html, procedure)));
                    });
                }
            });
            html.element("p", "small", &self.messages.all_lead.text);
        });
    }
}

fn line(html: &mut Html, procedure: &Procedure) {
    html.within("li", "", |html| {
        html.element("b", "number", number(procedure));
        html.text(&procedure.plain.text);
    });
}

/// The number of a whole procedure, as it stands on walls.
pub(super) fn number(procedure: &Procedure) -> String {
    list_number::encode_procedure(procedure.number).expect("numbers of procedures are checked: 1 to 499")
}

fn trust(html: &mut Html, site: &Site, messages: &Messages) {
    qr::draw(html, &super::address(site, ""));
    html.within("div", "", |html| {
        html.element("p", "promise", &messages.about_what_2.text);
        html.within("p", "", |html| {
            html.text(format!("{} ", messages.about_address.text));
            html.element("b", "", &site.host);
        });
        html.element("p", "", format!("{} {}", messages.about_who.text, messages.about_who_2.text));
        html.element("p", "", &messages.portal.text);
        html.within("p", "", |html| {
            let contacts = [site.report_phone.as_deref(), site.report_email.as_deref()];
            html.text(format!("{} {}", messages.about_mistake_title.text, site.report.text));
            contacts.into_iter().flatten().for_each(|contact| html.text(format!(" {contact}")));
        });
    });
}
