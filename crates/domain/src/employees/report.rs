//! What a run found out and did.

use serde::{Deserialize, Serialize};

use crate::Failure;
use crate::ids::{PlanfixUserId, UisEmployeeId};
use crate::phone::{Extension, ShortNumber};

/// What came of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// A line for every user of Planfix, in Planfix's order.
    pub lines: Vec<Line>,
    /// Employees of UIS who were recognised as nobody in Planfix.
    pub only_in_uis: Vec<UisRef>,
    /// Planfix tells nobody's short number, so whether they equal the extensions could not be checked.
    pub short_numbers_hidden: bool,
}

/// What became of one user of Planfix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Who.
    #[serde(flatten)]
    pub who: PlanfixRef,
    /// What.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// A user of Planfix in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanfixRef {
    /// His number.
    pub user: PlanfixUserId,
    /// His full name; empty when he has none.
    pub name: String,
}

/// An employee of UIS in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UisRef {
    /// His number.
    pub id: UisEmployeeId,
    /// His full name.
    pub name: String,
    /// His extension.
    pub extension: Option<Extension>,
}

/// What becomes of a user of Planfix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// He is in UIS already.
    Matched {
        /// By what he was recognised.
        by: By,
        /// Who he is there.
        employee: UisRef,
    },
    /// He may be one of these; somebody has to pair them by hand.
    Suggested {
        /// Those with his name.
        employees: Vec<UisRef>,
    },
    /// He was created in UIS.
    Created {
        /// Who he is there.
        employee: UisRef,
        /// Whether with an extension.
        #[serde(flatten)]
        number: Number,
    },
    /// He was left out.
    Skipped {
        /// Why.
        #[serde(flatten)]
        reason: Skip,
    },
    /// He could not be created.
    Failed {
        /// Why.
        failure: Failure,
    },
}

/// By what somebody is recognised, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// A pair set by hand.
    Pair,
    /// The e-mail.
    Email,
    /// The short number, which Planfix tells.
    Extension,
    /// Planfix does not tell the short number, but finds him alone by it. Its search is by a part of the
    /// number, so this is not quite sure.
    ExtensionSearch,
}

/// The extension of somebody new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "number", rename_all = "snake_case")]
pub enum Number {
    /// He gets his short number.
    Given {
        /// It.
        extension: Extension,
    },
    /// Planfix does not tell his short number.
    Unknown,
    /// His short number is no extension: UIS takes at most five digits.
    Unfit {
        /// It.
        short_number: ShortNumber,
    },
    /// His short number is somebody else's extension, or somebody else's short number too.
    Taken {
        /// It.
        short_number: ShortNumber,
    },
}

/// Why somebody is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Skip {
    /// He is no person.
    Robot,
    /// He was dismissed.
    Inactive,
    /// He was deleted.
    Deleted,
    /// The settings do not select him.
    NotSelected,
    /// The settings select him, but Planfix does not show him to us.
    NotFound,
    /// UIS takes nobody without a last name.
    NoLastName,
    /// He is paired by hand with an employee whom UIS does not have.
    PairBroken {
        /// That employee.
        employee: UisEmployeeId,
    },
    /// Others in Planfix have the same e-mail.
    SameEmail {
        /// They.
        users: Vec<PlanfixRef>,
    },
    /// His e-mail belongs to an employee of UIS who is paired by hand with somebody else.
    EmailTaken {
        /// That employee.
        employee: UisRef,
    },
    /// Several employees of UIS could be he.
    SeveralEmployees {
        /// By what.
        by: By,
        /// They.
        employees: Vec<UisRef>,
    },
    /// Several users of Planfix could be the same employee of UIS.
    SeveralUsers {
        /// By what.
        by: By,
        /// The others.
        users: Vec<PlanfixRef>,
        /// The employee.
        employee: UisRef,
    },
}

/// How many of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Recognised.
    pub matched: usize,
    /// Created.
    pub created: usize,
    /// To be paired by hand.
    pub suggested: usize,
    /// Left out.
    pub skipped: usize,
    /// Not created though they should be.
    pub failed: usize,
}

impl Report {
    /// How many of each.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for line in &self.lines {
            *match line.outcome {
                Outcome::Matched { .. } => &mut tally.matched,
                Outcome::Created { .. } => &mut tally.created,
                Outcome::Suggested { .. } => &mut tally.suggested,
                Outcome::Skipped { .. } => &mut tally.skipped,
                Outcome::Failed { .. } => &mut tally.failed,
            } += 1;
        }
        tally
    }
}
