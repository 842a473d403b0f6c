//! What is known of the channels that chats come through.

use std::sync::Arc;

use ambient::Clock;
use domain::Failure;
use domain::chats::{ChannelId, ChatChannel};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Mutex;
use uis::data_api::DataApi;

/// How long a list is believed.
const LIVES: SignedDuration = SignedDuration::from_mins(10);
/// A channel that is not in the list makes it be read anew, at most this often.
const STRANGER_RELOADS: SignedDuration = SignedDuration::from_mins(1);

/// The list of UIS, kept for a while.
pub struct Channels {
    uis: Option<Arc<DataApi>>,
    clock: Arc<dyn Clock>,
    read: Mutex<Option<(Timestamp, Arc<Vec<ChatChannel>>)>>,
}

impl Channels {
    pub(super) fn new(uis: Option<Arc<DataApi>>, clock: Arc<dyn Clock>) -> Self {
        Self { uis, clock, read: Mutex::new(None) }
    }

    /// One channel; `None` when UIS has none of that id.
    ///
    /// # Errors
    /// UIS can't be asked.
    pub async fn find(&self, id: ChannelId) -> Result<Option<ChatChannel>, Failure> {
        for old in [LIVES, STRANGER_RELOADS] {
            let all = self.read(old).await?;
            if let Some(channel) = all.iter().find(|channel| channel.id == id) {
                return Ok(Some(channel.clone()));
            }
        }
        Ok(None)
    }

    /// All channels.
    ///
    /// # Errors
    /// UIS can't be asked.
    pub async fn all(&self) -> Result<Arc<Vec<ChatChannel>>, Failure> {
        self.read(LIVES).await
    }

    async fn read(&self, old: SignedDuration) -> Result<Arc<Vec<ChatChannel>>, Failure> {
        let Some(uis) = &self.uis else { return Ok(Arc::default()) };
        // whoever comes while the list is being read waits for it instead of asking too
        let mut read = self.read.lock().await;
        let now = self.clock.now();
        if let Some((at, channels)) = read.as_ref()
            && now.duration_since(*at) < old
        {
            return Ok(Arc::clone(channels));
        }
        let channels = Arc::new(uis.chat_channels().await?);
        *read = Some((now, Arc::clone(&channels)));
        Ok(channels)
    }
}
