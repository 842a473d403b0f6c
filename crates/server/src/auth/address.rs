//! Where a request comes from.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

use crate::app::App;

/// The address of whoever sent a request, as text.
pub(crate) struct Address(pub(crate) String);

impl FromRequestParts<App> for Address {
    type Rejection = Infallible;

    /// Reverse proxies of ours are believed, and nobody else.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let headers = parts.headers.get_all("x-forwarded-for").into_iter();
        let told: Vec<&str> =
            headers.flat_map(|value| value.to_str().unwrap_or("?").split(',')).collect();
        let sender = peer.map(|peer| app.proxies.sender(peer, told.into_iter()));
        Ok(Self(sender.map(|sender| sender.to_canonical().to_string()).unwrap_or_default()))
    }
}
