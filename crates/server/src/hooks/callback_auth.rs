//! Whether a callback of the Chat API shows what the settings ask for (`webhook_auth` of the adapter).

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::settings::{CallbackAuth, Secret};
use engine::model::ConnectionId;
use subtle::ConstantTimeEq as _;

use super::reply::Reply;
use crate::app::App;

/// Lets a callback of the connection in, or says why not.
pub(super) async fn check(
    app: &App,
    connection: ConnectionId,
    headers: &HeaderMap,
) -> Result<(), Reply> {
    let known = app.connections.get(connection).await.map_err(|error| {
        tracing::error!(%connection, %error, "what a callback must show can't be read");
        Reply::NotStored
    })?;
    let chat_api = known.settings.credentials.uis.chat_api.as_ref();
    if chat_api.is_none_or(|api| shows(&api.callback_auth, headers)) {
        return Ok(());
    }
    let came = if headers.contains_key(AUTHORIZATION) { "a wrong" } else { "no" };
    tracing::warn!(
        %connection,
        "a callback of the Chat API came with {came} Authorization and was refused; \
         compare webhook_auth of the adapter with credentials.uis.chat_api.callback_*"
    );
    Err(Reply::Unproven)
}

/// Whether the header is the one asked for. A check whose secret is not known lets nobody in.
fn shows(asked: &CallbackAuth, headers: &HeaderMap) -> bool {
    match asked {
        CallbackAuth::None => true,
        CallbackAuth::Bearer { token } => {
            let told = shown(headers, "Bearer").map(|token| token.as_bytes().to_vec());
            same(token.as_ref().map(|token| token.expose().to_owned()), told)
        }
        CallbackAuth::Basic { login, password } => {
            let told = shown(headers, "Basic").and_then(|pair| STANDARD.decode(pair).ok());
            let pair = |password: &Secret| format!("{login}:{}", password.expose());
            same(password.as_ref().map(pair), told)
        }
    }
}

/// What follows the scheme, whose letters may be of any case (RFC 9110, 11.1).
fn shown<'a>(headers: &'a HeaderMap, scheme: &str) -> Option<&'a str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (named, shown) = value.split_once(' ')?;
    named.eq_ignore_ascii_case(scheme).then(|| shown.trim())
}

/// Compares in a time that does not tell where they differ.
fn same(own: Option<String>, told: Option<Vec<u8>>) -> bool {
    let (Some(own), Some(told)) = (own, told) else { return false };
    own.as_bytes().ct_eq(&told).into()
}
