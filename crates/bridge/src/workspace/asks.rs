//! What an operator looks up for his answer.

use domain::chats::{ChatChannel, ChatChannelStatus, MessageTemplate};
use domain::templates::Variables;
use engine::model::{ConnectionId, LaneId};

use super::{Refusal, Workspace};
use crate::chats::{facts_of_chat, templates_of};

impl Workspace {
    /// The channels that are there, with the templates that they take.
    ///
    /// # Errors
    /// UIS can't be asked.
    pub async fn channels(
        &self,
        connection: ConnectionId,
    ) -> Result<Vec<(ChatChannel, Vec<MessageTemplate>)>, Refusal> {
        let account = self.accounts.get(connection).await?;
        let mut channels = Vec::new();
        for channel in account.channels.all().await?.iter() {
            if channel.status == Some(ChatChannelStatus::Deleted) {
                continue;
            }
            let templates = templates_of(&**self.engine.store(), connection, channel.id).await?;
            channels.push((channel.clone(), templates));
        }
        channels.sort_by(|(one, _), (other, _)| one.name.cmp(&other.name));
        Ok(channels)
    }

    /// The variables of a chat, for ready answers.
    ///
    /// # Errors
    /// There is no such chat.
    pub async fn variables(
        &self,
        connection: ConnectionId,
        lane: LaneId,
    ) -> Result<Variables, Refusal> {
        let (listed, face) = self.card(connection, lane).await?;
        let account = self.accounts.get(connection).await?;
        let facts = facts_of_chat(&**self.engine.store(), &account, &listed).await?;
        let mut variables = facts.map(|facts| facts.template_variables()).unwrap_or_default();
        if variables.get("visitor_name").is_none() {
            variables.set("visitor_name", face.client);
        }
        Ok(variables)
    }
}
