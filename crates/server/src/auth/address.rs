//! Where a request comes from.

use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

/// The address of whoever sent a request, as text.
pub(crate) struct Address(pub(crate) String);

impl<S: Send + Sync> FromRequestParts<S> for Address {
    type Rejection = Infallible;

    /// A reverse proxy on the same machine is believed, and only its own word: the last one of
    /// `X-Forwarded-For`.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let told = peer.filter(std::net::IpAddr::is_loopback).and_then(|_| forwarded(parts));
        let address = told.or_else(|| peer.map(|ip| ip.to_string()));
        Ok(Self(address.unwrap_or_default()))
    }
}

fn forwarded(parts: &Parts) -> Option<String> {
    let last = parts.headers.get_all("x-forwarded-for").into_iter().next_back()?;
    let address = last.to_str().ok()?.rsplit(',').next()?.trim();
    // anything else than an address is nobody's word
    address.parse::<std::net::IpAddr>().ok().map(|ip| ip.to_string())
}
