//! Files for visitors: handed to UIS before the message that shows them.

use domain::Failure;
use domain::chats::Attachment;
use serde::{Deserialize, Serialize};
use uis::chat_api::MAX_UPLOAD;

use super::effects::Place;
use crate::accounts::Account;

/// The file of a message to a visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Enclosed {
    /// UIS has it already.
    InUis(Attachment),
    /// It is fetched and handed over when the message is sent.
    Elsewhere(RemoteFile),
}

/// A file that lies elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoteFile {
    /// Its name.
    pub name: String,
    /// The link to it, as it was sent.
    pub link: String,
}

/// A file for the visitor.
#[derive(Debug, Clone, Copy)]
pub struct Upload<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its MIME type.
    pub mime: &'a str,
    /// What is in it.
    pub content: &'a [u8],
}

impl Enclosed {
    /// Its name.
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::InUis(file) => file.name.as_deref(),
            Self::Elsewhere(file) => Some(&file.name),
        }
    }

    /// What UIS has, if it has it.
    pub(super) fn in_uis(&self) -> Option<&Attachment> {
        match self {
            Self::InUis(file) => Some(file),
            Self::Elsewhere(_) => None,
        }
    }
}

/// Hands a file to UIS. One that was handed over twice shows nowhere, so it may be tried again.
pub(crate) async fn hand_over(
    account: &Account,
    place: Place,
    file: Upload<'_>,
) -> Result<Attachment, Failure> {
    let Upload { name, mime, content } = file;
    let Place { account: uis_account, channel, .. } = place;
    let upload = uis::chat_api::Upload { account: uis_account, channel, name, mime, content };
    account.chat_api()?.upload(&upload).await
}

/// What shows the file in a message; one that lies in Planfix is fetched first.
pub(super) async fn carried(
    account: &Account,
    place: Place,
    file: &Enclosed,
) -> Result<Attachment, Failure> {
    match file {
        Enclosed::InUis(attachment) => Ok(attachment.clone()),
        Enclosed::Elsewhere(RemoteFile { name, link }) => {
            let fetched = account.planfix_chat()?.file(link, MAX_UPLOAD).await?;
            let upload = Upload { name, mime: &fetched.mime, content: &fetched.content };
            hand_over(account, place, upload).await
        }
    }
}
