//! The built program, as somebody at a terminal uses it.
#![expect(clippy::unwrap_used, reason = "a test says what it expects, and fails there")]

mod connection;
mod employees;
mod home;
mod other_commands;
