//! UIS as it speaks: the Data API we ask, the Call API and the Chat API we command, and what it sends by
//! itself: HTTP notifications of calls and callbacks of chats.
//!
//! Nothing here decides anything about calls and chats; it frees what UIS says of its spelling.

pub mod call_api;
pub mod chat_api;
pub mod data_api;
pub mod notifications;
pub mod record_link;

mod moment;
mod rpc;
mod text;
