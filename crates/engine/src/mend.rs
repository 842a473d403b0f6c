//! What people have done about a communication that did not come out as they want it.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::model::{LaneId, NewNote};
use crate::store::StoreError;

/// What somebody has done about a communication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    /// Work it off once more from its events; what was carried out is not done again.
    Replay,
    /// The same, with the settings' filter set aside for it.
    SetFilterAside,
    /// Try again what was given up, and decide nothing anew; what may have been carried out is looked
    /// for first.
    Retry,
    /// The same without looking: whoever wants it answers for what is doubled.
    SendAnyway,
}

/// How writes that may have been carried out are sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resend {
    /// After they were looked for and not found.
    AfterLooking,
    /// Without looking, also those that wait to be looked for.
    Anyway,
}

impl Resend {
    /// The kind of the note that tells of it.
    pub fn note(self) -> &'static str {
        match self {
            Self::AfterLooking => "retried",
            Self::Anyway => "sent_anyway",
        }
    }
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mended {
    /// It is being worked on.
    Begun,
    /// There was nothing of the sort to do.
    Nothing,
    /// There is no such communication.
    Missing,
}

impl Engine {
    /// Does something about a communication; `by` says who wants it, for the story.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn mend(&self, lane: LaneId, mend: Mend, by: &str) -> Result<Mended, StoreError> {
        let Some(view) = self.store.lane(lane).await? else { return Ok(Mended::Missing) };
        let begun = match mend {
            Mend::Replay => {
                let state = self.flow.rewind(&view.key, view.state);
                self.begin_anew(lane, Some(state), "replayed", by).await?
            }
            Mend::SetFilterAside => {
                let state = self.flow.set_filter_aside(&view.key, view.state);
                self.begin_anew(lane, state, "filter_set_aside", by).await?
            }
            Mend::Retry => self.resend(lane, Resend::AfterLooking, by).await?,
            Mend::SendAnyway => self.resend(lane, Resend::Anyway, by).await?,
        };
        if !begun {
            return Ok(Mended::Nothing);
        }
        self.wake.notify_one();
        Ok(Mended::Begun)
    }

    /// Works a lane off once more, at nobody's wish: for tests and tools. `false` when there is no such
    /// lane.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn replay(&self, lane: LaneId) -> Result<bool, StoreError> {
        Ok(self.mend(lane, Mend::Replay, "").await? == Mended::Begun)
    }

    async fn begin_anew(
        &self,
        lane: LaneId,
        state: Option<Value>,
        kind: &str,
        by: &str,
    ) -> Result<bool, StoreError> {
        let Some(state) = state else { return Ok(false) };
        let told = NewNote { kind: kind.to_owned(), data: json!({ "by": by }) };
        self.store.replay(lane, state, told, self.clock.now()).await?;
        Ok(true)
    }

    async fn resend(&self, lane: LaneId, resend: Resend, by: &str) -> Result<bool, StoreError> {
        self.store.retry(lane, resend, by, self.clock.now()).await
    }
}
