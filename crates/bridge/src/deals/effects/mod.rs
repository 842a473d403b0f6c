//! The writes of a deal.

mod funnel;
mod look;
mod send;
mod upload;

use domain::Failure;
use domain::deals::{DealContact, DealEmployee, DealRow, Funnel};
use domain::failure::Code;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(super) use look::look;
pub(crate) use send::Sending;

/// UIS's Data API.
pub(super) const DOOR: &str = "uis.data";

/// A planned write can't be read by this version of the program.
const EFFECT: Code = Code::new("SVZ-EFFECT");

/// One write to UIS.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deal", rename_all = "snake_case")]
pub enum DealEffect {
    /// The funnel has to be as it is here.
    Funnel {
        /// The funnel.
        funnel: Funnel,
    },
    /// UIS has to know the client so.
    Contact {
        /// The client.
        contact: DealContact,
    },
    /// UIS has to know the employee so.
    Employee {
        /// The employee.
        employee: DealEmployee,
    },
    /// A row of the history.
    Row {
        /// Which of the deal.
        number: u32,
        /// The row.
        row: Box<DealRow>,
    },
    /// A row that was given up, and that a newer one stands for.
    Superseded {
        /// Which of the deal.
        number: u32,
    },
}

impl DealEffect {
    /// The effect's kind, for the outbox and the journal.
    pub fn kind(&self) -> String {
        match self {
            Self::Funnel { .. } => "funnel".to_owned(),
            Self::Contact { .. } => "deal_contact".to_owned(),
            Self::Employee { .. } => "deal_employee".to_owned(),
            Self::Row { number, .. } | Self::Superseded { number } => format!("row/{number}"),
        }
    }

    /// The row's number, when it is one.
    pub(super) fn row(&self) -> Option<u32> {
        match self {
            Self::Row { number, .. } | Self::Superseded { number } => Some(*number),
            Self::Funnel { .. } | Self::Contact { .. } | Self::Employee { .. } => None,
        }
    }

    /// The effect in a row of the outbox.
    pub(super) fn stored(payload: &Value) -> Result<Self, Failure> {
        Self::deserialize(payload).map_err(|error| {
            Failure::permanent(EFFECT, format!("Запись в очереди не читается: {error}"))
        })
    }
}
