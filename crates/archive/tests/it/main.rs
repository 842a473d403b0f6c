//! Copying between the real stores.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it expects, and fails there"
)]

mod copying;
mod schemas;
mod stores;
