//! The closed lists of the format, word for word in the domain. Written out, so that a new word in one of them does
//! not compile until the other has it.

use domain::Truth;
use domain::office::OfficeKind;
use domain::procedure::{ChannelKind, Level, OutcomeKind};
use domain::requirement::{At, Form, Kind, Need, Whose};

use crate::schema;

macro_rules! same_words {
    ($($name:ident: $from:path => $to:path { $($word:ident)* })*) => {
        $(
            pub(super) fn $name(word: $from) -> $to {
                match word {
                    $(<$from>::$word => <$to>::$word,)*
                }
            }
        )*
    };
}

same_words! {
    level: schema::Level => Level { Commune Province Central }
    office_kind: schema::OfficeKind => OfficeKind { Centre Police Land Insurance School Bank }
    channel_kind: schema::ChannelKind => ChannelKind { Counter AssistedOnline Online Post }
    outcome_kind: schema::OutcomeKind => OutcomeKind { OtherProcedure NotYet AskFirst NothingToBring }
    kind: schema::Kind => Kind { Paper Person Thing Money Fact }
    whose: schema::Whose => Whose {
        Goer Mother Father Parents Child Couple Deceased HouseOwner LandUser Household Witness Authoriser Giver Heirs
    }
    form: schema::Form => Form {
        Original Copy CopyAndOriginal CertifiedCopy RegisterCopy Electronic Shown MadeThere
    }
    at: schema::At => At { File Collect }
    need: schema::Need => Need { Needed IfYouHave }
}

pub(crate) fn truth(tri: schema::Tri) -> Truth {
    match tri {
        schema::Tri::Yes => Truth::Holds,
        schema::Tri::No => Truth::Fails,
        schema::Tri::Unknown => Truth::Unknown,
    }
}
