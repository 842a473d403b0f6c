//! `get.chat_channels`

use domain::Failure;
use domain::chats::{ChannelId, ChatChannel, ChatChannelKind, ChatChannelStatus};

use super::DataApi;
use crate::rpc::{Params, Row};

impl DataApi {
    /// All channels of the account, whatever their state.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn chat_channels(&self) -> Result<Vec<ChatChannel>, Failure> {
        let rows = self.rows("get.chat_channels", Params::new()).await?;
        let read = |row: Row<'_>| {
            Some(ChatChannel {
                id: ChannelId(row.whole("id")?),
                kind: row.text("type").map(ChatChannelKind::from),
                name: row.text("name"),
                status: row.text("status").map(ChatChannelStatus::from),
            })
        };
        Ok(rows.iter().map(Row).filter_map(read).collect())
    }
}
