//! Files of chats: through this server only, so that UIS's own addresses stay unknown to browsers.

use domain::chats::{Attachment, UisAccountId};
use domain::workspace::{Line, Person};
use engine::model::{ConnectionId, LaneId};
use serde::Deserialize as _;
use uis::chat_api::ChatFile;

use super::{Refusal, Workspace};
use crate::chats::{Upload, hand_over, place_of_chat};

impl Workspace {
    /// Hands a file to UIS, to be shown by a message afterwards.
    ///
    /// # Errors
    /// When the chat is not his, or UIS does not take the file.
    pub async fn upload(
        &self,
        connection: ConnectionId,
        lane: LaneId,
        by: &Person,
        file: Upload<'_>,
    ) -> Result<Attachment, Refusal> {
        let (listed, _) = self.held(connection, lane, by).await?;
        let account = self.accounts.get(connection).await?;
        let place = place_of_chat(&**self.engine.store(), &listed).await?;
        let place = place.ok_or_else(no_channel)?;
        Ok(hand_over(&account, place, file).await?)
    }

    /// The file of a line, to be passed on piece by piece, and what is known of it.
    ///
    /// # Errors
    /// When there is none, or UIS does not give it.
    pub async fn file(
        &self,
        connection: ConnectionId,
        lane: LaneId,
        line: &str,
    ) -> Result<(Attachment, ChatFile), Refusal> {
        let (listed, _) = self.card(connection, lane).await?;
        let store = self.engine.store();
        let entry = store.entry(lane, line).await?.ok_or(Refusal::Unknown)?;
        let attachment = match Line::deserialize(&entry.data) {
            Ok(Line::Message(message)) => message.attachment,
            _ => None,
        };
        let attachment = attachment.ok_or(Refusal::Unknown)?;
        let account = self.accounts.get(connection).await?;
        let place = place_of_chat(&**store, &listed).await?.ok_or_else(no_channel)?;
        let account_id: UisAccountId = place.account;
        let file = account.chat_api()?.file(account_id, place.channel, &attachment).await?;
        Ok((attachment, file))
    }
}

pub(super) fn no_channel() -> Refusal {
    Refusal::Unfit("UIS не назвала канал этого чата".to_owned())
}
