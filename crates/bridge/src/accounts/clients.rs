//! Clients made of settings.

use std::sync::Arc;
use std::time::Duration;

use ambient::Clock;
use domain::settings::{Secret, Settings};
use planfix::{Rest, Telephony};
use secrecy::SecretString;
use uis::call_api::CallApi;
use uis::chat_api::{AdapterLogin, ChatApi};
use uis::data_api::{Credentials, DataApi};
use upstream::{Budget, Http};

/// How long one REST exchange may take: lists of a large account take many seconds.
const REST_DEADLINE: Duration = Duration::from_secs(30);
/// How long one command of the telephony or of chats may take.
const FORM_DEADLINE: Duration = Duration::from_secs(10);

/// Planfix REST.
pub(super) fn rest(
    settings: &Settings,
    http: &Http,
    clock: &Arc<dyn Clock>,
    budget: impl FnOnce(&str) -> Arc<dyn Budget>,
) -> Option<Rest> {
    let access = settings.credentials.planfix_rest.as_ref()?;
    let url = access.url.clone();
    let budget = budget(&account_of(&url));
    let token = open(access.token.as_ref()?);
    let account = planfix::rest::Account { url, token, deadline: REST_DEADLINE };
    Some(Rest::new(http.clone(), account, budget, Arc::clone(clock)))
}

/// What tells one Planfix account from another.
pub(super) fn account_of(url: &url::Url) -> String {
    format!("{}:{}", url.host_str().unwrap_or_default(), url.port_or_known_default().unwrap_or(0))
}

/// Planfix telephony.
pub(super) fn telephony(settings: &Settings, http: &Http) -> Option<Telephony> {
    let access = settings.credentials.planfix_telephony.as_ref()?;
    let account = planfix::telephony::Account {
        url: access.url.clone(),
        token: open(access.token.as_ref()?),
        deadline: FORM_DEADLINE,
    };
    Some(Telephony::new(http.clone(), account))
}

/// Planfix's chat API.
pub(super) fn planfix_chat(settings: &Settings, http: &Http) -> Option<planfix::Chat> {
    let access = settings.credentials.planfix_chat.as_ref()?;
    let account = planfix::chat::Account {
        url: access.url.clone(),
        token: open(access.token.as_ref()?),
        deadline: FORM_DEADLINE,
    };
    let provider = planfix::chat::ProviderId(access.provider_id.clone());
    Some(planfix::Chat::new(http.clone(), account, provider))
}

/// UIS Data API.
pub(super) fn data_api(
    settings: &Settings,
    http: &Http,
    clock: &Arc<dyn Clock>,
) -> Option<DataApi> {
    let access = settings.credentials.uis.data_api.as_ref()?;
    let credentials = Credentials::Token(open(access.token.as_ref()?));
    Some(DataApi::new(http.clone(), access.url.clone(), credentials, Arc::clone(clock)))
}

/// UIS Call API.
pub(super) fn call_api(
    settings: &Settings,
    http: &Http,
    clock: &Arc<dyn Clock>,
) -> Option<CallApi> {
    let access = settings.credentials.uis.call_api.as_ref()?;
    let credentials = Credentials::Token(open(access.token.as_ref()?));
    Some(CallApi::new(http.clone(), access.url.clone(), credentials, Arc::clone(clock)))
}

/// UIS Chat API.
pub(super) fn chat_api(
    settings: &Settings,
    http: &Http,
    clock: &Arc<dyn Clock>,
) -> Option<ChatApi> {
    let access = settings.credentials.uis.chat_api.as_ref()?;
    let password = open(access.password.as_ref()?);
    let login = AdapterLogin { login: access.login.clone(), password };
    Some(ChatApi::new(http.clone(), access.url.clone(), login, Arc::clone(clock)))
}

fn open(secret: &Secret) -> SecretString {
    SecretString::from(secret.expose().to_owned())
}
