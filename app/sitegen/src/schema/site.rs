//! What belongs to the whole site.

use std::borrow::Cow;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::{Day, EMAIL, HOST, ID, Law, MESSAGE_KEY, PHONE};

/// `content/site.toml`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Những điều chung của cả trang.")]
pub struct Site {
    /// Host of the published site, without scheme; used for absolute links.
    #[schemars(
        description = "Tên miền, không có https://. Ví dụ: \"dugiayto.example\".",
        regex(pattern = HOST)
    )]
    pub host: String,
    /// Commune (id) that lists are for when nothing else is said.
    #[schemars(description = "Xã mặc định (tên tệp trong offices).")]
    pub commune: String,
    /// Documents (ids), most asked for first; six to a page, and six pages at most.
    #[schemars(
        description = "Giấy cán bộ hay hỏi thêm (tên tệp trong documents), hay hỏi nhất trước. Mỗi trang 6 giấy.",
        length(min = 1, max = 36)
    )]
    pub asked_for: Vec<String>,
    /// Where mistakes are reported, in words.
    #[schemars(description = "Thấy sai thì báo ở đâu, viết thành câu.")]
    pub report: String,
    /// Only when somebody answers there.
    #[serde(default)]
    #[schemars(
        description = "Số điện thoại báo sai, chỉ chữ số; chỉ ghi khi có người nghe máy.",
        regex(pattern = PHONE)
    )]
    pub report_phone: Option<String>,
    /// Only when somebody reads it.
    #[serde(default)]
    #[schemars(
        description = "Thư điện tử báo sai; chỉ ghi khi có người đọc.",
        regex(pattern = EMAIL)
    )]
    pub report_email: Option<String>,
}

/// `content/events.toml`: life events in the order people ask for them.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Các việc trong đời, theo thứ tự bà con hay hỏi.")]
pub struct Events {
    /// In that order; six to a page, and six pages at most.
    #[schemars(description = "Các việc trong đời.", length(min = 1, max = 36))]
    pub events: Vec<Event>,
}

/// A life event: the first picture one touches.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Content id.
    #[schemars(
        description = "Tên trong máy: chữ thường không dấu, số và gạch ngang. Ví dụ: \"sinh-con\".",
        regex(pattern = ID)
    )]
    pub id: String,
    /// What people say.
    #[schemars(description = "Bà con nói thế nào. Ví dụ: \"Sinh con\".")]
    pub words: String,
    /// Pictogram id.
    #[schemars(description = "Tên hình trong public/pictograms, không có đuôi .svg.")]
    pub picture: String,
}

/// A file of `content/notices/`. Its name is its id.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Một thông báo gấp.")]
pub struct Notice {
    /// Slugs, or `["all"]`.
    #[schemars(
        description = "Thủ tục nào (tên tệp trong procedures), hoặc [\"all\"] cho mọi thủ tục.",
        length(min = 1)
    )]
    pub procedures: Vec<String>,
    /// First day.
    #[schemars(description = "Hiện từ ngày nào. Ví dụ: 2026-11-23.")]
    pub from: Day,
    /// Last day.
    #[schemars(description = "Hiện đến hết ngày nào.")]
    pub until: Day,
    /// At most 20 words.
    #[schemars(description = "Câu thông báo, nhiều nhất 20 chữ.")]
    pub words: String,
    /// Whether it only informs.
    #[schemars(description = "Chỉ báo tin, hay dừng cả danh sách lại.")]
    pub kind: NoticeKind,
}

/// What a notice does to the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeKind {
    /// Stands beside it.
    #[schemars(description = "chỉ báo tin")]
    Inform,
    /// Stands in its place.
    #[schemars(description = "dừng danh sách: đừng đi vội")]
    StopTheList,
}

/// A file of `content/holidays/`: one year.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Lịch nghỉ của một năm.")]
pub struct Holidays {
    /// First day this file knows about.
    #[schemars(description = "Ngày đầu mà lịch này biết. Ví dụ: 2026-01-01.")]
    pub from: Day,
    /// Last day.
    #[schemars(description = "Ngày cuối. Ví dụ: 2026-12-31.")]
    pub until: Day,
    /// Days off besides Saturdays and Sundays.
    #[schemars(description = "Các ngày nghỉ, ngoài thứ bảy và chủ nhật.")]
    pub days_off: Vec<Day>,
    /// Saturdays or Sundays that are worked instead.
    #[serde(default)]
    #[schemars(description = "Các ngày thứ bảy, chủ nhật phải làm bù.")]
    pub worked: Vec<Day>,
    /// The decision it comes from.
    #[schemars(description = "Văn bản về lịch nghỉ.")]
    pub source: Law,
    /// Days that another text fixes: the law itself for every year, or a later decision.
    #[serde(default)]
    #[schemars(description = "Các ngày do văn bản khác định: luật định sẵn cho mọi năm, hoặc quyết định ra sau.")]
    pub also: Vec<MoreDaysOff>,
}

/// Days off of the same year from another text.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoreDaysOff {
    /// Days off besides Saturdays and Sundays.
    #[schemars(description = "Các ngày nghỉ, ngoài thứ bảy và chủ nhật.")]
    pub days_off: Vec<Day>,
    /// Saturdays or Sundays that are worked instead.
    #[serde(default)]
    #[schemars(description = "Các ngày thứ bảy, chủ nhật phải làm bù.")]
    pub worked: Vec<Day>,
    /// The text that fixes them.
    #[schemars(description = "Văn bản định các ngày này.")]
    pub source: Law,
}

impl Holidays {
    /// Days off and worked weekend days by the text that fixes them, the decision of the year first.
    pub fn by_text(&self) -> impl Iterator<Item = (&[Day], &[Day], &Law)> {
        let decided = std::iter::once((&*self.days_off, &*self.worked, &self.source));
        decided.chain(self.also.iter().map(|more| (&*more.days_off, &*more.worked, &more.source)))
    }
}

/// `content/messages/`: the words of the pages themselves (`vi.toml`), of the clerk's desk (`can-bo.toml`), and what citizens
/// get from it (`tin-nhan.toml`); key = text.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct Messages(pub IndexMap<String, String>);

impl JsonSchema for Messages {
    fn schema_name() -> Cow<'static, str> {
        "Messages".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Lời của chính các trang. {n} là chỗ máy điền số hoặc tên vào.",
            "type": "object",
            "propertyNames": { "pattern": MESSAGE_KEY },
            "additionalProperties": { "type": "string" },
        })
    }
}
