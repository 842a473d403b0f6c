//! Planfix as it answers, and what we make of it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    reason = "a test says what it expects, and fails there"
)]

mod caching;
mod chat;
mod chat_files;
mod rest;
mod stage;
mod telephony;
