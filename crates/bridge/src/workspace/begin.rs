//! An operator writes first, or calls.

use domain::chats::{ChannelId, ChatId, VisitorAddress, VisitorId};
use domain::ids::CallSessionId;
use domain::phone::Phone;
use domain::workspace::Person;
use engine::model::{ConnectionId, LaneKey};
use uis::chat_api::NewChat;

use super::{Refusal, Workspace};
use crate::chats::{self, Deed, deed_event, told_of};

/// A chat to be begun.
#[derive(Debug, Clone)]
pub struct NewTalk {
    /// In which channel.
    pub channel: ChannelId,
    /// Whom to.
    pub visitor: VisitorAddress,
}

/// A chat that was begun.
#[derive(Debug, Clone)]
pub struct Begun {
    /// The key of its lane.
    pub lane: LaneKey,
    /// The chat.
    pub chat: ChatId,
    /// Whom it is with.
    pub visitor: Option<VisitorId>,
}

impl Workspace {
    /// Begins a chat with somebody. Asked at once, as a person waits: a lost
    /// answer is told, and nothing is sent a second time by itself.
    ///
    /// # Errors
    /// [`Refusal::MayNotBegin`], or UIS refuses.
    pub async fn begin(
        &self,
        connection: ConnectionId,
        by: Person,
        talk: NewTalk,
    ) -> Result<Begun, Refusal> {
        let account = self.accounts.get(connection).await?;
        let known = account.channels.find(talk.channel).await?;
        let told = told_of(&**self.engine.store(), connection, talk.channel).await?;
        let may =
            known.and_then(|channel| channel.kind).is_some_and(|kind| kind.operator_may_begin());
        if !may {
            return Err(Refusal::MayNotBegin);
        }
        let uis_account = match told.and_then(|callback| callback.account) {
            Some(id) => id,
            None => account.data_api()?.account_id().await?,
        };
        let new = NewChat {
            account: uis_account,
            channel: talk.channel,
            visitor: talk.visitor,
            operator: by.employee,
        };
        let opened = account.chat_api()?.open_chat(&new).await?;
        let lane = LaneKey::new(chats::LANE, opened.chat);
        let now = self.clock.now();
        let begun = chats::begun_by_us(connection, &new, opened, now);
        self.engine.accept(begun.map_err(engine::StoreError::broken)?).await?;
        let event = deed_event(connection, lane.clone(), by, Deed::Begin, "begin", now);
        self.engine.accept(event.map_err(engine::StoreError::broken)?).await?;
        Ok(Begun { lane, chat: opened.chat, visitor: opened.visitor })
    }

    /// Calls the client from the operator's phone.
    ///
    /// # Errors
    /// UIS refuses, or the settings name no number to call from.
    pub async fn call(
        &self,
        connection: ConnectionId,
        by: &Person,
        phone: Phone,
    ) -> Result<CallSessionId, Refusal> {
        Ok(self.clicks.call_from_workspace(connection, by.employee, phone).await?)
    }
}
