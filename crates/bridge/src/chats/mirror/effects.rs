//! Writes to Planfix's chat API.

use std::borrow::Cow;

use domain::Failure;
use domain::chats::ChatId;
use domain::phone::Phone;
use engine::Found;
use engine::model::{Effect, Urgency};
use planfix::chat::{self, ChatContact, MessageStatus, NewMessage};
use planfix::codes;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use crate::accounts::Account;
use crate::draft::Write;

/// Planfix's chat API.
const DOOR: &str = "planfix.chat";

/// How many attempts a message has used, its looks among them, before the absence of a task is believed.
const LOOKS: u32 = 2;

/// One write of the mirror.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum MirrorEffect {
    /// A message for the task.
    MirrorMessage {
        /// The message.
        message: Box<Message>,
    },
    /// What has become known of the visitor.
    MirrorContact {
        /// Who he is.
        contact: Contact,
    },
    /// What became of a message that was written in the task.
    MirrorStatus {
        /// Planfix's id of it.
        message: String,
        /// What became of it.
        report: Report,
    },
}

/// A message for the task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The chat.
    pub chat: ChatId,
    /// Whether it is the first one, which makes the task.
    pub first: bool,
    /// Its text.
    pub text: String,
    /// Whose chat it is.
    pub contact: Contact,
    /// The channel's name.
    pub channel: Option<String>,
    /// What the task is called.
    pub title: String,
    /// Its file.
    pub file: Option<File>,
    /// By whom, when it was not the visitor.
    pub echo: Option<Echo>,
}

/// A message that somebody of the company wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Echo {
    /// His e-mail in Planfix.
    pub email: Option<String>,
}

/// A file that Planfix fetches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Where it is: with us.
    pub url: Url,
}

/// The visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Our word for him.
    pub id: String,
    /// His name.
    pub name: String,
    /// His e-mail.
    pub email: Option<String>,
    /// His phone.
    pub phone: Option<Phone>,
}

/// What became of a message that was written in the task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub enum Report {
    /// UIS has it.
    Sent,
    /// The visitor saw it.
    Read,
    /// It did not come through.
    Failed {
        /// Why.
        reason: String,
    },
}

impl Write for MirrorEffect {
    fn kind(&self) -> Cow<'static, str> {
        match self {
            Self::MirrorMessage { .. } => "mirror_message".into(),
            Self::MirrorContact { .. } => "mirror_contact".into(),
            Self::MirrorStatus { .. } => "mirror_status".into(),
        }
    }

    fn way(&self) -> (&'static str, Urgency) {
        (DOOR, Urgency::Live)
    }

    fn wants_result(&self) -> bool {
        matches!(self, Self::MirrorMessage { .. })
    }
}

impl From<&Contact> for ChatContact {
    fn from(contact: &Contact) -> Self {
        let Contact { id, name, email, phone } = contact.clone();
        Self { id, name, email, phone }
    }
}

/// Sends the write.
pub(in crate::chats) async fn send(
    account: &Account,
    effect: &MirrorEffect,
) -> Result<Value, Failure> {
    let planfix = account.planfix_chat()?;
    match effect {
        MirrorEffect::MirrorMessage { message } => planfix.new_message(&new_message(message)).await,
        MirrorEffect::MirrorContact { contact } => planfix.update_contact(&contact.into()).await,
        MirrorEffect::MirrorStatus { message, report } => {
            let status = match report {
                Report::Sent => MessageStatus::Sent,
                Report::Read => MessageStatus::Read,
                Report::Failed { reason } => MessageStatus::Error { text: reason.clone() },
            };
            planfix.message_status(message, &status).await
        }
    }
    .map(|()| Value::Null)
}

fn new_message(message: &Message) -> NewMessage {
    let file = |file: &File| chat::File { name: file.name.clone(), url: file.url.clone() };
    NewMessage {
        chat: message.chat.to_string(),
        text: message.text.clone(),
        contact: (&message.contact).into(),
        channel: message.channel.clone(),
        title: Some(message.title.clone()),
        files: message.file.iter().map(file).collect(),
        echo: message.echo.as_ref().map(|echo| chat::Echo { user_email: echo.email.clone() }),
    }
}

/// Finds out whether a write of unknown result was carried out. The chat API can't be asked for a message,
/// only for the chat's task: without a task nothing arrived, if there is still none at a second look, as
/// Planfix may take a moment to make it; a task where the first message was to make it
/// says that it arrived. Whether a later one did, nobody can tell: it is not sent again by itself, since the
/// visitor's words would stand there twice. The other writes only set a state.
pub(in crate::chats) async fn look(
    account: &Account,
    effect: &Effect,
    write: &MirrorEffect,
) -> Result<Found, Failure> {
    let MirrorEffect::MirrorMessage { message } = write else { return Ok(Found::NotDone) };
    let task = account.planfix_chat()?.task_of(&message.chat.to_string()).await?;
    match task {
        None if effect.attempts < LOOKS => {
            let words = "Задачи чата ещё не видно: смотрим ещё раз, прежде чем повторить сообщение";
            Err(Failure::retry(codes::CHAT_UNKNOWN, words))
        }
        None => Ok(Found::NotDone),
        Some(_) if message.first => Ok(Found::Done(Value::Null)),
        Some(task) => Err(Failure::permanent(
            codes::CHAT_UNKNOWN,
            format!(
                "Неизвестно, попало ли сообщение в задачу {task}: Планфикс не даёт этого узнать, и, чтобы не задвоить его, Связка сама его не повторяет"
            ),
        )),
    }
}
