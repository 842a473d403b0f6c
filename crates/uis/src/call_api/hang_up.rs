//! `release.call`, `disconnect.leg`

use domain::Failure;
use domain::ids::CallSessionId;

use super::CallApi;

impl CallApi {
    /// Ends the call for everybody.
    ///
    /// # Errors
    /// UIS refuses (`UIS-CALL-GONE` when it is over already) or can't be reached.
    pub async fn release_call(&self, call: CallSessionId) -> Result<(), Failure> {
        self.steer("release.call", call, []).await
    }

    /// Ends the call for one participant; ending the client's leg ends the call.
    ///
    /// # Errors
    /// UIS refuses (`UIS-CALL-GONE` when he is not in it any longer) or can't be reached.
    pub async fn disconnect_leg(&self, call: CallSessionId, leg: i64) -> Result<(), Failure> {
        self.steer("disconnect.leg", call, [("leg_id", leg.into())]).await
    }
}
