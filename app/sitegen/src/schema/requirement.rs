//! What has to be there when a file is handed in.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ChannelKind, Day, ID, Law, SMS_NAME, When};

/// Paper, person, thing, money or fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A document.
    #[schemars(description = "giấy tờ")]
    Paper,
    /// Somebody who must come along.
    #[schemars(description = "người phải đi cùng")]
    Person,
    /// The own SIM, a telephone, a photo.
    #[schemars(description = "đồ vật: ảnh, sim, điện thoại")]
    Thing,
    /// Cash. Messages never ask for it.
    #[schemars(description = "tiền phải mang; tin nhắn không bao giờ nhắc tiền")]
    Money,
    /// Something to know by heart.
    #[schemars(description = "điều phải nhớ để khai")]
    Fact,
}

/// Whose paper it is, or who must come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// The one who goes to the office.
    #[schemars(description = "người đi làm")]
    Goer,
    /// Mother of the child.
    #[schemars(description = "mẹ")]
    Mother,
    /// Father of the child.
    #[schemars(description = "cha")]
    Father,
    /// Both parents.
    #[schemars(description = "cha và mẹ")]
    Parents,
    /// The child.
    #[schemars(description = "con")]
    Child,
    /// Husband and wife to be.
    #[schemars(description = "hai bên nam nữ")]
    Couple,
    /// The person who died.
    #[schemars(description = "người đã mất")]
    Deceased,
    /// Owner of the house.
    #[schemars(description = "chủ nhà")]
    HouseOwner,
    /// Who uses the land.
    #[schemars(description = "người sử dụng đất")]
    LandUser,
    /// Everybody of the household.
    #[schemars(description = "cả nhà")]
    Household,
    /// Witnesses.
    #[schemars(description = "người làm chứng")]
    Witness,
    /// Who has given an authorisation.
    #[schemars(description = "người ủy quyền")]
    Authoriser,
    /// Who sold or gave.
    #[schemars(description = "người bán, người cho")]
    Giver,
    /// Heirs.
    #[schemars(description = "người thừa kế")]
    Heirs,
}

/// In which form a paper is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// The original is handed in and stays.
    #[schemars(description = "bản chính, nộp lại")]
    Original,
    /// A plain copy is enough.
    #[schemars(description = "bản chụp")]
    Copy,
    /// A plain copy, with the original to compare.
    #[schemars(description = "bản chụp, kèm bản chính để đối chiếu")]
    CopyAndOriginal,
    /// A certified copy.
    #[schemars(description = "bản sao có chứng thực")]
    CertifiedCopy,
    /// A copy issued from the register.
    #[schemars(description = "bản sao cấp từ sổ gốc")]
    RegisterCopy,
    /// The electronic version.
    #[schemars(description = "bản điện tử, ví dụ trên VNeID")]
    Electronic,
    /// Only shown and given back.
    #[schemars(description = "chỉ đưa ra cho xem")]
    Shown,
    /// Written at the office with the clerk's help.
    #[schemars(description = "viết tại chỗ, không phải mang")]
    MadeThere,
}

/// When it has to be there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum At {
    /// When the file is handed in.
    #[default]
    #[schemars(description = "khi nộp")]
    File,
    /// When the result is collected.
    #[schemars(description = "khi đi lấy kết quả")]
    Collect,
}

/// How strongly it is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Without it the file may be turned back.
    #[default]
    #[schemars(description = "phải có")]
    Needed,
    /// Who has it at home takes it along, nobody fetches it.
    #[schemars(description = "có ở nhà thì mang, không có vẫn nộp được")]
    IfYouHave,
}

