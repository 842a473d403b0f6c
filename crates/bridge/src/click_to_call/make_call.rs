//! `cmd=makeCall`: the employee's phone rings first, then the client's.

use domain::Failure;
use domain::ids::{CallSessionId, UisEmployeeId};
use domain::phone::{Phone, ShortNumber};
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent};
use serde_json::{Value, json};
use uis::call_api::EmployeeCall;

use super::flow::{CLICKED, ENDED};
use super::{Clicks, LANE};
use crate::accounts::Account;
use crate::form::{Answer, Form};
use crate::stored::not_stored;

impl Clicks {
    pub(super) async fn make_call(
        &self,
        account: &Account,
        form: &Form<'_>,
    ) -> Result<Answer, Failure> {
        let (Some(from), Some(to)) = (form.get("from"), form.get("to")) else {
            return Ok(Answer::InvalidParameters);
        };
        let (Some(short_number), Some(contact)) = (ShortNumber::parse(from), Phone::parse(to))
        else {
            return Ok(Answer::InvalidParameters);
        };
        let id = self.new_id();
        if self.is_double(account.id, from, to, &id).await? {
            return Ok(Answer::Done(()));
        }
        self.tell(account.id, &id, CLICKED, json!({ "from": from, "to": to })).await?;
        let started = self.start(account, &short_number, contact, &id).await;
        let outcome = match &started {
            Ok(session) => json!({ "session": session }),
            Err(failure) => json!({ "failure": failure }),
        };
        self.tell(account.id, &id, ENDED, outcome).await?;
        Ok(match started {
            Ok(_) => Answer::Done(()),
            Err(failure) => Answer::refused(&failure),
        })
    }

    /// Calls a client from the operators' workspace: the employee's phone rings first. `None` when the same
    /// call is being started already, by a click a moment before.
    ///
    /// # Errors
    /// UIS refuses, or the settings name no number to call from.
    pub(crate) async fn call_from_workspace(
        &self,
        connection: ConnectionId,
        employee: UisEmployeeId,
        contact: Phone,
    ) -> Result<Option<CallSessionId>, Failure> {
        let account = self.accounts.get(connection).await?;
        let id = self.new_id();
        let (from, to) = (employee.to_string(), contact.digits().to_owned());
        if self.is_double(connection, &from, &to, &id).await? {
            return Ok(None);
        }
        self.tell(connection, &id, CLICKED, json!({ "from": from, "to": to })).await?;
        let started = self.start_from(&account, employee, contact, &id).await;
        let outcome = match &started {
            Ok(session) => json!({ "session": session }),
            Err(failure) => json!({ "failure": failure }),
        };
        self.tell(connection, &id, ENDED, outcome).await?;
        started.map(Some)
    }

    async fn start_from(
        &self,
        account: &Account,
        employee: UisEmployeeId,
        contact: Phone,
        id: &str,
    ) -> Result<CallSessionId, Failure> {
        let virtual_number = account.number_of(employee).await?;
        self.begin(account, (employee, virtual_number), contact, id).await
    }

    async fn start(
        &self,
        account: &Account,
        short_number: &ShortNumber,
        contact: Phone,
        id: &str,
    ) -> Result<CallSessionId, Failure> {
        let caller = account.caller(short_number).await?;
        self.begin(account, caller, contact, id).await
    }

    async fn begin(
        &self,
        account: &Account,
        (employee, virtual_number): (UisEmployeeId, Phone),
        contact: Phone,
        id: &str,
    ) -> Result<CallSessionId, Failure> {
        let call_api = account.call_api()?;
        let call = EmployeeCall {
            employee,
            employee_phone: None,
            virtual_number,
            // his phone shows whom he is being connected with
            show_virtual_number: false,
            contact,
            external_id: id.to_owned(),
        };
        call_api.start_employee_call(&call).await
    }

    /// An id of ours for a call, unguessable enough not to meet another one.
    fn new_id(&self) -> String {
        let mut bytes = [0; 8];
        self.entropy.fill(&mut bytes);
        format!("svz-{}", hex::encode(bytes))
    }

    /// Stores what happened to the click.
    async fn tell(
        &self,
        connection: ConnectionId,
        id: &str,
        kind: &str,
        payload: Value,
    ) -> Result<(), Failure> {
        let event = NewEvent {
            connection,
            lane: LaneKey::new(LANE, id),
            kind: kind.to_owned(),
            dedup: DedupKey::new(format!("{kind}/{id}")),
            payload,
            received_at: self.clock.now(),
        };
        self.engine.accept(event).await.map_err(not_stored)?;
        Ok(())
    }
}
