//! `content/glossary/`: what checks know about words and codes, kept by the people who write the sentences.

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::Day;

/// Code of a procedure, or the beginning of several: "1.014061", "1.0127xx".
pub const CODES: &str = r"^\d\.\d{4}(\d\d|\dx|xx)$";

/// `content/glossary/plain-words.toml`: words of offices, and what to say instead.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Chữ của cơ quan và cách nói cho bà con hiểu; tên gọi viết tắt; câu bắt đầu bằng gì.")]
pub struct PlainWords {
    /// Abbreviations that people know or that stand for a name.
    #[schemars(description = "Chữ viết tắt được dùng, vì bà con vẫn nói thế hoặc là tên riêng. Ví dụ: [\"OTP\"].")]
    pub abbreviations: Vec<String>,
    /// Words that deny.
    #[schemars(description = "Các chữ phủ định; hai chữ trong một vế là phủ định kép.", length(min = 1))]
    pub negatives: Vec<String>,
    /// Words that end one part of a sentence and begin another.
    #[schemars(description = "Các chữ nối hai vế của một câu. Ví dụ: [\"thì\", \"nhưng\"].", length(min = 1))]
    pub joints: Vec<String>,
    /// Verbs that a step may begin with.
    #[schemars(description = "Các động từ mở đầu một bước. Ví dụ: [\"mang\", \"đưa\", \"hỏi\"].", length(min = 1))]
    pub verbs: Vec<String>,
    /// Words that a step may not begin with.
    #[schemars(description = "Các chữ không được mở đầu một bước. Ví dụ: [\"việc\", \"đối với\"].")]
    pub not_first: Vec<String>,
    /// Words that no dictionary has.
    #[schemars(description = "Tên riêng và chữ nước ngoài viết đúng như thế, mà từ điển chính tả không có.")]
    pub names: Vec<String>,
    /// Word of an office = what to say instead.
    #[schemars(description = "Chữ của cơ quan = nói thế nào cho dễ hiểu. Ví dụ: \"xuất trình\" = \"đưa xem\".")]
    pub words: Phrases,
    /// Phrases in which such words may stand.
    #[schemars(
        description = "Cụm từ được giữ nguyên, vì là tên gọi hoặc đã dễ hiểu. Ví dụ: [\"bản sao chứng thực\"]."
    )]
    pub allowed: Vec<String>,
}

/// `content/glossary/sms-words.toml`: what reads as something else in a message without accents.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Chữ không dấu đọc nhầm được trong tin nhắn.")]
pub struct SmsWords {
    /// What is written = how it is misread, and what to write instead.
    #[schemars(
        description = "Chữ không dấu = đọc nhầm thành gì, viết thế nào cho khỏi nhầm. Ví dụ: \"doi tien\" = \"đọc thành đòi tiền, đổi tiền: viết chuyen tien\"."
    )]
    pub misread: Phrases,
}

/// Vietnamese words = Vietnamese words, in the order written.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct Phrases(pub IndexMap<String, String>);

impl JsonSchema for Phrases {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Phrases".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": { "type": "string" } })
    }
}

/// `content/glossary/repealed.toml`: codes that no longer exist.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Các mã thủ tục đã bãi bỏ, không được nhắc tới nữa.")]
pub struct Repealed {
    /// One entry per code, or per group that begins alike.
    #[schemars(description = "Mỗi mã, hoặc mỗi nhóm mã cùng đầu số, một mục.", length(min = 1))]
    pub codes: Vec<RepealedCode>,
}

/// A code that no longer exists.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RepealedCode {
    /// The code; `x` at the end stands for any digit.
    #[schemars(
        description = "Mã đã bãi bỏ; chữ x ở cuối là số nào cũng vậy. Ví dụ: \"1.0127xx\".",
        regex(pattern = CODES)
    )]
    pub code: String,
    /// What it was.
    #[schemars(description = "Trước đây là thủ tục gì.")]
    pub was: String,
    /// What to write instead.
    #[schemars(description = "Nay thay bằng gì: mã mới, hoặc hỏi ở đâu.")]
    pub instead: String,
    /// Since when.
    #[serde(default)]
    #[schemars(description = "Bãi bỏ từ ngày nào, nếu biết. Ví dụ: 2025-07-01.")]
    pub since: Option<Day>,
}

impl RepealedCode {
    /// Whether a code is this one or one of this group.
    pub fn covers(&self, code: &str) -> bool {
        let beginning = self.code.trim_end_matches('x');
        code.len() == self.code.len() && code.starts_with(beginning)
    }
}
