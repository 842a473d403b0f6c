//! The sandbox from outside.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected must stop"
)]

mod planfix;
mod planfix_control;
mod planfix_faults;
mod planfix_history;
mod planfix_rest_lists;
mod planfix_rest_reads;
mod planfix_rest_refusals;
mod planfix_rest_writes;
mod planfix_telephony;
mod planfix_telephony_commands;
mod scenarios;
mod uis;
mod uis_data_api;
