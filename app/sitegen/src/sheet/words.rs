//! What staff call things: the exact words of offices, where the pages of citizens have plain ones.

use domain::office::OfficeKind;
use domain::procedure::{Amount, ChannelKind, Level, OutcomeKind, Span};
use domain::requirement::{Form, Kind, Whose};
use domain::{Condition, Date, Facts, Procedure, Truth};

pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Commune => "cấp xã",
        Level::Province => "cấp tỉnh",
        Level::Central => "cấp trung ương",
    }
}

pub(super) fn channel(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Counter => "Tại quầy",
        ChannelKind::AssistedOnline => "Cán bộ nộp giúp qua mạng",
        ChannelKind::Online => "Tự nộp qua mạng",
        ChannelKind::Post => "Qua bưu điện",
    }
}

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Paper => "giấy tờ",
        Kind::Person => "người phải đến",
        Kind::Thing => "đồ mang theo",
        Kind::Money => "tiền mang theo",
        Kind::Fact => "điều phải nhớ",
    }
}

pub(super) fn form(form: Form) -> &'static str {
    match form {
        Form::Original => "nộp bản chính",
        Form::Copy => "bản chụp",
        Form::CopyAndOriginal => "bản chụp kèm bản chính để đối chiếu",
        Form::CertifiedCopy => "bản sao chứng thực",
        Form::RegisterCopy => "bản sao từ sổ gốc",
        Form::Electronic => "bản điện tử",
        Form::Shown => "chỉ xuất trình",
        Form::MadeThere => "làm tại quầy",
    }
}

pub(super) fn whose(whose: Whose) -> &'static str {
    match whose {
        Whose::Goer => "người đi nộp",
        Whose::Mother => "mẹ",
        Whose::Father => "bố",
        Whose::Parents => "bố và mẹ",
        Whose::Child => "con",
        Whose::Couple => "hai vợ chồng",
        Whose::Deceased => "người mất",
        Whose::HouseOwner => "chủ nhà",
        Whose::LandUser => "người sử dụng đất",
        Whose::Household => "cả hộ",
        Whose::Witness => "người làm chứng",
        Whose::Authoriser => "người ủy quyền",
        Whose::Giver => "bên bán, bên cho",
        Whose::Heirs => "những người thừa kế",
    }
}

pub(super) fn outcome(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::OtherProcedure => "thủ tục khác",
        OutcomeKind::NotYet => "chưa làm được",
        OutcomeKind::AskFirst => "hỏi trước khi đi",
        OutcomeKind::NothingToBring => "không cần mang giấy",
    }
}

pub(super) fn office(kind: OfficeKind) -> &'static str {
    match kind {
        OfficeKind::Centre => "Trung tâm Phục vụ hành chính công xã",
        OfficeKind::Police => "Công an xã",
        OfficeKind::Land => "Chi nhánh Văn phòng Đăng ký đất đai",
        OfficeKind::Insurance => "Bảo hiểm xã hội",
        OfficeKind::School => "Trường học",
        OfficeKind::Bank => "Ngân hàng Chính sách xã hội",
    }
}

pub(super) fn amount(amount: Amount) -> String {
    match amount {
        Amount::Free => "không mất tiền".to_owned(),
        Amount::Dong(dong) => format!("{} đồng", web::components::said::grouped(dong)),
        Amount::Ask => "CHƯA RÕ".to_owned(),
    }
}

pub(super) fn span(span: Span) -> String {
    match span {
        Span::SameDay => "trong ngày; sau 15 giờ thì ngày làm việc sau".to_owned(),
        Span::WorkingDays(days) => format!("{days} ngày làm việc"),
        Span::Days(days) => format!("{days} ngày"),
        Span::Ask => "CHƯA RÕ".to_owned(),
    }
}

/// What rules ask about a commune.
pub(super) fn fact(name: &str) -> String {
    match name {
        "mountain" => "xã miền núi".to_owned(),
        "specially-difficult" => "xã đặc biệt khó khăn".to_owned(),
        "border" => "xã biên giới".to_owned(),
        other => format!("đặc điểm \"{other}\""),
    }
}

/// The facts that nobody has confirmed.
pub(super) fn unknown(facts: &Facts) -> impl Iterator<Item = String> + '_ {
    facts.0.iter().filter(|(_, truth)| *truth == Truth::Unknown).map(|(name, _)| fact(name))
}

/// The days on which something applies; empty when it always does.
pub(super) fn days(from: Option<Date>, until: Option<Date>) -> String {
    let from = from.map(|day| format!("từ {}", day.dd_mm_yyyy()));
    let until = until.map(|day| format!("đến hết {}", day.dd_mm_yyyy()));
    [from, until].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// When something applies; empty when it always does.
pub(super) fn condition(procedure: &Procedure, condition: &Condition) -> String {
    match condition {
        Condition::Always => String::new(),
        Condition::Fact(name, true) => fact(name),
        Condition::Fact(name, false) => format!("không phải {}", fact(name)),
        Condition::Answered(question, options) => {
            let options = procedure.questions.get(usize::from(*question)).map(|question| {
                let chosen = options.iter().filter_map(|option| question.options.get(usize::from(*option)));
                chosen.map(|option| option.because.text.clone()).collect::<Vec<_>>()
            });
            options.unwrap_or_default().join(" hoặc ")
        }
        Condition::All(parts) => joined(procedure, parts, " và "),
        Condition::Any(parts) => joined(procedure, parts, " hoặc "),
    }
}

fn joined(procedure: &Procedure, parts: &[Condition], between: &str) -> String {
    let parts = parts.iter().map(|part| match part {
        // "a và b hoặc c" can be read in two ways.
        Condition::All(inside) | Condition::Any(inside) if inside.len() > 1 => {
            format!("({})", condition(procedure, part))
        }
        Condition::Answered(_, options) if options.len() > 1 && between == " và " => {
            format!("({})", condition(procedure, part))
        }
        part => condition(procedure, part),
    });
    parts.collect::<Vec<_>>().join(between)
}
