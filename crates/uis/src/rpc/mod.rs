//! JSON-RPC as UIS speaks it: all that the Data API and the Call API have in common.
//!
//! A [`Client`] calls methods with the token they need; what a refusal means is decided in `classify`,
//! and by each API for the refusals that are its own.

mod classify;
mod client;
mod credentials;
mod envelope;
mod fault;
mod limits;
mod row;
mod service;

pub use classify::codes;
pub(crate) use classify::verdict;
pub(crate) use client::{Client, Params};
pub use credentials::Credentials;
pub(crate) use fault::{Fault, RpcError};
pub use limits::Limits;
pub(crate) use row::Row;
pub(crate) use service::Service;
