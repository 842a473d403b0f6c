//! The server over a real database, spoken to as UIS, a monitor and a cabinet would.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what it expects, and fails there"
)]

mod alerts;
mod api;
mod chat_callbacks;
mod deals;
mod description;
mod employees;
mod health;
mod house;
mod journal;
mod kinds;
mod notifications;
mod other_hooks;
mod overview;
mod rehearse;
mod session;
mod settings;
mod web;
mod workspace;
