//! Planfix as it speaks: REST ([`rest`]), the telephony API ([`telephony`]) and the chat API ([`chat`]).
//!
//! Each is a door of its own with its own limits and its own way of failing. What an answer means is
//! decided here and nowhere else: every error leaves as a [`domain::Failure`] with a class and one of
//! the stable [`codes`].

pub mod cache;
pub mod chat;
pub mod codes;
mod form;
pub mod pages;
pub mod rest;
mod row;
pub mod scenario;
pub mod telephony;

pub use chat::Chat;
pub use rest::Rest;
pub use telephony::Telephony;
