//! The chat API of Planfix («API ПланФикса для чатов»): conversations shown in tasks.
//!
//! Source: Planfix help, «API для чатов» and «Список команд API для чатов».

mod command;
mod employee;
mod files;
mod office;
mod work;

pub(super) use command::Command;
pub(super) use files::task_file;
pub use office::{Talk, TalkMessage, Talks, TaskFile};
pub(super) use work::{Refusal, carry_out, note};
