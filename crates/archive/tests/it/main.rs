//! Copying between the real stores.

#![expect(clippy::unwrap_used, reason = "a test says what it expects, and fails there")]

mod copying;
mod schemas;
mod stores;
