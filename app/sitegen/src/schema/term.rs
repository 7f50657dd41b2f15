//! Money and time: fees and limits.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Day, ID, Law, Strings, When};

/// `amount = 8000` (đồng), `"free"` or `"ask"`.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Amount {
    /// So many đồng.
    #[schemars(description = "số đồng viết liền, như 8000")]
    Dong(#[schemars(range(min = 1))] u32),
    /// No number.
    #[schemars(description = "không phải số")]
    Word(AmountWord),
}

/// An amount that is not a number.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AmountWord {
    /// Nothing.
    #[schemars(description = "không mất tiền")]
    Free,
    /// Not confirmed.
    #[schemars(description = "chưa rõ: hỏi cán bộ")]
    Ask,
}

/// One fee.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// Unique within the procedure.
    #[schemars(
        description = "Tên trong máy: chữ thường không dấu, số và gạch ngang. Ví dụ: \"dung-han\".",
        regex(pattern = ID)
    )]
    pub id: String,
    /// What for.
    #[schemars(description = "Tiền gì. Ví dụ: \"Làm đúng hạn\".")]
    pub words: String,
    /// How much.
    #[schemars(
        description = "Bao nhiêu: số đồng (8000), \"free\" (không mất tiền) hoặc \"ask\" (chưa rõ, hỏi cán bộ)."
    )]
    pub amount: Amount,
    /// When it applies.
    #[serde(default)]
    #[schemars(description = "Khi nào phải trả. Không có dòng này: ai cũng trả.")]
    pub when: Option<When>,
    /// Who pays nothing.
    #[serde(default)]
    #[schemars(description = "Ai không phải trả.")]
    pub exemptions: Strings,
    /// The rule it comes from.
    #[schemars(description = "Quy định ở đâu.")]
    pub source: Law,
    /// First day it applies.
    #[serde(default)]
    #[schemars(description = "Áp dụng từ ngày nào.")]
    pub from: Option<Day>,
    /// Last day it applies.
    #[serde(default)]
    #[schemars(description = "Áp dụng đến hết ngày nào.")]
    pub until: Option<Day>,
}

/// How long the office has. Exactly one of `working_days`, `days`, `same_day = true`, `ask = true`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Unique within the procedure.
    #[schemars(
        description = "Tên trong máy: chữ thường không dấu, số và gạch ngang. Ví dụ: \"trong-ngay\".",
        regex(pattern = ID)
    )]
    pub id: String,
    /// What it is about.
    #[schemars(description = "Thời hạn của việc gì.")]
    pub words: String,
    /// The first day is not counted.
    #[serde(default)]
    #[schemars(description = "Số ngày làm việc (không tính thứ bảy, chủ nhật, ngày lễ).", range(min = 1))]
    pub working_days: Option<u16>,
    /// Calendar days.
    #[serde(default)]
    #[schemars(description = "Số ngày tính cả ngày nghỉ.", range(min = 1))]
    pub days: Option<u16>,
    /// While one waits.
    #[serde(default)]
    #[schemars(description = "true: xong trong ngày; nộp sau 15 giờ thì ngày làm việc sau.")]
    pub same_day: bool,
    /// Not confirmed.
    #[serde(default)]
    #[schemars(description = "true: chưa rõ, hỏi cán bộ.")]
    pub ask: bool,
    /// When it applies.
    #[serde(default)]
    #[schemars(description = "Khi nào thì theo thời hạn này. Không có dòng này: luôn luôn.")]
    pub when: Option<When>,
    /// Comes on top of the others.
    #[serde(default)]
    #[schemars(description = "true: cộng thêm vào thời hạn khác (ví dụ xã miền núi thêm 10 ngày).")]
    pub adds: bool,
    /// What the clock does not count.
    #[serde(default)]
    #[schemars(description = "Thời gian nào không tính vào.")]
    pub not_counted: Strings,
    /// The rule it comes from.
    #[schemars(description = "Quy định ở đâu.")]
    pub source: Law,
    /// First day it applies.
    #[serde(default)]
    #[schemars(description = "Áp dụng từ ngày nào.")]
    pub from: Option<Day>,
    /// Last day it applies.
    #[serde(default)]
    #[schemars(description = "Áp dụng đến hết ngày nào.")]
    pub until: Option<Day>,
}
