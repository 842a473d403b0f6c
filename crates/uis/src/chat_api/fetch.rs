//! `GET /v1/adapter/resource/{account_id}/{channel_id}/{resource_id}/{token}/payload`

use domain::Failure;
use domain::chats::{Attachment, ChannelId, UisAccountId};
use upstream::Request;

use super::door::FILE_DEADLINE;
use super::file::{ChatFile, MAX_FILE};
use super::{ChatApi, refusal};

impl ChatApi {
    /// Fetches a file of a chat. What comes is a stream: nothing is held in full.
    ///
    /// # Errors
    /// UIS refuses (`UIS-CHAT-GONE` when the file is not kept any longer), can't be reached, or
    /// announces more than [`MAX_FILE`].
    pub async fn file(
        &self,
        account: UisAccountId,
        channel: ChannelId,
        file: &Attachment,
    ) -> Result<ChatFile, Failure> {
        let (account, channel) = (account.to_string(), channel.to_string());
        let segments = ["resource", &account, &channel, &file.id, &file.token, "payload"];
        let request =
            Request::get(self.door.address(&segments)?).deadline(FILE_DEADLINE).body_cap(MAX_FILE);
        let answer = self.door.send(request).await?;
        let announced = answer.announced();
        let cap = u64::try_from(MAX_FILE).unwrap_or(u64::MAX);
        if announced.is_some_and(|size| size > cap) {
            let words = format!("Файл больше {} МБ: откройте его в UIS", MAX_FILE / 1024 / 1024);
            return Err(Failure::permanent(refusal::codes::TOO_LARGE, words));
        }
        Ok(ChatFile::new(answer))
    }
}
