//! Who is an operator, and how he and his colleagues stand.

use domain::Failure;
use domain::ids::UisEmployeeId;
use domain::workspace::Person;
use engine::model::ConnectionId;
use jiff::SignedDuration;
use uis::data_api::Employee;

use super::{Refusal, Workspace};

/// How old the list of colleagues with their statuses may be.
const FRESH: SignedDuration = SignedDuration::from_secs(15);

/// Somebody who signs in, as an employee of UIS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// Who he is.
    pub person: Person,
    /// His status in UIS: `available`, `break`, `do_not_disturb`, …
    pub status: Option<String>,
}

/// An employee to whom a chat may be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// His id.
    pub id: UisEmployeeId,
    /// His name.
    pub name: String,
    /// His status in UIS.
    pub status: Option<String>,
}

impl Workspace {
    /// The employee somebody is: the one that was `told`, or the one with his e-mail. `None` when UIS has none.
    ///
    /// # Errors
    /// UIS can't be asked.
    pub async fn operator(
        &self,
        connection: ConnectionId,
        told: Option<UisEmployeeId>,
        email: &str,
    ) -> Result<Option<Operator>, Failure> {
        let account = self.accounts.get(connection).await?;
        let everybody = account.staff.everybody(FRESH).await?;
        let found = everybody.iter().find(|employee| match told {
            Some(id) => employee.id == id,
            None => employee
                .email
                .as_deref()
                .is_some_and(|own| own.trim().eq_ignore_ascii_case(email.trim())),
        });
        Ok(found.map(|employee| Operator {
            person: Person { employee: employee.id, name: Some(employee.full_name.clone()) },
            status: employee.status.clone(),
        }))
    }

    /// Everybody to whom a chat may be handed over, by name.
    ///
    /// # Errors
    /// UIS can't be asked.
    pub async fn colleagues(&self, connection: ConnectionId) -> Result<Vec<Colleague>, Failure> {
        let account = self.accounts.get(connection).await?;
        let everybody = account.staff.everybody(FRESH).await?;
        let colleague = |employee: &Employee| Colleague {
            id: employee.id,
            name: employee.full_name.clone(),
            status: employee.status.clone(),
        };
        let mut colleagues: Vec<Colleague> = everybody.iter().map(colleague).collect();
        colleagues.sort_by(|one, two| one.name.cmp(&two.name));
        Ok(colleagues)
    }

    /// Gives an employee another status in UIS.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn set_status(
        &self,
        connection: ConnectionId,
        employee: UisEmployeeId,
        status: &str,
    ) -> Result<(), Refusal> {
        let account = self.accounts.get(connection).await?;
        account.data_api()?.set_employee_status(employee, status).await?;
        account.staff.forget().await;
        Ok(())
    }
}
