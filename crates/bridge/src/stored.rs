//! What the database holds and can't be used, as failures of a step.

use std::fmt::Display;

use domain::Failure;
use domain::failure::Code;
use engine::StoreError;

/// The database can't be reached or failed.
const STORE: Code = Code::new("SVZ-STORE");
/// The cabinet could not be read or written.
pub(crate) const CABINET: Code = Code::new("SVZ-CABINET");
/// A stored event can't be read by this version of the program.
pub(crate) const EVENT: Code = Code::new("SVZ-EVENT");
/// A stored write of a lane that plans none in this version of the program.
const NO_WRITES: Code = Code::new("SVZ-NO-WRITES");

/// A failure of the store: to be tried again.
#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
pub(crate) fn not_stored(error: StoreError) -> Failure {
    Failure::retry(STORE, format!("База данных недоступна: {error}"))
}

/// A failure of the cabinet: to be tried again.
pub(crate) fn no_cabinet(error: impl Display) -> Failure {
    Failure::retry(CABINET, format!("Настройки подключения не читаются: {error}"))
}

/// An event that will not become readable by itself.
#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
pub(crate) fn unreadable_event(error: serde_json::Error) -> Failure {
    Failure::permanent(EVENT, format!("Сохранённое событие не читается: {error}"))
}

/// A write for a flow that plans none: this version can neither send it nor look for it.
pub(crate) fn no_writes() -> Failure {
    Failure::permanent(NO_WRITES, "По этому обращению эта версия программы ничего не отправляет")
}
