//! One procedure: everything but requirements, fees and limits, which have their own files.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{CODE, Day, Fee, ID, Law, Limit, OfficeKind, Requirement, SMS_NAME, Source, Strings, Tri, When};

/// A file of `content/procedures/`. Its name is its id and its address.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(description = "Một thủ tục. Tên tệp là địa chỉ của trang.")]
pub struct Procedure {
    /// Never reused, 1 to 499.
    #[schemars(
        description = "Số của thủ tục, từ 1 đến 499. Không bao giờ đổi, không bao giờ dùng lại.",
        range(min = 1, max = 499)
    )]
    pub number: u16,
    /// Code on the National Public Service Portal.
    #[schemars(
        description = "Mã trên Cổng Dịch vụ công quốc gia. Ví dụ: \"1.001193\".",
        regex(pattern = CODE)
    )]
    pub code: String,
    /// Exact official name.
    #[schemars(description = "Tên chính thức, đúng từng chữ.")]
    pub official: String,
    /// What it is in plain words.
    #[schemars(description = "Tên dễ hiểu. Ví dụ: \"Làm giấy khai sinh cho con\".")]
    pub plain: String,
    /// At most 18 letters of the GSM 7-bit alphabet.
    #[schemars(
        description = "Tên ngắn để gửi tin nhắn: không dấu, nhiều nhất 18 chữ, khác mọi thủ tục khác. Ví dụ: \"khai sinh\".",
        regex(pattern = SMS_NAME)
    )]
    pub sms: String,
    /// What people call it, for search.
    #[serde(default)]
    #[schemars(description = "Bà con gọi thế nào, để tìm kiếm. Ví dụ: [\"khai sinh\", \"giấy khai sinh\"].")]
    pub everyday: Vec<String>,
    /// Life event id.
    #[schemars(description = "Thuộc việc nào trong đời (id trong events.toml). Ví dụ: \"sinh-con\".")]
    pub event: String,
    /// Pictogram id.
    #[schemars(description = "Tên hình trong public/pictograms, không có đuôi .svg.")]
    pub picture: String,
    /// Official sector.
    #[schemars(description = "Lĩnh vực. Ví dụ: \"Hộ tịch\".")]
    pub sector: String,
    /// At which level of the State it is decided.
    #[schemars(description = "Cấp giải quyết: commune (xã), province (tỉnh), central (trung ương).")]
    pub level: Level,
    /// Who may apply.
    #[schemars(description = "Ai được làm.")]
    pub applicants: String,
    /// Which kind of office receives it.
    #[schemars(description = "Nộp ở loại cơ quan nào.")]
    pub receives: OfficeKind,
    /// Who decides, exactly.
    #[schemars(description = "Cơ quan quyết định. Ví dụ: \"Ủy ban nhân dân xã\".")]
    pub decides: String,
    /// What one gets.
    #[schemars(description = "Làm xong nhận được gì.")]
    pub result: String,
    /// Whether the list itself can shame or endanger.
    #[serde(default)]
    #[schemars(
        description = "true: chính danh sách cũng có thể làm người ta ngại; dấu đã chọn chỉ giữ khi người dùng muốn."
    )]
    pub sensitive: bool,
    /// When the facts were last checked.
    #[schemars(description = "Ngày kiểm tra gần nhất. Ví dụ: 2026-11-23.")]
    pub checked: Day,
    /// When to look again at the latest.
    #[schemars(description = "Chậm nhất ngày nào phải kiểm tra lại; hết ngày đó danh sách coi như cũ.")]
    pub review_by: Day,
    /// Who at the commune has approved the list.
    #[serde(default)]
    #[schemars(description = "Xã đã duyệt danh sách này chưa. Chưa duyệt thì bỏ.")]
    pub approved: Option<Approved>,
    /// How long the citizen has.
    #[serde(default)]
    #[schemars(description = "Người dân phải làm trong bao lâu.")]
    pub deadline: Option<Deadline>,
    /// Ways to hand it in.
    #[schemars(description = "Các cách nộp.", length(min = 1))]
    pub channels: Vec<Channel>,
    /// In the order they are asked.
    #[serde(default)]
    #[schemars(description = "Các câu hỏi, theo thứ tự hỏi.")]
    pub questions: Vec<Question>,
    /// In the order they are listed.
    #[schemars(description = "Những gì phải có, theo thứ tự trong danh sách.", length(min = 1))]
    pub requirements: Vec<Requirement>,
    /// In order of precedence.
    #[serde(default)]
    #[schemars(description = "Những trường hợp không ra danh sách, hoặc lời khuyên cạnh danh sách.")]
    pub outcomes: Vec<Outcome>,
    /// What to do.
    #[serde(default)]
    #[schemars(description = "Các bước: trước khi đi, ở quầy, sau khi nộp, khi đi lấy.")]
    pub steps: Steps,
    /// What it costs.
    #[schemars(description = "Tiền phải trả. Không mất tiền cũng ghi, với amount = \"free\".", length(min = 1))]
    pub fees: Vec<Fee>,
    /// How long the office has.
    #[schemars(description = "Bao lâu thì xong.", length(min = 1))]
    pub limits: Vec<Limit>,
    /// How long one waits in all.
    #[schemars(description = "Từ lúc nộp đến lúc cầm kết quả mất mấy tuần, tính cả những ngày thời hạn không tính.")]
    pub wait: Wait,
    /// Who may collect the result.
    #[schemars(description = "Ai được đi lấy kết quả, mang gì. Ví dụ: \"Người nộp đi lấy, mang giấy hẹn.\"")]
    pub collects: String,
    /// Rows of the official record that name a paper.
    #[serde(default)]
    #[schemars(
        description = "Bản ghi trên Cổng Dịch vụ công quốc gia kể mấy loại giấy. Không có bản ghi thì bỏ.",
        range(min = 1)
    )]
    pub portal_rows: Option<u8>,
    /// Common reasons for being turned back.
    #[serde(default)]
    #[schemars(description = "Vì sao hay bị trả lại, và làm thế nào để khỏi bị.")]
    pub turned_back: Strings,
    /// Related and better procedures.
    #[serde(default)]
    #[schemars(description = "Thủ tục liên quan, hoặc tiện hơn.")]
    pub related: Vec<Related>,
    /// Legal basis.
    #[schemars(description = "Căn cứ pháp lý.", length(min = 1))]
    pub law: Vec<Law>,
    /// Where the facts were read.
    #[schemars(description = "Đã đọc ở đâu.", length(min = 1))]
    pub sources: Vec<Source>,
    /// What could not be confirmed.
    #[serde(default)]
    #[schemars(description = "Những điều chưa xác nhận được.")]
    pub open_points: Strings,
    /// The tests.
    #[schemars(
        description = "Ví dụ: một gia đình và danh sách đúng của họ. Máy thử lại mỗi lần kiểm tra.",
        length(min = 1)
    )]
    pub examples: Vec<Example>,
}

