//! `hold.call`, `unhold.call`

use domain::Failure;
use domain::ids::CallSessionId;

use super::{CallApi, Message};

impl CallApi {
    /// Puts the client on hold; only during the talk. UIS asks for something that he hears meanwhile.
    ///
    /// # Errors
    /// UIS refuses (`UIS-CALL-STATE` when there is no talk) or can't be reached.
    pub async fn hold_call(&self, call: CallSessionId, heard: &Message) -> Result<(), Failure> {
        self.steer("hold.call", call, [("contact_message", heard.param())]).await
    }

    /// Goes on talking to the client on hold.
    ///
    /// # Errors
    /// UIS refuses (`UIS-CALL-STATE` when nobody is on hold) or can't be reached.
    pub async fn unhold_call(&self, call: CallSessionId) -> Result<(), Failure> {
        self.steer("unhold.call", call, []).await
    }
}
