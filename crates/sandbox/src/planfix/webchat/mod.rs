//! The chat API of Planfix («API ПланФикса для чатов»): conversations shown in tasks.
//!
//! Source: Planfix help, «API для чатов» and «Список команд API для чатов».

mod command;
mod employee;
mod office;
mod work;

pub(super) use command::Command;
pub use office::{Talk, TalkMessage, Talks};
pub(super) use work::{Refusal, carry_out, note};