/// A way to hand a file in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChannelKind {
    /// At the commune's counter.
    #[schemars(description = "ở quầy của xã")]
    Counter,
    /// Staff file it online for the person.
    #[schemars(description = "cán bộ nộp giúp trên mạng")]
    AssistedOnline,
    /// Own phone with VNeID level 2.
    #[schemars(description = "tự nộp trên mạng")]
    Online,
    /// By post.
    #[schemars(description = "qua bưu điện")]
    Post,
}

impl ChannelKind {
    /// As it is written in files and in ids of strings.
    pub fn id(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::AssistedOnline => "assisted-online",
            Self::Online => "online",
            Self::Post => "post",
        }
    }
}

/// One way with what is to be said about it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Which way.
    #[schemars(description = "Cách nộp nào.")]
    pub kind: ChannelKind,
    /// A sentence about it.
    #[serde(default)]
    #[schemars(description = "Một câu nói thêm.")]
    pub note: Option<String>,
}

/// One question. Never about a name or a birth date.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Unique within the procedure.
    #[schemars(
        description = "Tên trong máy: chữ thường không dấu, số và gạch ngang. Ví dụ: \"giay-chung-sinh\".",
        regex(pattern = ID)
    )]
    pub id: String,
    /// At most 15 words.
    #[schemars(description = "Câu hỏi, nhiều nhất 15 chữ. Không hỏi tên, không hỏi ngày sinh.")]
    pub words: String,
    /// What depends on it.
    #[schemars(description = "Vì sao hỏi câu này.")]
    pub why: String,
    /// How a helper makes sure of the answer.
    #[schemars(
        description = "Người giúp làm sao biết chắc: xem giấy nào, xem chỗ nào, hỏi lại câu gì. Ví dụ: \"Xem giấy: có tên trạm xá và dấu đỏ.\""
    )]
    pub check: String,
    /// Pictogram id.
    #[schemars(description = "Tên hình trong public/pictograms, không có đuôi .svg.")]
    pub picture: String,
    /// Whether the answer stays in memory only.
    #[serde(default)]
    #[schemars(description = "true: câu trả lời là chuyện riêng (dân tộc, hộ nghèo, khuyết tật…), máy không lưu.")]
    pub sensitive: bool,
    /// When it is asked at all; looks at earlier questions only.
    #[serde(default)]
    #[schemars(description = "Khi nào mới hỏi; chỉ nhìn các câu hỏi phía trên. Không có dòng này: luôn hỏi.")]
    pub when: Option<When>,
    /// One to four.
    #[schemars(
        description = "Các lựa chọn, nhiều nhất 4. \"Không biết\" luôn có sẵn, đừng viết.",
        length(min = 1, max = 4)
    )]
    pub options: Vec<Choice>,
}

