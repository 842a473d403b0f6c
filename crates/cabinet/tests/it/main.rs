//! The cabinet over its real store.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test says what it expects, and fails there"
)]

mod cursors;
mod employee_runs;
mod hooks;
mod import;
mod office;
mod people;
mod tokens;
mod workspace;
