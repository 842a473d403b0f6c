//! What is not waited for but told to the asker.

use domain::{Class, Failure};
use jiff::{SignedDuration, Timestamp};

use super::meter::Hold;
use super::sheet::Turn;
use crate::codes;

/// The failure of a turn that a pause or the reserve puts further away than patience goes.
pub(super) fn too_far(turn: Turn, now: Timestamp, patience: SignedDuration) -> Option<Failure> {
    let Turn::At(until, hold) = turn else { return None };
    let wait = until.duration_since(now);
    if wait <= patience {
        return None;
    }
    match hold {
        Hold::Rate => None,
        Hold::Reserve => Some(Failure::new(
            Class::WaitUntil { until },
            codes::BUDGET,
            "Дневной лимит запросов на исходе, остаток сберегается для срочного",
        )),
        Hold::Pause => Some(Failure::new(
            Class::Throttled { wait },
            codes::BUDGET,
            "Аккаунт попросил подождать с запросами",
        )),
    }
}
