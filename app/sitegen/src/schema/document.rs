//! A paper.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ID, SMS, Strings};

/// A file of `content/documents/`. Its name is its id.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Một loại giấy. Tên tệp là tên gọi của giấy này trong các tệp khác.")]
pub struct Document {
    /// What people say.
    #[schemars(description = "Tên dễ hiểu, như bà con vẫn gọi.")]
    pub plain: String,
    /// The exact official name.
    #[schemars(description = "Tên chính thức, đúng từng chữ như trong văn bản.")]
    pub official: String,
    /// Other names it goes by.
    #[serde(default)]
    #[schemars(description = "Những tên gọi khác, để tìm kiếm. Ví dụ: [\"giấy ra viện\"].")]
    pub also_called: Vec<String>,
    /// At most 16 letters of the GSM 7-bit alphabet.
    #[schemars(
        description = "Tên ngắn để gửi tin nhắn: không dấu, nhiều nhất 16 chữ. Ví dụ: \"Giay chung sinh\".",
        regex(pattern = SMS)
    )]
    pub sms: String,
    /// Pictogram id.
    #[schemars(description = "Tên hình trong public/pictograms, không có đuôi .svg.")]
    pub picture: String,
    /// How to recognise it.
    #[serde(default)]
    #[schemars(description = "Tờ giấy trông thế nào, để nhận ra.")]
    pub looks: Option<String>,
    /// Whether `public/specimens/<id>.svg` shows a blank one.
    #[serde(default)]
    #[schemars(description = "true: có tờ mẫu vẽ lại trong public/specimens, tên tệp như giấy này, đuôi .svg.")]
    pub specimen: bool,
    /// What to do when it is missing.
    #[schemars(description = "Không có giấy này thì làm sao.")]
    pub missing: Missing,
    /// For a paper that people write themselves.
    #[serde(default)]
    #[schemars(description = "Chỉ cho giấy mình tự viết: ai viết, phải ghi gì, một tờ mẫu.")]
    pub writing: Option<Writing>,
    /// For a form: field by field.
    #[serde(default)]
    #[schemars(description = "Chỉ cho mẫu in sẵn: từng ô hỏi gì, ví dụ, hay sai ở đâu.")]
    pub fields: Vec<Field>,
}

/// How to write a paper oneself.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Writing {
    /// Who writes and signs it.
    #[schemars(description = "Ai viết, ai ký.")]
    pub who: String,
    /// What must stand in it.
    #[schemars(description = "Trong giấy phải ghi những gì.")]
    pub says: Strings,
    /// The lines of a sample with invented content.
    #[schemars(description = "Từng dòng của tờ mẫu, nội dung bịa: tên người là Mẫu, số là 0000.")]
    pub sample: Strings,
}

/// One field of a form.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Unique within the document.
    #[schemars(
        description = "Tên trong máy: chữ thường không dấu, số và gạch ngang. Ví dụ: \"ten-con\".",
        regex(pattern = ID)
    )]
    pub id: String,
    /// What is asked.
    #[schemars(description = "Ô này hỏi gì, nói cho dễ hiểu.")]
    pub asks: String,
    /// How it is filled in, with invented content.
    #[schemars(description = "Ví dụ điền, nội dung bịa: tên người là Mẫu, số là 0000.")]
    pub example: String,
    /// The usual mistake.
    #[serde(default)]
    #[schemars(description = "Hay sai ở đâu.")]
    pub mistake: Option<String>,
}

/// How to get a paper one does not have.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// Steps in order.
    #[schemars(description = "Các bước để có giấy này, theo thứ tự.")]
    pub steps: Strings,
    /// Where.
    #[serde(default)]
    #[schemars(description = "Xin ở đâu.")]
    pub place: Option<String>,
    /// How long it takes.
    #[serde(default)]
    #[schemars(description = "Mất bao lâu.")]
    pub time: Option<String>,
    /// What it costs.
    #[serde(default)]
    #[schemars(description = "Tốn bao nhiêu tiền; không rõ thì ghi \"hỏi cán bộ\".")]
    pub cost: Option<String>,
    /// The procedure that issues it, where there is one here.
    #[serde(default)]
    #[schemars(description = "Thủ tục cấp giấy này (tên tệp trong procedures), nếu có ở đây.")]
    pub procedure: Option<String>,
}
