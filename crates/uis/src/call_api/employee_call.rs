//! `start.employee_call`: an employee is rung, then the client.

use domain::failure::{Class, Failure};
use domain::ids::{CallSessionId, UisEmployeeId};
use domain::phone::Phone;
use serde_json::{Value, json};
use upstream::Effect;

use super::{CallApi, refusal};
use crate::rpc::{Fault, Params, Row};

/// A call of an employee's to a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmployeeCall {
    /// Who calls.
    pub employee: UisEmployeeId,
    /// Which of his phones rings: a SIP line, his extension or a number, active and his own. `None` for
    /// all his active ones in turn.
    pub employee_phone: Option<String>,
    /// The number that the client sees: a rented one, no 8-800.
    pub virtual_number: Phone,
    /// Whether the employee's phone, when it rings, shows that number too, instead of the client's.
    pub show_virtual_number: bool,
    /// The client.
    pub contact: Phone,
    /// Our own id of the call: notifications and the calls report have it.
    pub external_id: String,
}

impl EmployeeCall {
    fn params(&self) -> Params {
        let employee = match &self.employee_phone {
            Some(phone) => json!({ "id": self.employee.0, "phone_number": phone }),
            None => json!({ "id": self.employee.0 }),
        };
        let params: [(&str, Value); 7] = [
            ("first_call", "employee".into()),
            ("direction", "out".into()),
            ("virtual_phone_number", self.virtual_number.digits().into()),
            ("show_virtual_phone_number", self.show_virtual_number.into()),
            ("contact", self.contact.digits().into()),
            ("external_id", self.external_id.as_str().into()),
            ("employee", employee),
        ];
        params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

impl CallApi {
    /// Starts the call: UIS answers before the phone rings.
    ///
    /// # Errors
    /// UIS refuses, in words for the person who wanted to call, or can't be reached; class Unknown when
    /// the phone may ring nevertheless.
    pub async fn start_employee_call(&self, call: &EmployeeCall) -> Result<CallSessionId, Failure> {
        let method = "start.employee_call";
        let answer = self.rpc.call(Effect::Write, method, &call.params()).await;
        let session = answer.and_then(|answer| {
            let session =
                answer.data.as_object().and_then(|data| Row(data).whole("call_session_id"));
            session.ok_or_else(|| Fault::odd_answer(Effect::Write, "UIS не назвал номер звонка"))
        });
        session.map(CallSessionId).map_err(|fault| warned(refusal::failure(method, fault)))
    }
}

/// A second click would be a second call.
fn warned(failure: Failure) -> Failure {
    match failure.class {
        Class::Unknown => Failure {
            message: format!(
                "{}. Звонок мог начаться: прежде чем звонить снова, подождите, не зазвонит ли телефон",
                failure.message
            ),
            ..failure
        },
        _ => failure,
    }
}
