//! `tag.call`, `record.call`

use domain::Failure;
use domain::ids::CallSessionId;

use super::CallApi;

/// What is to become of a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recording {
    /// The talk is recorded from here on.
    On,
    /// The talk is no longer recorded.
    Off,
}

impl CallApi {
    /// Puts a tag ([`Tag::id`](crate::data_api::Tag)) on a call that goes on. One that is there already
    /// is as good.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn tag_call(&self, call: CallSessionId, tag: i64) -> Result<(), Failure> {
        self.steer("tag.call", call, [("tag_id", tag.into())]).await
    }

    /// Switches the recording of a talk. One that is as wanted already is as good.
    ///
    /// # Errors
    /// UIS refuses (`UIS-CALL-STATE` when the employee's settings say that all his talks are recorded)
    /// or can't be reached.
    pub async fn record_call(
        &self,
        call: CallSessionId,
        recording: Recording,
    ) -> Result<(), Failure> {
        let action = match recording {
            Recording::On => "on",
            Recording::Off => "off",
        };
        self.steer("record.call", call, [("action", action.into())]).await
    }
}
