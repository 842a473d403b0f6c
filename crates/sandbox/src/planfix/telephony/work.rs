//! One command from its token to its answer.

use jiff::Timestamp;
use serde_json::json;

use super::answers::Refusal;
use super::command::Command;
use super::describe::describe;
use super::event::Event;
use super::{calls, history};
use crate::Door;
use crate::ledger::{Entry, Kind};
use crate::planfix::company::{Company, Person, Settings, UnknownCaller, UserStatus};
use crate::planfix::state::State;
use crate::planfix::wire::Reply;

/// Carries a command out: what goes into the ledger, and what is answered.
pub(in crate::planfix) fn carry_out(
    state: &mut State,
    command: &Command,
    now: Timestamp,
) -> (Entry, Reply) {
    let mut entry = note(command, now);
    let company = &mut state.company;
    let outcome = if command.get("planfix_token") == Some(&company.settings.telephony_token) {
        perform(company, command, now, &mut entry)
    } else {
        Err(Refusal::InvalidToken)
    };
    let reply = outcome.unwrap_or_else(|refusal| {
        entry.refusal = Some(refusal.to_string());
        if refusal == Refusal::InvalidParameters {
            entry.violations.push(format!("{}: a parameter is missing or wrong", command.name()));
        }
        refusal.reply()
    });
    (entry, reply)
}

/// The ledger's line before anything is known of the outcome.
pub(in crate::planfix) fn note(command: &Command, now: Timestamp) -> Entry {
    let asks = matches!(command.name(), "contact" | "ping");
    let kind = if asks { Kind::Read } else { Kind::Write };
    let mut entry = Entry::new(now, Door::Telephony, kind, describe(command));
    entry.violations = command.transport_violations();
    entry
}

fn perform(
    company: &mut Company,
    command: &Command,
    now: Timestamp,
    entry: &mut Entry,
) -> Result<Reply, Refusal> {
    match command.name() {
        "contact" => {
            let phone = command.get("phone").ok_or(Refusal::InvalidParameters)?;
            Ok(contact(company, phone, entry))
        }
        "event" => {
            entry.effects = calls::take(company, &Event::read(command)?, now);
            Ok(Reply::empty(200))
        }
        "record" => {
            let call = command.get("callid").ok_or(Refusal::InvalidParameters)?;
            let link = command.get("record_link").ok_or(Refusal::InvalidParameters)?;
            url::Url::parse(link).map_err(|_| Refusal::InvalidParameters)?;
            entry.effects = history::attach_recording(company, call, link);
            Ok(Reply::empty(200))
        }
        "ping" => Ok(ping(&company.settings)),
        _ => Err(Refusal::InvalidParameters),
    }
}

/// Who calls, and the short number of the employee responsible for him.
fn contact(company: &Company, phone: &str, entry: &mut Entry) -> Reply {
    let Some(contact) = company.contact_by_phone(phone) else {
        entry.answered("unknown");
        return match company.settings.unknown_caller {
            UnknownCaller::EmptyObject => Reply::json(200, &json!({})),
            UnknownCaller::EmptyBody => Reply::empty(200),
            UnknownCaller::EmptyName => Reply::json(200, &json!({"contact_name": ""})),
            UnknownCaller::NotFound => Reply::json(404, &json!({"error": "Contact not found"})),
        };
    };
    let name = contact.full_name();
    let short_number = company.responsible_short_number(&contact.supervisors.users);
    let mut body = json!({"contact_name": name});
    if let (Some(short_number), Some(body)) = (&short_number, body.as_object_mut()) {
        // the vendor's example has a bare number; a short number need not be one
        let value = short_number.parse::<u64>().map_or_else(|_| json!(short_number), |n| json!(n));
        body.insert("responsible".to_owned(), value);
    }
    let responsible = short_number.as_deref().unwrap_or("nobody");
    entry.answered(&format!("\"{name}\" responsible {responsible}"));
    Reply::json(200, &body)
}

impl Company {
    fn responsible_short_number(&self, supervisors: &[Person]) -> Option<String> {
        if !self.settings.redirect_to_responsible {
            return None;
        }
        supervisors.iter().find_map(|person| {
            let Person::User(id) = person else { return None };
            let user = self.users.get(id).filter(|user| user.status == UserStatus::Active)?;
            user.short_number.clone()
        })
    }
}

/// What the account was told of the PBX.
fn ping(settings: &Settings) -> Reply {
    Reply::json(200, &json!({"pbxToken": settings.pbx_token, "pbxUrl": settings.pbx_url}))
}
