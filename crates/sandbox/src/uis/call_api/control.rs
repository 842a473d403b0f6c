//! The methods that steer a call going on: each is possible only in some of its states.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::message::{MESSAGE, refuse_unplayable};
use crate::uis::calls::{LiveCall, SessionId};
use crate::uis::company::Company;
use crate::uis::rpc::{Answer, ApiError, Param, Shape, check};
use crate::uis::script::{ClientState, Hand};
use crate::uis::state::State;

/// A method of this file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Release,
    Disconnect,
    Hold,
    Unhold,
    Make,
    Transfer,
    Restore,
    Tag,
}

const SESSION: Param = Param::required("call_session_id", Shape::Number);

impl Method {
    const ALL: [Self; 8] = [
        Self::Release,
        Self::Disconnect,
        Self::Hold,
        Self::Unhold,
        Self::Make,
        Self::Transfer,
        Self::Restore,
        Self::Tag,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Release => "release.call",
            Self::Disconnect => "disconnect.leg",
            Self::Hold => "hold.call",
            Self::Unhold => "unhold.call",
            Self::Make => "make.call",
            Self::Transfer => "transfer.talk",
            Self::Restore => "restore.talk",
            Self::Tag => "tag.call",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }

    fn params(self) -> &'static [Param] {
        match self {
            Self::Release | Self::Unhold | Self::Transfer | Self::Restore => &[SESSION],
            Self::Disconnect => const { &[SESSION, Param::required("leg_id", Shape::Number)] },
            Self::Hold => const { &[SESSION, Param::required("contact_message", MESSAGE)] },
            Self::Make => {
                const {
                    let message = Param::optional("to_message", MESSAGE);
                    &[SESSION, Param::required("to", Shape::Text), message]
                }
            }
            Self::Tag => const { &[SESSION, Param::required("tag_id", Shape::Number)] },
        }
    }
}

pub(super) fn perform(
    state: &mut State,
    method: Method,
    params: &Map<String, Value>,
    now: Timestamp,
) -> Result<Answer, ApiError> {
    refuse_unpaid(state, method)?;
    check(params, method.params())?;
    for name in ["contact_message", "to_message"] {
        refuse_unplayable(&state.company, params, name)?;
    }
    let session = number(params, "call_session_id");
    let call = state.live.get(&SessionId(session));
    let call = call.ok_or_else(|| ApiError::call_session_not_found(session))?;
    let effect = match deed(method, call, params, &state.company)? {
        Deed::Takes(hand) => {
            let at_once = client_after(&hand);
            state.steer(SessionId(session), &hand, now);
            if let (Some(client), Some(call)) = (at_once, state.live.get_mut(&SessionId(session))) {
                call.parts.client = Some(client);
            }
            format!("call {session} {}", method.name())
        }
        Deed::Becomes(client) => {
            if let Some(call) = state.live.get_mut(&SessionId(session)) {
                call.parts.client = Some(client);
            }
            format!("call {session} {}", method.name())
        }
        Deed::Tags(tag) => put_tag(state, SessionId(session), tag)?,
    };
    // the vendor's sample has a text here
    Ok(Answer::data(json!({ "success": "true" })).with_effect(effect))
}

fn refuse_unpaid(state: &State, method: Method) -> Result<(), ApiError> {
    let (paid, package) = match method {
        Method::Release => (state.settings.call_api.basic, "Базовый набор"),
        _ => (state.settings.call_api.control, "Управление вызовами"),
    };
    if paid { Ok(()) } else { Err(ApiError::component_disabled(package)) }
}

/// What a method does in the present state of the call.
enum Deed {
    Takes(Hand),
    Becomes(ClientState),
    Tags(u64),
}

fn deed(
    method: Method,
    call: &LiveCall,
    params: &Map<String, Value>,
    company: &Company,
) -> Result<Deed, ApiError> {
    let parts = &call.parts;
    let client = call.client();
    let with_colleague = parts.waiting.is_some();
    let on_hold = client == Some(ClientState::OnHold) && !with_colleague;
    let allowed = match method {
        Method::Release | Method::Disconnect | Method::Tag => true,
        Method::Hold => client == Some(ClientState::Talking),
        Method::Unhold | Method::Make => on_hold,
        Method::Transfer | Method::Restore => with_colleague,
    };
    if !allowed {
        return Err(ApiError::invalid_state(method.name()));
    }
    Ok(match method {
        Method::Release => Deed::Takes(Hand::Release),
        Method::Disconnect => Deed::Takes(leaving(call, number(params, "leg_id"))?),
        Method::Hold => Deed::Becomes(ClientState::OnHold),
        Method::Unhold => Deed::Becomes(ClientState::Talking),
        Method::Make => Deed::Takes(colleague(params, company)?),
        Method::Transfer => Deed::Takes(Hand::Transfer),
        Method::Restore => Deed::Takes(Hand::Restore),
        Method::Tag => Deed::Tags(number(params, "tag_id")),
    })
}

/// Without the customer there is no call.
fn leaving(call: &LiveCall, leg: u64) -> Result<Hand, ApiError> {
    if leg == call.client_leg() && call.client().is_some() {
        return Ok(Hand::Release);
    }
    let present = call.parts.present().any(|other| other.id == leg);
    if present { Ok(Hand::Disconnect(leg)) } else { Err(ApiError::leg_not_found(leg)) }
}

/// A colleague by his extension or one of his numbers; nobody outside the company is rung here.
fn colleague(params: &Map<String, Value>, company: &Company) -> Result<Hand, ApiError> {
    let to = params.get("to").and_then(Value::as_str).unwrap_or_default();
    let by_extension =
        |employee: &&crate::uis::company::Employee| employee.extension.as_deref() == Some(to);
    let found = company.employees.iter().find(by_extension).or_else(|| company.owner_of(to));
    let employee = found.ok_or_else(|| ApiError::wrong_value("to", &json!(to)))?;
    let mut phones = employee.active_phones();
    let phone =
        if employee.has_phone(to) { phones.find(|phone| *phone == to) } else { phones.next() };
    let phone = phone.ok_or_else(|| ApiError::no_active_phone_number("to", &json!(to)))?;
    Ok(Hand::Ring(Box::new(employee.clone()), phone.to_owned()))
}

/// Where the customer is when the deed is done, when it is not where the phones show him.
fn client_after(hand: &Hand) -> Option<ClientState> {
    (*hand == Hand::Restore).then_some(ClientState::Talking)
}

fn put_tag(state: &mut State, session: SessionId, id: u64) -> Result<String, ApiError> {
    let tag = state.company.tags.iter().find(|tag| tag.id == id).cloned();
    let tag = tag.ok_or_else(|| ApiError::tag_not_found(id))?;
    let name = tag.name;
    let put = state.put_tags.entry(session).or_default();
    if !put.iter().any(|other| other.id == id) {
        put.push(tag);
    }
    Ok(format!("call {session} tag \"{name}\""))
}

fn number(params: &Map<String, Value>, name: &str) -> u64 {
    params.get(name).and_then(Value::as_u64).unwrap_or_default()
}
