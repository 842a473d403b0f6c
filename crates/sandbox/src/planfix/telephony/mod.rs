//! Planfix telephony API: `contact`, `event`, `record` and `ping`.

mod answers;
mod calls;
mod command;
mod describe;
mod event;
mod history;
mod work;

pub(super) use answers::Refusal;
pub(super) use command::Command;
pub(super) use work::{carry_out, note};
