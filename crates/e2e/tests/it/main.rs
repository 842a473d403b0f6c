//! What a user of the program relies on, told through the simulated systems.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects, and fails there"
)]

mod alerts;
mod binary;
mod calls;
mod chats;
mod click_to_call;
mod deals;
mod employees;
mod hooks;
mod journal;
mod leads;
mod mending;
mod personal_manager;
mod reconcile;
mod rehearse;
mod trouble;
