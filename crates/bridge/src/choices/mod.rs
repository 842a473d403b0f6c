//! What the selects of the settings page offer: lists of both outside systems as they are now.

mod planfix;
mod uis;

use domain::Failure;
use domain::ids::TaskObjectId;
use upstream::Priority;

use crate::Account;

/// Somebody looks at the page and waits.
const PRIORITY: Priority = Priority::OperatorAction;

/// A list of one of the systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Employees of Planfix.
    PlanfixUsers,
    /// Task objects.
    TaskObjects,
    /// The statuses of an object's tasks.
    Statuses(TaskObjectId),
    /// Contact templates.
    ContactTemplates,
    /// Task templates.
    TaskTemplates,
    /// Custom fields of contacts.
    ContactFields,
    /// Custom fields of tasks.
    TaskFields,
    /// Employees of UIS.
    UisEmployees,
    /// Virtual numbers.
    VirtualNumbers,
    /// Sites.
    Sites,
    /// Advertising campaigns.
    Campaigns,
    /// Call processing scenarios.
    Scenarios,
    /// Tags.
    Tags,
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the settings hold.
    pub value: String,
    /// What people call it.
    pub label: String,
    /// What tells it from another of that name.
    pub hint: Option<String>,
    /// Of a custom field: the number of its type in Planfix.
    pub kind: Option<i64>,
}

impl Choice {
    fn new(value: &impl ToString, label: impl Into<String>) -> Self {
        Self { value: value.to_string(), label: label.into(), hint: None, kind: None }
    }

    fn hinted(self, hint: Option<String>) -> Self {
        Self { hint: hint.filter(|text| !text.is_empty()), ..self }
    }
}

/// Everything there is to choose from, in the order of the other system. `fresh` asks it anew.
///
/// # Errors
/// The other side does not let itself be asked.
pub async fn choices(account: &Account, list: List, fresh: bool) -> Result<Vec<Choice>, Failure> {
    match list {
        List::UisEmployees
        | List::VirtualNumbers
        | List::Sites
        | List::Campaigns
        | List::Scenarios
        | List::Tags => uis::read(account.data_api()?, list).await,
        _ => {
            let rest = account.rest()?;
            if fresh {
                rest.forget();
            }
            planfix::read(rest, list).await
        }
    }
}
