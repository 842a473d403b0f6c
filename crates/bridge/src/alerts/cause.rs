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
    let message = match side {
        None => message.clone(),
        Some(side) if *class == Class::AuthBroken => format!("{}: {message}", side.russian()),
        Some(side) => format!("{} не отвечает: {message}", side.russian()),
    };
    Cause { code: Some(code.to_string()), message }
}

/// Something waits longer than it should.
fn stuck(health: &ConnectionHealth, patience: SignedDuration) -> Cause {
    let waits = format!(
        "Записи ждут дольше {} минут, обращений в очереди: {}",
        patience.as_mins(),
        health.undone.waiting
    );
    let why = health.doors.first().map(|(_, pause)| &pause.failure);
    Cause {
        code: why.map(|failure| failure.code.to_string()),
        message: match why {
            Some(failure) => format!("{waits}. {}", failure.message),
            None => waits,
        },
    }
}

/// Something was given up.
fn given_up(health: &ConnectionHealth, troubles: &[Trouble]) -> Cause {
    let message = format!("Не выполнено за сутки, обращений: {}", health.undone.dead);
    let id = health.listed.head.id;
    match troubles.iter().find(|trouble| trouble.connection == id) {
        Some(Trouble { failure, .. }) => Cause {
            code: Some(failure.code.to_string()),
            message: format!("{message}. {}", failure.message),
        },
        None => Cause { code: None, message },
    }
}
