//! The cookie a session lives in.

use axum::http::HeaderValue;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

/// Its name.
const NAME: &str = "svyazka_session";
/// How long the browser keeps it, seconds: as long as a session lasts.
const MAX_AGE: u32 = 30 * 24 * 60 * 60;

/// The session's token that came with a request.
pub(super) fn token(parts: &Parts) -> Option<&str> {
    let cookies = parts.headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == NAME)
        .map(|(_, token)| token)
}

/// `Set-Cookie` for a session that begins. `None` never happens: tokens are plain letters and digits.
pub(crate) fn begin(token: &SecretString, public_url: &Url) -> Option<HeaderValue> {
    set(token.expose_secret(), MAX_AGE, public_url)
}

/// `Set-Cookie` for a session that ends.
pub(crate) fn end(public_url: &Url) -> Option<HeaderValue> {
    set("", 0, public_url)
}

/// Not readable by scripts, not sent along by other sites' forms, and never without TLS where the
/// server is known by an https address.
fn set(token: &str, max_age: u32, public_url: &Url) -> Option<HeaderValue> {
    let secure = if public_url.scheme() == "https" { "; Secure" } else { "" };
    let text = format!("{NAME}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age}{secure}");
    let mut value = HeaderValue::try_from(text).ok()?;
    value.set_sensitive(true);
    Some(value)
}
