//! Whether a connection is broken, and by what.

use domain::alerts::Cause;
use domain::{Class, Failure};
use engine::overview::Trouble;
use jiff::{SignedDuration, Timestamp};

use crate::health::{ConnectionHealth, needs_hand};
use crate::reach::Side;

/// What breaks a connection; `None` when it works, or when it only waits and has not done so for long.
pub(super) fn of(
    health: &ConnectionHealth,
    troubles: &[Trouble],
    patience: SignedDuration,
    now: Timestamp,
) -> Option<Cause> {
    let long = |since: Timestamp| now.duration_since(since) >= patience;
    if let Err(failure) = &health.settings {
        return Some(by(failure, None));
    }
    if let Some(cause) = refusal(health) {
        return Some(cause);
    }
    let silent = health.failing().find(|(_, seen)| seen.failing_since.is_some_and(long));
    if let Some((side, seen)) = silent {
        return seen.failure.as_ref().map(|failure| by(failure, Some(side)));
    }
    if health.undone.oldest.is_some_and(long) {
        return Some(stuck(health, patience));
    }
    (health.undone.dead > 0).then(|| given_up(health, troubles))
}

/// A side that does not let us in until somebody mends the credentials or the address.
fn refusal(health: &ConnectionHealth) -> Option<Cause> {
    let failing = health.failing().find_map(|(side, seen)| {
        let failure = seen.failure.as_ref().filter(|failure| needs_hand(failure))?;
        Some(by(failure, Some(side)))
    });
    // a door stays shut until something goes through it again; who has seen the side answer since knows
    // better
    let shut = health.doors.iter().find_map(|(door, pause)| {
        let side = Side::ALL.into_iter().find(|side| side.as_str() == door.0);
        let answered = side.and_then(|side| health.seen.get(&side));
        let mended = answered.is_some_and(|seen| seen.failing_since.is_none());
        (needs_hand(&pause.failure) && !mended).then(|| by(&pause.failure, side))
    });
    failing.or(shut)
}

fn by(failure: &Failure, side: Option<Side>) -> Cause {
    let Failure { class, code, message } = failure;
    let (message, message_en) = match side {
        None => (message.clone(), "The connection does not work".to_owned()),
        Some(side) if *class == Class::AuthBroken => (
            format!("{}: {message}", side.russian()),
            format!("{} does not let us in", side.english()),
        ),
        Some(side) => (
            format!("{} не отвечает: {message}", side.russian()),
            format!("{} does not answer", side.english()),
        ),
    };
    Cause { code: Some(code.to_string()), message, message_en }
}

/// Something waits longer than it should.
fn stuck(health: &ConnectionHealth, patience: SignedDuration) -> Cause {
    let (minutes, waiting) = (patience.as_mins(), health.undone.waiting);
    let waits = format!("Записи ждут дольше {minutes} минут, обращений в очереди: {waiting}");
    let message_en = format!(
        "Writes have waited for more than {minutes} minutes, communications in the queue: {waiting}"
    );
    because(health.doors.first().map(|(_, pause)| &pause.failure), waits, message_en)
}

/// Something was given up.
fn given_up(health: &ConnectionHealth, troubles: &[Trouble]) -> Cause {
    let (id, dead) = (health.listed.head.id, health.undone.dead);
    let why = troubles.iter().find(|trouble| trouble.connection == id);
    let message = format!("Не выполнено за сутки, обращений: {dead}");
    let message_en = format!("Given up in 24 hours, communications: {dead}");
    because(why.map(|trouble| &trouble.failure), message, message_en)
}

fn because(why: Option<&Failure>, message: String, message_en: String) -> Cause {
    Cause {
        code: why.map(|failure| failure.code.to_string()),
        message: match why {
            Some(failure) => format!("{message}. {}", failure.message),
            None => message,
        },
        message_en,
    }
}
