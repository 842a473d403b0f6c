//! UIS as it speaks: the Data API we ask, and the HTTP notifications it sends.
//!
//! Nothing here decides anything about calls; it frees what UIS says of its spelling.

pub mod data_api;
pub mod notifications;
pub mod record_link;

mod text;
