//! Communes and their offices.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{COMMUNE_CODE, Day, Named, PHONE, Source, Strings, TONGUE};

/// A file of `content/offices/`: one commune. Its name is its id.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Một xã và các cơ quan ở đó. Điều gì chưa ai xác nhận thì bỏ trống, đừng đoán.")]
pub struct Commune {
    /// Never reused, 0 to 127.
    #[schemars(
        description = "Số của xã trong mã danh sách, từ 0 đến 127. Không bao giờ đổi, không bao giờ dùng lại.",
        range(max = 127)
    )]
    pub number: u8,
    /// Code of the General Statistics Office.
    #[schemars(
        description = "Mã xã của Cục Thống kê, 5 chữ số, trong ngoặc kép. Ví dụ: \"04585\".",
        regex(pattern = COMMUNE_CODE)
    )]
    pub code: String,
    /// "xã Hạnh Phúc".
    #[schemars(description = "Tên xã. Ví dụ: \"xã Hạnh Phúc\".")]
    pub name: String,
    /// "tỉnh Lào Cai".
    #[schemars(description = "Tên tỉnh. Ví dụ: \"tỉnh Lào Cai\".")]
    pub province: String,
    /// Names before 1 July 2025.
    #[serde(default)]
    #[schemars(description = "Tên các xã cũ trước ngày 1/7/2025.")]
    pub old_names: Vec<String>,
    /// What rules may ask about it.
    #[schemars(description = "Đặc điểm của xã mà quy định hỏi tới, ví dụ mountain = \"yes\" (xã miền núi).")]
    pub facts: Named<Tri>,
    /// Tongues spoken at the counter.
    #[serde(default)]
    #[schemars(
        description = "Các thứ tiếng cán bộ ở quầy nói được, theo mã. Ví dụ: [\"vi\", \"hmn\"]. Chưa xác nhận thì bỏ trống.",
        inner(regex(pattern = TONGUE))
    )]
    pub tongues: Vec<String>,
    /// Its offices.
    #[schemars(description = "Các cơ quan của xã.")]
    pub offices: Vec<Office>,
    /// When the facts were last checked.
    #[schemars(description = "Ngày kiểm tra gần nhất. Ví dụ: 2026-11-23.")]
    pub checked: Day,
    /// Where they were read.
    #[schemars(description = "Các thông tin này đọc ở đâu.", length(min = 1))]
    pub sources: Vec<Source>,
    /// What could not be confirmed.
    #[serde(default)]
    #[schemars(description = "Những điều chưa xác nhận được.")]
    pub open_points: Strings,
}

/// Known to be so, known not to be so, not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tri {
    /// It is so.
    #[schemars(description = "đúng")]
    Yes,
    /// It is not so.
    #[schemars(description = "không")]
    No,
    /// Nobody confirmed it.
    #[schemars(description = "chưa rõ")]
    Unknown,
}

/// Kinds of office that decide or receive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OfficeKind {
    /// Trung tâm Phục vụ hành chính công of the commune.
    #[schemars(description = "Trung tâm Phục vụ hành chính công")]
    Centre,
    /// Công an xã.
    #[schemars(description = "Công an xã")]
    Police,
    /// Chi nhánh Văn phòng Đăng ký đất đai khu vực.
    #[schemars(description = "Chi nhánh Văn phòng Đăng ký đất đai")]
    Land,
    /// Bảo hiểm xã hội.
    #[schemars(description = "Bảo hiểm xã hội")]
    Insurance,
    /// A school.
    #[schemars(description = "trường học")]
    School,
    /// Ngân hàng Chính sách xã hội.
    #[schemars(description = "Ngân hàng Chính sách xã hội")]
    Bank,
}

impl OfficeKind {
    /// As it is written in files and in ids of strings.
    pub fn id(self) -> &'static str {
        match self {
            Self::Centre => "centre",
            Self::Police => "police",
            Self::Land => "land",
            Self::Insurance => "insurance",
            Self::School => "school",
            Self::Bank => "bank",
        }
    }
}

/// One place with a counter.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// What kind.
    #[schemars(description = "Loại cơ quan.")]
    pub kind: OfficeKind,
    /// What people say.
    #[schemars(description = "Tên dễ hiểu.")]
    pub plain: String,
    /// The exact official name.
    #[schemars(description = "Tên chính thức.")]
    pub official: String,
    /// Where it stands.
    #[serde(default)]
    #[schemars(description = "Ở chỗ nào. Chưa xác nhận thì bỏ dòng này.")]
    pub place: Option<String>,
    /// Opening hours.
    #[serde(default)]
    #[schemars(description = "Giờ làm việc. Chưa xác nhận thì bỏ dòng này.")]
    pub hours: Option<String>,
    /// Telephone in digits.
    #[serde(default)]
    #[schemars(
        description = "Số điện thoại, chỉ chữ số, trong ngoặc kép. Chưa xác nhận thì bỏ dòng này.",
        regex(pattern = PHONE)
    )]
    pub phone: Option<String>,
}
