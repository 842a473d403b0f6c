//! `make.call`, `transfer.talk`, `restore.talk`
//!
//! A transfer is [`CallApi::hold_call`], [`CallApi::make_call`], [`CallApi::transfer_talk`]: at once for
//! a blind one, after a talk with the new employee for one with consultation.

use domain::Failure;
use domain::ids::CallSessionId;

use super::{CallApi, Message};

impl CallApi {
    /// Rings a third person, to transfer the call to or to consult; only while the client is on hold.
    /// `to` is an extension, a SIP line or a number in E.164 digits; `heard` is played to him first.
    ///
    /// # Errors
    /// UIS refuses (`UIS-CALL-STATE` when nobody is on hold, `UIS-CALL-NO-PHONE` when the employee has
    /// no active phone) or can't be reached.
    pub async fn make_call(
        &self,
        call: CallSessionId,
        to: &str,
        heard: Option<&Message>,
    ) -> Result<(), Failure> {
        let heard = heard.map(|message| ("to_message", message.param()));
        let params = [Some(("to", to.into())), heard];
        self.steer("make.call", call, params.into_iter().flatten()).await
    }

    /// Connects the client with the third person; only while that one is rung or talked to.
    ///
    /// # Errors
    /// UIS refuses (`UIS-CALL-STATE`) or can't be reached.
    pub async fn transfer_talk(&self, call: CallSessionId) -> Result<(), Failure> {
        self.steer("transfer.talk", call, []).await
    }

    /// Goes back to the client, without the third person.
    ///
    /// # Errors
    /// UIS refuses (`UIS-CALL-STATE`) or can't be reached.
    pub async fn restore_talk(&self, call: CallSessionId) -> Result<(), Failure> {
        self.steer("restore.talk", call, []).await
    }
}
