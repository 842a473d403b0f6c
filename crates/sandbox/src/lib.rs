//! A simulated UIS and a simulated Planfix: real HTTP servers with state, quirks and faults.
//!
//! The sandbox is an independent witness: it knows nothing of the program it is used to test, only
//! what the two vendors' references say. The same servers serve the demo, the tests and the
//! benchmarks. [`Sandbox::router`] carries all doors:
//!
//! | path | what |
//! |---|---|
//! | `/planfix/rest/…` | Planfix REST API v2 |
//! | `/planfix/tel/api` | Planfix telephony API |
//! | `/uis/v2.0` | UIS Data API |
//! | `/uis/v4.0` | UIS Call API |
//! | `/uis/chat/v1/adapter/…` | UIS Chat API |
//! | `/` | a page that shows both sides live |
//! | `/visitor` | the chat widget of a site, for visitors |
//! | `/control/…` | what a test or the page asks and switches: state, ledger, faults, changes |
//!
//! and three ways out, to addresses the administrator enters: UIS sends notifications
//! ([`uis::Uis::set_webhook`]) and asks for personal managers ([`uis::Uis::set_personal_manager`]),
//! Planfix orders calls and announces itself at «Адрес АТС»
//! ([`planfix::Planfix::click_to_call`], [`planfix::Planfix::save_telephony_settings`]).

mod changes;
mod control;
mod door;
pub mod faults;
pub mod ledger;
mod outside;
mod page;
pub mod planfix;
mod sandbox;
pub mod scenarios;
pub mod uis;

pub use changes::Changes;
pub use door::Door;
pub use sandbox::Sandbox;
