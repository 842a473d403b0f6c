//! The writes of a deal.

mod funnel;
mod look;
mod send;
mod upload;

use std::borrow::Cow;

use domain::Failure;
use domain::deals::{DealContact, DealEmployee, DealRow, Funnel};
use engine::model::Urgency;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::calls::unreadable_effect;
use crate::draft::Write;

pub(super) use look::look;
pub(crate) use send::Sending;

/// UIS's Data API.
const DOOR: &str = "uis.data";

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

impl Write for DealEffect {
    fn kind(&self) -> Cow<'static, str> {
        match self {
            Self::Funnel { .. } => "funnel".into(),
            Self::Contact { .. } => "deal_contact".into(),
            Self::Employee { .. } => "deal_employee".into(),
            Self::Row { number, .. } | Self::Superseded { number } => {
                format!("row/{number}").into()
            }
        }
    }

    fn way(&self) -> (&'static str, Urgency) {
        (DOOR, Urgency::Calm)
    }

    fn wants_result(&self) -> bool {
        matches!(self, Self::Row { .. } | Self::Superseded { .. })
    }
}

impl DealEffect {
    /// The effect in a row of the outbox.
    pub(super) fn stored(payload: &Value) -> Result<Self, Failure> {
        Self::deserialize(payload).map_err(unreadable_effect)
    }
}
