//! How UIS proves to the adapter that a callback is from it.

use reqwest::RequestBuilder;
use serde::{Deserialize, Serialize};

/// `webhook_auth` of the adapter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum WebhookAuth {
    /// `Authorization: Bearer`
    Bearer {
        /// The token.
        token: String,
    },
    /// `Authorization: Basic`
    Basic {
        /// The name.
        login: String,
        /// The password.
        password: String,
    },
}

impl WebhookAuth {
    pub(super) fn put(auth: Option<&Self>, request: RequestBuilder) -> RequestBuilder {
        match auth {
            None => request,
            Some(Self::Bearer { token }) => request.bearer_auth(token),
            Some(Self::Basic { login, password }) => request.basic_auth(login, Some(password)),
        }
    }
}
