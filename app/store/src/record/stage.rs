//! How far a list has come. A list is gathered, handed in and its result collected; and every step can be taken back,
//! because a thumb is easily on the wrong button.

use domain::Date;
use domain::calendar::HandedIn;

use super::{Receipt, Record, RecordError};

/// Where a list is in its life. Whether it is *enough* follows from its items and is not written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Papers are being got together.
    Gathering,
    /// It was handed in.
    HandedIn {
        /// On which day.
        on: Date,
        /// When during that day; who does not know counts as late.
        when: HandedIn,
        /// Which day to come back, if that is known.
        come_back: Option<Date>,
    },
    /// The result was collected.
    Collected {
        /// On which day.
        on: Date,
    },
}

impl Record {
    /// Where it is in its life.
    #[must_use]
    pub fn stage(&self) -> Stage {
        match (self.collected, self.handed_in()) {
            (Some(on), _) => Stage::Collected { on },
            (None, Some(handed_in)) => handed_in,
            (None, None) => Stage::Gathering,
        }
    }

    /// What was noted when it was handed in, as a [`Stage::HandedIn`], also once it is collected: what
    /// [`Self::set_stage`] goes back to from there.
    #[must_use]
    pub fn handed_in(&self) -> Option<Stage> {
        self.handed_in.map(|Receipt { on, when, come_back }| Stage::HandedIn { on, when, come_back })
    }

    /// Goes on to another stage, or back to one. Back to [`Stage::Gathering`] forgets what was noted of handing in.
    ///
    /// A day of collecting before that of handing in becomes that day: the phone's clock was wrong on one of them, and
    /// the paper is there.
    ///
    /// # Errors
    /// [`RecordError::NotInOrder`] for collecting what was not handed in, and for coming back before handing in;
    /// nothing is changed then.
    pub fn set_stage(&mut self, stage: Stage, now: u64) -> Result<(), RecordError> {
        (self.handed_in, self.collected) = match (stage, self.handed_in) {
            (Stage::Gathering, _) => (None, None),
            (Stage::HandedIn { on, come_back: Some(day), .. }, _) if day < on => return Err(RecordError::NotInOrder),
            (Stage::HandedIn { on, when, come_back }, _) => (Some(Receipt { on, when, come_back }), None),
            (Stage::Collected { on }, Some(receipt)) => (Some(receipt), Some(on.max(receipt.on))),
            (Stage::Collected { .. }, None) => return Err(RecordError::NotInOrder),
        };
        self.touch(now);
        Ok(())
    }

    /// Whether handing in, coming back and collecting are in this order.
    pub(super) fn stages_follow(&self) -> bool {
        match (self.handed_in, self.collected) {
            (None, collected) => collected.is_none(),
            (Some(Receipt { on, come_back, .. }), collected) => {
                [come_back, collected].into_iter().flatten().all(|later| on <= later)
            }
        }
    }
}
