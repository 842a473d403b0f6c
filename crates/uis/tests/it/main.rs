//! UIS as it speaks, seen from outside the crate.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected must stop"
)]

mod call_api;
mod chat_api;
mod data_api;
mod notifications;
mod server;
