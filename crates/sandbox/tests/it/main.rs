//! The sandbox from outside.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that meets the unexpected must stop"
)]

mod interplays;
mod planfix;
mod planfix_automation;
mod planfix_click;
mod planfix_control;
mod planfix_faults;
mod planfix_history;
mod planfix_rest_lists;
mod planfix_rest_reads;
mod planfix_rest_refusals;
mod planfix_rest_writes;
mod planfix_setup;
mod planfix_telephony;
mod planfix_telephony_commands;
mod scenarios;
mod uis_call_api;
mod uis_call_control;
mod uis_call_refusals;
mod uis_calls;
mod uis_chat_callbacks;
mod uis_chat_client;
mod uis_chat_reports;
mod uis_chat_world;
mod uis_client;
mod uis_company;
mod uis_data_api;
mod uis_deals;
mod uis_employees;
mod uis_leads;
mod uis_page;
mod uis_personal_manager;
mod uis_refusals;
mod uis_road;
mod uis_transfers;
