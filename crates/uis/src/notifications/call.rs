//! A notification about a call.

use domain::calls::{CallNotice, Direction, EmployeeRef, NoticeKind};
use domain::ids::{CallSessionId, CommunicationId, UisEmployeeId};
use domain::phone::Phone;
use jiff::tz::TimeZone;
use url::Url;

use super::variables::Variables;
use super::{Event, Unreadable};
use crate::{moment, record_link, text};

/// Makes a notice of the variables. Only the call session must be there; any other variable that is
/// missing or makes no sense is `None`, and stays readable in `variables` as it came.
pub(super) fn notice(
    kind: NoticeKind,
    variables: Variables,
    timezone: &TimeZone,
) -> Result<CallNotice, Unreadable> {
    let session = session(kind, &variables)?;
    let number = |name| variables.text(name).and_then(text::whole);
    let seconds = |name| variables.text(name).and_then(text::seconds);
    let phone = |name| variables.text(name).and_then(Phone::parse);
    let moment = |name| moment::parse(variables.text(name)?, timezone);

    Ok(CallNotice {
        kind,
        session,
        at: moment("notification_time").or_else(|| moment("notification_timestamp")),
        direction: direction(kind, variables.text("direction")),
        contact_phone: phone("contact_phone_number"),
        virtual_number: phone("virtual_phone_number"),
        employee: employee(&variables),
        employees: numbers(&variables, &["employee_ids"]).into_iter().map(UisEmployeeId).collect(),
        legs: numbers(&variables, &["leg_id", "leg_ids"]),
        external_id: variables.text("external_id").map(str::to_owned),
        talk_seconds: seconds("talk_time_duration"),
        wait_seconds: seconds("wait_time_duration"),
        communication_number: number("communication_number"),
        communication: number("communication_id").map(CommunicationId),
        record: variables.text("file_link").and_then(link),
        variables: variables.into_texts(),
    })
}

fn session(kind: NoticeKind, variables: &Variables) -> Result<CallSessionId, Unreadable> {
    const NAME: &str = "call_session_id";
    let Some(text) = variables.text(NAME) else {
        return Err(match Event::Call(kind).uis_name() {
            Some(uis_name) if variables.not_filled_in(NAME) => {
                Unreadable::NotFilledIn { variable: NAME.to_owned(), uis_name }
            }
            _ => Unreadable::NoCallSession,
        });
    };
    match text::whole(text) {
        Some(number) if number > 0 => Ok(CallSessionId(number)),
        _ => Err(Unreadable::BadCallSession { text: text.to_owned() }),
    }
}

/// The kind itself may tell who called whom: UIS sends «Входящий звонок» only for incoming calls; a
/// lost call is an incoming one unless it is said otherwise.
fn direction(kind: NoticeKind, said: Option<&str>) -> Option<Direction> {
    match kind {
        NoticeKind::CallIncoming => Some(Direction::In),
        NoticeKind::CallOutgoing => Some(Direction::Out),
        NoticeKind::CallLost => said.and_then(direction_word).or(Some(Direction::In)),
        _ => said.and_then(direction_word),
    }
}

fn direction_word(text: &str) -> Option<Direction> {
    match text.to_lowercase().as_str() {
        "in" | "incoming" | "inbound" | "входящий" | "входящая" => {
            Some(Direction::In)
        }
        "out" | "outgoing" | "outbound" | "исходящий" | "исходящая" => {
            Some(Direction::Out)
        }
        _ => None,
    }
}

fn employee(variables: &Variables) -> Option<EmployeeRef> {
    let id = numbers(variables, &["employee_id"]).into_iter().next().map(UisEmployeeId)?;
    Some(EmployeeRef { id, full_name: variables.text("employee_full_name").map(str::to_owned) })
}

/// The numbers of the named variables, each once, in their order.
fn numbers(variables: &Variables, names: &[&str]) -> Vec<i64> {
    let texts = names.iter().filter_map(|name| variables.text(name));
    let mut numbers = Vec::new();
    for number in texts.flat_map(text::list).filter_map(|item| text::whole(&item)) {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}

/// The first link to a file.
fn link(text: &str) -> Option<Url> {
    record_link::web(text.split_whitespace().next()?.trim_end_matches(','))
}
