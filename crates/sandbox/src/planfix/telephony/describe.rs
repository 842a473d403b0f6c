//! A command in a few words, the same for the same command: the ledger's line.

use super::command::Command;

/// `INCOMING 79031234567 -> 101 call 1001 line 74950236854`
pub(super) fn describe(command: &Command) -> String {
    let get = |name| command.get(name).unwrap_or("?");
    match command.name() {
        "contact" => format!("contact {}", get("phone")),
        "record" => format!("record call {} {}", get("callid"), get("record_link")),
        "event" => describe_event(command),
        "" => "no command".to_owned(),
        other => other.to_owned(),
    }
}

fn describe_event(command: &Command) -> String {
    let get = |name| command.get(name).unwrap_or("?");
    let line = command.get("diversion").map(|number| format!("line {number}"));
    let call = format!("{} call {}", get("ext"), get("callid"));
    let mut words = match get("event") {
        "INCOMING" => vec![format!("INCOMING {} -> {call}", get("phone"))],
        "OUTGOING" => vec![format!("OUTGOING {} <- {call}", get("phone"))],
        "COMPLETED" => vec![format!("COMPLETED/{} {call} {}s", get("status"), get("duration"))],
        other => vec![format!("{other} {call}")],
    };
    if matches!(get("event"), "INCOMING" | "OUTGOING") {
        words.extend(line);
    }
    if command.get("is_recorded") == Some("1") {
        words.push("recorded".to_owned());
    }
    words.extend(command.get("record_link").map(str::to_owned));
    words.extend(command.extra().map(|(name, value)| format!("{name}={value}")));
    words.join(" ")
}
