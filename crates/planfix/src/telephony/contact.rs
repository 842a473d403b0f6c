//! `cmd=contact`: who is calling, and whose client is it?

use std::time::Duration;

use domain::Failure;
use domain::ids::CallSessionId;
use domain::phone::{Phone, ShortNumber};
use serde_json::Value;
use upstream::{Effect, StatusCode};

use super::Telephony;
use crate::form::Command;
use crate::row::Row;

/// What Planfix knows of a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caller {
    /// The contact's name; `None` when there is no contact with this number.
    pub name: Option<String>,
    /// The short number of the contact's owner; `None` when there is no owner, he has no short number,
    /// or the account does not tell («Перенаправление звонка на ответственного»).
    pub responsible: Option<ShortNumber>,
}

impl Caller {
    /// Whether Planfix has a contact with the number.
    pub fn is_known(&self) -> bool {
        self.name.is_some()
    }
}

impl Telephony {
    /// Asks about a number, for at most `deadline`. The answer for a number nobody has is not
    /// documented: no `contact_name`, an empty object, an empty body and a 404 are taken for it.
    ///
    /// # Errors
    /// The failures of an exchange; never Unknown, for it only asks.
    pub async fn contact(
        &self,
        phone: &Phone,
        call: Option<CallSessionId>,
        deadline: Duration,
    ) -> Result<Caller, Failure> {
        let command = Command::new("contact").with("phone", phone).with_some("callid", call);
        let answer = self.door.send(command, Effect::Read, deadline).await?;
        if answer.status == StatusCode::NOT_FOUND && !answer.looks_like_html() {
            return Ok(Caller::default());
        }
        self.door.understand(&answer, "contact", Effect::Read)?;
        if answer.is_blank() {
            return Ok(Caller::default());
        }
        let body = self.door.body(&answer, "contact")?;
        Ok(caller(&body))
    }
}

fn caller(body: &Value) -> Caller {
    let row = Row::new(body);
    Caller {
        name: row.text("contact_name"),
        responsible: row.text("responsible").and_then(|number| ShortNumber::parse(&number)),
    }
}