/// One thing that is required. A paper takes name and picture from its first document; everything else says its own
/// `plain` and `picture`.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Never reused within the procedure, 0 to 31.
    #[schemars(
        description = "Số trong mã danh sách, từ 0 đến 31. Không bao giờ đổi, không bao giờ dùng lại.",
        range(max = 31)
    )]
    pub number: u8,
    /// Unique within the procedure.
    #[schemars(
        description = "Tên trong máy: chữ thường không dấu, số và gạch ngang. Ví dụ: \"to-khai\".",
        regex(pattern = ID)
    )]
    pub id: String,
    /// Paper, person, thing, money or fact.
    #[schemars(description = "Giấy tờ, người, đồ vật, tiền hay điều phải nhớ.")]
    pub kind: Kind,
    /// Any one of these documents, the most usual first.
    #[serde(default)]
    #[schemars(
        description = "Chỉ cho giấy tờ: một trong các giấy này là đủ (tên tệp trong documents), loại hay gặp nhất viết trước."
    )]
    pub documents: Vec<String>,
    /// What it is called in plain words.
    #[serde(default)]
    #[schemars(description = "Tên dễ hiểu. Giấy tờ lấy tên của giấy đầu tiên nếu không ghi.")]
    pub plain: Option<String>,
    /// Its exact official name.
    #[serde(default)]
    #[schemars(description = "Tên chính thức. Giấy tờ lấy tên của giấy đầu tiên nếu không ghi.")]
    pub official: Option<String>,
    /// At most 18 letters of the GSM 7-bit alphabet; money has none.
    #[serde(default)]
    #[schemars(
        description = "Tên ngắn để gửi tin nhắn: không dấu, nhiều nhất 18 chữ. Tiền thì không có. Giấy tờ lấy tên ngắn của giấy đầu tiên nếu không ghi. Ví dụ: \"can cuoc nguoi mat\".",
        regex(pattern = SMS_NAME)
    )]
    pub sms: Option<String>,
    /// Pictogram id.
    #[serde(default)]
    #[schemars(
        description = "Tên hình trong public/pictograms, không có đuôi .svg. Giấy tờ lấy hình của giấy đầu tiên nếu không ghi."
    )]
    pub picture: Option<String>,
    /// Whose paper, or who comes.
    #[serde(default)]
    #[schemars(description = "Giấy của ai, hoặc ai phải đến.")]
    pub whose: Option<Whose>,
    /// How many of it.
    #[serde(default = "one")]
    #[schemars(description = "Mấy bản, mấy người. Không ghi là 1.", range(min = 1))]
    pub count: u8,
    /// The recommended form.
    #[serde(default)]
    #[schemars(description = "Chỉ cho giấy tờ: nên mang dạng nào. Chọn dạng rẻ nhất mà chắc chắn được nhận.")]
    pub form: Option<Form>,
    /// Other forms that are taken too.
    #[serde(default)]
    #[schemars(description = "Những dạng khác cũng được nhận.")]
    pub also_accepted: Vec<Form>,
    /// When it has to be there.
    #[serde(default)]
    #[schemars(description = "Cần lúc nộp (file) hay lúc lấy kết quả (collect). Không ghi là lúc nộp.")]
    pub at: At,
    /// Needed or only taken along.
    #[serde(default)]
    #[schemars(description = "Phải có (needed), hay có ở nhà thì mang (if-you-have). Không ghi là phải có.")]
    pub need: Need,
    /// What changes on another channel than the counter.
    #[serde(default)]
    #[schemars(description = "Nộp cách khác thì khác thế nào.")]
    pub channels: Vec<ChannelOverride>,
    /// When it applies.
    #[serde(default)]
    #[schemars(description = "Khi nào cần. Không có dòng này: ai cũng cần.")]
    pub when: Option<When>,
    /// Id of the requirement this one replaces.
    #[serde(default)]
    #[schemars(description = "Thay cho yêu cầu nào (id): khi chắc chắn cần cái này thì bỏ cái kia.")]
    pub instead_of: Option<String>,
    /// One plain sentence more.
    #[serde(default)]
    #[schemars(description = "Một câu nói thêm.")]
    pub note: Option<String>,
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

fn one() -> u8 {
    1
}

/// How a requirement differs on one channel.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChannelOverride {
    /// Which channel.
    #[schemars(description = "Cách nộp nào.")]
    pub channel: ChannelKind,
    /// The form it takes there; absent when it is not needed there at all.
    #[serde(default)]
    #[schemars(description = "Dạng giấy khi nộp cách này. Không ghi: nộp cách này thì không cần.")]
    pub form: Option<Form>,
    /// What to say about it.
    #[serde(default)]
    #[schemars(description = "Một câu nói thêm.")]
    pub note: Option<String>,
}
