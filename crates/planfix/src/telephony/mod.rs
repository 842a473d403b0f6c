//! The telephony API of Planfix («API для телефонии»): pop-up cards, call history, the
//! contact behind a number. A door of its own: no REST request is spent here.
//!
//! Source: Planfix help «API для телефонии». One entry point, `POST https://ACCOUNT.planfix.ru/tel/api`,
//! form-encoded, the token in the body as `planfix_token`.

mod client;
mod contact;
mod event;
mod ping;

pub use crate::form::Account;
pub use client::Telephony;
pub use contact::Caller;
pub use ping::Pbx;
