//! The chat API of Planfix («API ПланФикса для чатов»): a conversation mirrored in a task. A door of its own:
//! no REST request is spent here.
//!
//! Source: Planfix help «API для чатов», «Список команд API для чатов». One entry point,
//! `POST https://ACCOUNT.planfix.ru/webchat/api`, form-encoded, the token in the body as `planfix_token`.

mod client;
mod contact;
mod file;
mod message;
mod numbers;
mod status;

pub use crate::form::Account;
pub use client::{Chat, ProviderId};
pub use contact::ChatContact;
pub use file::FetchedFile;
pub use message::{Echo, File, NewMessage};
pub use status::MessageStatus;
