//! UIS as it speaks: the Data API we ask, the Call API we command, and the HTTP notifications it sends.
//!
//! Nothing here decides anything about calls; it frees what UIS says of its spelling.

pub mod call_api;
pub mod data_api;
pub mod notifications;
pub mod record_link;

mod rpc;
mod text;
