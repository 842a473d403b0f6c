//! The addresses of the outside systems that settings name.

use domain::settings::Credentials;
use url::Url;

/// Each address with its path in the settings.
pub(super) fn of(credentials: &Credentials) -> Vec<(&'static str, &Url)> {
    let Credentials { planfix_rest, planfix_telephony, planfix_chat, uis } = credentials;
    [
        ("credentials.planfix_rest.url", planfix_rest.as_ref().map(|block| &block.url)),
        ("credentials.planfix_telephony.url", planfix_telephony.as_ref().map(|block| &block.url)),
        ("credentials.planfix_chat.url", planfix_chat.as_ref().map(|block| &block.url)),
        ("credentials.uis.data_api.url", uis.data_api.as_ref().map(|api| &api.url)),
        ("credentials.uis.call_api.url", uis.call_api.as_ref().map(|api| &api.url)),
        ("credentials.uis.chat_api.url", uis.chat_api.as_ref().map(|api| &api.url)),
    ]
    .into_iter()
    .filter_map(|(path, url)| Some((path, url?)))
    .collect()
}