/// One possible answer.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Unique within the question; `khong-biet` is reserved.
    #[schemars(
        description = "Tên trong máy: chữ thường không dấu, số và gạch ngang. Ví dụ: \"co\".",
        regex(pattern = ID)
    )]
    pub id: String,
    /// At most five words.
    #[schemars(description = "Lời của lựa chọn, nhiều nhất 5 chữ.")]
    pub words: String,
    /// One more line under it.
    #[serde(default)]
    #[schemars(description = "Một dòng nói thêm ở dưới.")]
    pub note: Option<String>,
    /// As a reason, to follow "vì".
    #[schemars(description = "Viết như lý do, đứng sau chữ \"vì\". Ví dụ: \"con đẻ ở nhà\".")]
    pub because: String,
    /// Pictogram id.
    #[schemars(description = "Tên hình trong public/pictograms, không có đuôi .svg.")]
    pub picture: String,
}

/// Kinds of outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeKind {
    /// Another procedure is the right one.
    #[schemars(description = "phải làm thủ tục khác")]
    OtherProcedure,
    /// Not possible yet.
    #[schemars(description = "chưa làm được")]
    NotYet,
    /// Ask before going.
    #[schemars(description = "hỏi trước khi đi")]
    AskFirst,
    /// "Không cần mang giấy gì, chỉ cần người đi."
    #[schemars(description = "không cần mang giấy gì")]
    NothingToBring,
}

/// Where a path ends instead of in a list, or a piece of advice beside the list.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Unique within the procedure.
    #[schemars(
        description = "Tên trong máy: chữ thường không dấu, số và gạch ngang. Ví dụ: \"nhan-cha\".",
        regex(pattern = ID)
    )]
    pub id: String,
    /// What kind of end.
    #[schemars(description = "Loại kết thúc.")]
    pub kind: OutcomeKind,
    /// `true` (the default): stands in place of the list. `false`: advice beside the list.
    #[serde(default = "yes")]
    #[schemars(description = "true: thay cho danh sách. false: lời khuyên cạnh danh sách. Không ghi là true.")]
    pub ends: bool,
    /// When it is reached.
    #[schemars(description = "Khi nào.")]
    pub when: When,
    /// The sentence that says it.
    #[schemars(description = "Câu nói với người dân.")]
    pub words: String,
    /// Why.
    #[serde(default)]
    #[schemars(description = "Vì sao.")]
    pub reason: Option<String>,
    /// The other procedure.
    #[serde(default)]
    #[schemars(description = "Thủ tục khác đó (tên tệp trong procedures).")]
    pub procedure: Option<String>,
    /// The rule it comes from.
    #[serde(default)]
    #[schemars(description = "Quy định ở đâu.")]
    pub source: Option<Law>,
    /// First day it can be reached.
    #[serde(default)]
    #[schemars(description = "Áp dụng từ ngày nào.")]
    pub from: Option<Day>,
    /// Last day it can be reached.
    #[serde(default)]
    #[schemars(
        description = "Áp dụng đến hết ngày nào. Sau ngày đó người trả lời như vậy sẽ ra danh sách, trừ khi có kết thúc khác thay."
    )]
    pub until: Option<Day>,
}

fn yes() -> bool {
    true
}

/// What to do, in order.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Steps {
    /// Before going.
    #[serde(default)]
    #[schemars(description = "Trước khi đi.")]
    pub before: Strings,
    /// At the counter.
    #[serde(default)]
    #[schemars(description = "Ở quầy.")]
    pub counter: Strings,
    /// After handing in.
    #[serde(default)]
    #[schemars(description = "Sau khi nộp.")]
    pub after: Strings,
    /// On the day of collecting.
    #[serde(default)]
    #[schemars(description = "Khi đi lấy kết quả.")]
    pub collecting: Strings,
    /// Pictogram ids by step id.
    #[serde(default)]
    #[schemars(
        description = "Hình của từng bước: tên bước = tên hình trong public/pictograms. Các bước sau khi nộp và khi đi lấy phải có hình."
    )]
    pub pictures: Strings,
}

/// How long a person waits in all, in weeks from handing in to holding the result, rounded up.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wait {
    /// The least, and the most where it is known.
    #[schemars(
        description = "Số tuần, ít nhất và nhiều nhất. Ví dụ: [4, 7]; [0, 1] là có thể xong ngay; [4] là ít nhất 4 tuần.",
        length(min = 1, max = 2)
    )]
    pub weeks: Vec<u8>,
    /// What it is made of.
    #[schemars(description = "Gồm những gì. Ví dụ: \"20 ngày làm việc, dán thông báo 15 ngày, rồi nộp thuế.\"")]
    pub words: String,
}

