//! The sandbox from outside.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected must stop"
)]

mod scenarios;
mod uis;
mod uis_data_api;
