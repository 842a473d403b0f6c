//! Name resolution behind the guard: what is checked is what is connected to, so a name that changes
//! its address between a check and a connection (DNS rebinding) gains nothing.

use std::net::SocketAddr;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::guard::{Guard, PRIVATE};

/// The system's resolver, answering only with permitted addresses.
#[derive(Debug)]
pub(crate) struct GuardedResolver(pub(crate) Guard);

/// A name that leads only to forbidden addresses.
#[derive(Debug, thiserror::Error)]
#[error("{PRIVATE}")]
pub(crate) struct Refused;

impl Resolve for GuardedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let guard = self.0;
        Box::pin(async move {
            let found: Vec<SocketAddr> =
                tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let any = !found.is_empty();
            let permitted: Vec<SocketAddr> =
                found.into_iter().filter(|address| guard.permits(address.ip())).collect();
            if any && permitted.is_empty() {
                return Err(Refused.into());
            }
            Ok(Box::new(permitted.into_iter()) as Addrs)
        })
    }
}
