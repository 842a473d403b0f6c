//! The Call API v4.0: calls started and steered.
//!
//! One file for each group of methods; [`CallApi`] is the client they all are methods of. Every method
//! but [`CallApi::list_calls`] does something to a call, so one whose answer is lost may have worked.

mod employee_call;
mod hang_up;
mod hold;
mod leg_state;
mod live_calls;
mod mark;
mod message;
mod refusal;
mod transfer;

use std::sync::Arc;

use ambient::Clock;
use domain::Failure;
use domain::ids::CallSessionId;
use serde_json::Value;
use upstream::{Effect, Http, Sight};
use url::Url;

use crate::rpc::{Client, Fault, Params, Row, Service};

pub use crate::data_api::CallTag;
pub use crate::rpc::{Credentials, Limits};
pub use employee_call::EmployeeCall;
pub use leg_state::LegState;
pub use live_calls::{LiveCall, LiveCallsFilter, LiveLeg};
pub use mark::Recording;
pub use message::Message;
pub use refusal::codes;

/// Speaks to the Call API of one UIS account.
pub struct CallApi {
    rpc: Client,
}

impl CallApi {
    /// A client for the account. `url` is the Call API's whole address, with the version
    /// (`https://callapi.uiscom.ru/v4.0`).
    pub fn new(http: Http, url: Url, credentials: Credentials, clock: Arc<dyn Clock>) -> Self {
        Self { rpc: Client::new(http, Service::CallApi, url, credentials, clock) }
    }

    /// With a place to note how the exchanges went.
    #[must_use]
    pub fn seen_by(mut self, sight: Sight) -> Self {
        self.rpc.seen_by(sight);
        self
    }

    /// The account's allowance as the last answer that told it had it; the Call API has its own.
    pub fn limits(&self) -> Option<Limits> {
        self.rpc.limits()
    }

    /// Does something to a call that goes on.
    async fn steer(
        &self,
        method: &str,
        call: CallSessionId,
        further: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> Result<(), Failure> {
        let mut params = Params::new();
        params.insert("call_session_id".to_owned(), call.0.into());
        params.extend(further.into_iter().map(|(name, value)| (name.to_owned(), value)));
        match self.rpc.call(Effect::Write, method, &params).await {
            Ok(answer) if says_no(&answer.data) => Err(refusal::without_reason()),
            Ok(_) => Ok(()),
            Err(Fault::Rpc(error)) if refusal::means_already_so(&error) => Ok(()),
            Err(fault) => Err(refusal::failure(method, fault)),
        }
    }
}

/// Whether `success` is there and false. The documentation's examples have it as the text `"true"`.
fn says_no(data: &Value) -> bool {
    data.as_object().and_then(|data| Row(data).truth("success")) == Some(false)
}