/// How long the citizen has, and that late is still possible.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// Said first.
    #[schemars(description = "Quá hạn thì sao, nói trước tiên. Ví dụ: \"Quá hạn vẫn làm được.\"")]
    pub late: String,
    /// The deadline in words.
    #[schemars(description = "Hạn, viết thành câu. Ví dụ: \"Làm trong 60 ngày từ khi sinh.\"")]
    pub words: String,
    /// Calendar days from the event.
    #[schemars(description = "Số ngày, tính cả ngày nghỉ.", range(min = 1))]
    pub days: u16,
    /// The rule it comes from.
    #[schemars(description = "Quy định ở đâu.")]
    pub source: Law,
}

/// Another procedure worth knowing about.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// Slug, when the procedure is guided here.
    #[serde(default)]
    #[schemars(description = "Tên tệp trong procedures, nếu thủ tục đó có ở đây.")]
    pub procedure: Option<String>,
    /// National code.
    #[schemars(
        description = "Mã trên Cổng Dịch vụ công quốc gia. Ví dụ: \"3.000722\".",
        regex(pattern = CODE)
    )]
    pub code: String,
    /// Unique within the procedure.
    #[schemars(
        description = "Tên trong máy: chữ thường không dấu, số và gạch ngang. Ví dụ: \"lien-thong\".",
        regex(pattern = ID)
    )]
    pub id: String,
    /// Under which condition it is the better one, or how it is related.
    #[schemars(description = "Liên quan thế nào, hoặc khi nào thì tiện hơn.")]
    pub words: String,
    /// Whether it is better, rather than only related.
    #[serde(default)]
    #[schemars(description = "true: tiện hơn thủ tục này.")]
    pub better: bool,
}

/// Who stands for the list at the commune.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approved {
    /// Which office.
    #[schemars(description = "Cơ quan duyệt.")]
    pub office: String,
    /// In which role; never a name.
    #[schemars(description = "Chức vụ người duyệt, không ghi tên.")]
    pub role: String,
    /// When.
    #[schemars(description = "Ngày duyệt.")]
    pub date: Day,
}

/// A family and what it must bring: the tests of the content. `list` is exact, in any order; with `outcome` the path
/// ends there and `list` is empty. `perhaps` names what stays open because of "không biết". Facts about the commune
/// are those of the default commune unless `facts` says otherwise.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Who they are, in a few words.
    #[schemars(description = "Gia đình thế nào. Ví dụ: \"Mẹ đẻ ở nhà, có người làm chứng\".")]
    pub family: String,
    /// question = option, or "khong-biet"; questions that are not asked are left out.
    #[serde(default)]
    #[schemars(description = "Họ trả lời thế nào: câu hỏi = lựa chọn, hoặc \"khong-biet\". Câu không hỏi thì bỏ.")]
    pub answers: IndexMap<String, String>,
    /// Ids of requirements that certainly apply.
    #[serde(default)]
    #[schemars(description = "Những yêu cầu (id) họ chắc chắn phải có, đủ và đúng.")]
    pub list: Vec<String>,
    /// Ids of requirements that may apply.
    #[serde(default)]
    #[schemars(description = "Những yêu cầu (id) còn chưa rõ vì có câu trả lời \"không biết\".")]
    pub perhaps: Vec<String>,
    /// Ids of outcomes that stand beside the list.
    #[serde(default)]
    #[schemars(description = "Những lời khuyên (id trong outcomes) hiện cạnh danh sách.")]
    pub advice: Vec<String>,
    /// Id of the outcome that stands in place of the list.
    #[serde(default)]
    #[schemars(description = "Kết thúc (id trong outcomes) thay cho danh sách.")]
    pub outcome: Option<String>,
    /// Facts about the commune that differ from the default commune's.
    #[serde(default)]
    #[schemars(description = "Đặc điểm của xã, nếu khác xã mặc định. Ví dụ: { mountain = \"no\" }.")]
    pub facts: IndexMap<String, Tri>,
    /// Defaults to the day the facts were checked.
    #[serde(default)]
    #[schemars(description = "Tính cho ngày nào. Không ghi: ngày kiểm tra gần nhất (checked).")]
    pub today: Option<Day>,
}

/// Levels of the State.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Xã, phường.
    #[schemars(description = "xã, phường")]
    Commune,
    /// Tỉnh.
    #[schemars(description = "tỉnh")]
    Province,
    /// A ministry.
    #[schemars(description = "trung ương")]
    Central,
}
