//! The doors of Planfix that speak forms: telephony and chats. `POST`, form-encoded, the token in the body as
//! `planfix_token`; answers are 200, `400 {"error":"Invalid parameters"}` or `401 {"error":"Invalid token"}`.

mod answer;
mod command;
mod door;
mod manner;

pub(crate) use answer::{understand, words_of};
pub(crate) use command::Command;
pub use door::Account;
pub(crate) use door::FormDoor;
pub(crate) use manner::Manner;
