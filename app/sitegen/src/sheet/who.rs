//! Whom to ask what a procedure leaves open.

use domain::Procedure;
use domain::office::OfficeKind;

/// Who may know, in the order of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    Centre,
    Commune,
    Justice,
    Social,
    Economy,
    Police,
    Land,
    Tax,
    Insurance,
    School,
    Bank,
    Province,
    /// Nobody at a counter: a text that has to be read again.
    Reader,
}

/// What an open point says itself, in the order in which it decides: "hỏi …" before what it is only about.
const SAID: [(&str, Who); 33] = [
    ("hỏi trung tâm", Who::Centre),
    ("hỏi lại trung tâm", Who::Centre),
    ("hỏi quầy", Who::Centre),
    ("hỏi thuế", Who::Tax),
    ("hỏi cơ quan thuế", Who::Tax),
    ("hỏi nơi quản lý thuế", Who::Tax),
    ("hỏi công an", Who::Police),
    ("hỏi cán bộ tư pháp", Who::Justice),
    ("hỏi cán bộ hộ tịch", Who::Justice),
    ("hỏi cán bộ đất", Who::Land),
    ("hỏi cán bộ địa chính", Who::Land),
    ("hỏi văn phòng đăng ký", Who::Land),
    ("hỏi bảo hiểm", Who::Insurance),
    ("hỏi cơ quan bảo hiểm", Who::Insurance),
    ("hỏi trường", Who::School),
    ("hỏi nhà trường", Who::School),
    ("hỏi nơi học", Who::School),
    ("hỏi ngân hàng", Who::Bank),
    ("hỏi tỉnh", Who::Province),
    ("hỏi sở", Who::Province),
    ("hỏi xã", Who::Commune),
    ("hội đồng nhân dân tỉnh", Who::Province),
    ("ủy ban nhân dân tỉnh", Who::Province),
    ("tỉnh quyết định", Who::Province),
    ("chưa tìm thấy mức", Who::Province),
    ("cán bộ tư pháp", Who::Justice),
    ("chưa đọc", Who::Reader),
    ("chưa xem", Who::Reader),
    ("đọc lại", Who::Reader),
    ("soát lại", Who::Reader),
    ("đọc qua", Who::Reader),
    ("sửa không: chưa tìm thấy", Who::Reader),
    ("danh sách này không nói đến", Who::Reader),
];

/// Which officer behind the commune's counter knows a sector.
const SECTORS: [(&str, Who); 9] = [
    ("hộ tịch", Who::Justice),
    ("chứng thực", Who::Justice),
    ("đất đai", Who::Land),
    ("bảo trợ", Who::Social),
    ("giảm nghèo", Who::Social),
    ("bảo hiểm", Who::Insurance),
    ("bhyt", Who::Insurance),
    ("xây dựng", Who::Economy),
    ("kinh doanh", Who::Economy),
];

impl Who {
    /// As the point says, else the office that receives the procedure, and at the commune's counter the officer of its
    /// sector.
    pub(super) fn of(procedure: &Procedure, point: &str) -> Self {
        let (point, sector) = (point.to_lowercase(), procedure.sector.to_lowercase());
        let first = |table: &[(&str, Self)], text: &str| {
            table.iter().find(|(words, _)| text.contains(words)).map(|(_, who)| *who)
        };
        first(&SAID, &point).unwrap_or(match procedure.receives {
            OfficeKind::Centre => first(&SECTORS, &sector).unwrap_or(Self::Centre),
            OfficeKind::Police => Self::Police,
            OfficeKind::Land => Self::Land,
            OfficeKind::Insurance => Self::Insurance,
            OfficeKind::School => Self::School,
            OfficeKind::Bank => Self::Bank,
        })
    }

    /// To follow "Hỏi".
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Centre => "Trung tâm Phục vụ hành chính công xã",
            Self::Commune => "Ủy ban nhân dân xã",
            Self::Justice => "cán bộ tư pháp – hộ tịch",
            Self::Social => "cán bộ lao động – xã hội",
            Self::Economy => "cán bộ kinh tế, xây dựng",
            Self::Police => "Công an xã",
            Self::Land => "cán bộ địa chính, Văn phòng Đăng ký đất đai",
            Self::Tax => "cơ quan thuế",
            Self::Insurance => "Bảo hiểm xã hội",
            Self::School => "trường học, phòng Văn hóa – Xã hội",
            Self::Bank => "Ngân hàng Chính sách xã hội",
            Self::Province => "Hội đồng nhân dân, Ủy ban nhân dân tỉnh",
            Self::Reader => "người soát văn bản (đọc lại bản đang có hiệu lực)",
        }
    }
}
