//! What a user of the program relies on, told through the simulated systems.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects, and fails there"
)]

mod binary;
mod calls;
mod click_to_call;
mod deals;
mod employees;
mod hooks;
mod journal;
mod personal_manager;
mod reconcile;
mod trouble;
