//! `POST /v1/adapter/resource`: a file is handed to UIS before the message that shows it.

use domain::Failure;
use domain::chats::{Attachment, AttachmentKind, ChannelId, UisAccountId};
use upstream::{Effect, FilePart, Request};

use super::door::FILE_DEADLINE;
use super::{ChatApi, refusal};
use crate::rpc::Row;

/// The largest file that is handed over, bytes. UIS documents no limit; messengers take about this.
pub const MAX_UPLOAD: usize = 20 * 1024 * 1024;

/// A file for a channel.
#[derive(Debug, Clone, Copy)]
pub struct Upload<'a> {
    /// The account.
    pub account: UisAccountId,
    /// The channel it will be shown in.
    pub channel: ChannelId,
    /// Its name.
    pub name: &'a str,
    /// Its MIME type.
    pub mime: &'a str,
    /// What is in it.
    pub content: &'a [u8],
}

impl ChatApi {
    /// Hands a file to UIS; the answer goes into the message that shows it.
    ///
    /// # Errors
    /// `UIS-CHAT-TOO-LARGE` beyond [`MAX_UPLOAD`]; UIS refuses or can't be reached. A file that was
    /// handed over twice shows nowhere, so it may be tried again.
    pub async fn upload(&self, upload: &Upload<'_>) -> Result<Attachment, Failure> {
        if upload.content.len() > MAX_UPLOAD {
            let words = format!("Файл больше {} МБ", MAX_UPLOAD / 1024 / 1024);
            return Err(Failure::permanent(refusal::codes::TOO_LARGE, words));
        }
        let (account, channel) = (upload.account.to_string(), upload.channel.to_string());
        let kind = AttachmentKind::of_mime(upload.mime);
        let fields = [
            ("account_id", account.as_str()),
            ("channel_id", channel.as_str()),
            ("type", kind.as_str()),
        ];
        let file = FilePart {
            field: "file",
            name: upload.name,
            mime: upload.mime,
            content: upload.content,
        };
        let address = self.door.address(&["resource"])?;
        let request =
            Request::post(address, Effect::Read).deadline(FILE_DEADLINE).multipart(&fields, &file);
        let answer = self.door.write(request).await?;

        let row = Row(&answer);
        let named = row.text("id").zip(row.text("token"));
        let (id, token) = named.ok_or_else(|| refusal::nameless(Effect::Read, "файла"))?;
        Ok(Attachment {
            id,
            token,
            kind: row.text("type").map_or(kind, AttachmentKind::from),
            name: row.text("name").or_else(|| Some(upload.name.to_owned())),
            size: u64::try_from(upload.content.len()).ok(),
            mime: Some(upload.mime.to_owned()),
        })
    }
}
