//! `list.calls`

use domain::Failure;
use domain::calls::Direction;
use domain::ids::{CallSessionId, UisEmployeeId};
use domain::phone::Phone;
use jiff::civil::DateTime;
use serde_json::Value;
use upstream::Effect;

use super::{CallApi, CallTag, LegState, refusal};
use crate::rpc::{Params, Row};

/// Which live calls are asked for; all by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LiveCallsFilter {
    /// Only incoming or outgoing ones.
    pub direction: Option<Direction>,
    /// Only those of a virtual number.
    pub virtual_number: Option<Phone>,
}

/// A call that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveCall {
    /// The call.
    pub session: CallSessionId,
    /// In or out.
    pub direction: Option<Direction>,
    /// When it began, by UIS's clock: neither the answer nor the documentation names the time zone.
    pub start: Option<DateTime>,
    /// The number that was dialled or called from.
    pub virtual_number: Option<Phone>,
    /// The client.
    pub contact: Option<Phone>,
    /// Our own id of a call that we started.
    pub external_id: Option<String>,
    /// Its tags so far.
    pub tags: Vec<CallTag>,
    /// Its participants.
    pub legs: Vec<LiveLeg>,
}

/// A participant of a live call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveLeg {
    /// Its id (`leg_id` of notifications).
    pub id: i64,
    /// The calling number as UIS writes it: E.164 digits, a SIP line, or digits with post-dial.
    pub calling: Option<String>,
    /// The called number, likewise.
    pub called: Option<String>,
    /// Whether it is an employee's: he may do things to the call.
    pub of_employee: Option<bool>,
    /// The employee.
    pub employee: Option<UisEmployeeId>,
    /// His name.
    pub employee_full_name: Option<String>,
    /// Whether the talk is recorded.
    pub recorded: Option<bool>,
    /// What the participant is doing.
    pub state: Option<LegState>,
}

impl LiveCallsFilter {
    fn params(&self) -> Params {
        let mut params = Params::new();
        if let Some(direction) = self.direction {
            let word = match direction {
                Direction::In => "in",
                Direction::Out => "out",
            };
            params.insert("direction".to_owned(), word.into());
        }
        if let Some(number) = &self.virtual_number {
            params.insert("virtual_phone_number".to_owned(), number.digits().into());
        }
        params
    }
}

impl LiveCall {
    fn read(row: Row<'_>) -> Option<Self> {
        Some(Self {
            session: CallSessionId(row.whole("call_session_id")?),
            direction: row.direction(),
            start: row.text("start_time").and_then(|time| time.parse().ok()),
            virtual_number: row.phone("virtual_phone_number"),
            contact: row.phone("contact_phone_number"),
            external_id: row.text("external_id"),
            tags: row.rows("tags").filter_map(CallTag::read).collect(),
            legs: row.rows("legs").filter_map(LiveLeg::read).collect(),
        })
    }
}

impl LiveLeg {
    fn read(row: Row<'_>) -> Option<Self> {
        Some(Self {
            id: row.whole("leg_id")?,
            calling: row.text("calling_phone_number"),
            called: row.text("called_phone_number"),
            of_employee: row.truth("is_operator"),
            employee: row.whole("employee_id").map(UisEmployeeId),
            employee_full_name: row.text("employee_full_name"),
            recorded: row.truth("record_call_enabled"),
            state: row.text("state").map(|state| LegState::read(&state)),
        })
    }
}

impl CallApi {
    /// The calls that go on.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn list_calls(&self, filter: &LiveCallsFilter) -> Result<Vec<LiveCall>, Failure> {
        let method = "list.calls";
        let answer = self.rpc.call(Effect::Read, method, &filter.params()).await;
        let items = answer.and_then(|answer| answer.items(method));
        let items = items.map_err(|fault| refusal::failure(method, fault))?;
        let rows = items.iter().filter_map(Value::as_object).map(Row);
        Ok(rows.filter_map(LiveCall::read).collect())
    }
}
