//! The one HTTP port.

use std::error::Error;
use std::time::Duration;

use reqwest::redirect;
use rustls::crypto::{CryptoProvider, ring};
use url::Url;

use crate::guard::Guard;
use crate::incoming::{Asked, Incoming};
use crate::resolve::{GuardedResolver, Refused};
use crate::{Request, Response, TransportError, TransportKind, shown};

/// A connection that takes longer is not coming; then it is certain that nothing was sent.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// Idle connections are dropped early: one that the other side has just closed would turn a write into
/// one of unknown outcome.
const IDLE: Duration = Duration::from_secs(15);

/// How the port is set up.
#[derive(Debug, Clone, Copy, Default)]
pub struct HttpOptions {
    /// Lets http and private or loopback addresses through.
    pub allow_private: bool,
}

/// Sends requests. A clone shares the connections.
#[derive(Debug, Clone)]
pub struct Http {
    client: reqwest::Client,
    guard: Guard,
}

/// Why the port could not be set up: as a rule, no root certificates on this machine.
#[derive(Debug, thiserror::Error)]
#[error(
    "исходящие соединения невозможны (проверьте корневые сертификаты системы, пакет ca-certificates)"
)]
pub struct SetupError(#[source] reqwest::Error);

impl Http {
    /// Sets the port up.
    ///
    /// # Errors
    /// [`SetupError`] when TLS can't be made ready.
    #[expect(clippy::disallowed_methods, reason = "the one place where the client is built")]
    pub fn new(options: HttpOptions) -> Result<Self, SetupError> {
        if CryptoProvider::get_default().is_none() {
            // Losing a race to another installer is as good as installing.
            ring::default_provider().install_default().ok();
        }
        let guard = Guard { allow_private: options.allow_private };
        let client = reqwest::Client::builder()
            .user_agent(concat!("Svyazka/", env!("CARGO_PKG_VERSION")))
            .redirect(redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .connect_timeout(CONNECT_TIMEOUT)
            .pool_idle_timeout(IDLE)
            .dns_resolver(GuardedResolver(guard))
            .build()
            .map_err(SetupError)?;
        Ok(Self { client, guard })
    }

    /// The guard in force.
    pub fn guard(&self) -> Guard {
        self.guard
    }

    /// Sends the request and reads the whole answer. Redirects are answers like any other.
    ///
    /// # Errors
    /// [`TransportError`] when no complete answer came; it knows whether the request may have arrived.
    pub async fn send(&self, request: Request) -> Result<Response, TransportError> {
        let asked = format!("{} {}", request.method, shown(&request.url));
        let answer = self.open(request).await?.whole().await?;
        let (status, bytes) = (answer.status.as_u16(), answer.body.len());
        tracing::debug!(asked, status, bytes, "answered");
        Ok(answer)
    }

    /// Sends the request and reads the answer's head; its body is still to come, within the request's
    /// deadline and cap.
    ///
    /// # Errors
    /// [`TransportError`] when no answer began; it knows whether the request may have arrived.
    pub async fn open(&self, request: Request) -> Result<Incoming, TransportError> {
        let (effect, target, cap) = (request.effect, target(&request.url), request.body_cap);
        let asked = Asked { effect, target, cap };
        self.guard
            .check_url(&request.url)
            .map_err(|why| asked.failed(TransportKind::Forbidden, why.to_owned()))?;
        let answer = self
            .client
            .request(request.method, request.url)
            .headers(request.headers)
            .body(request.body)
            .timeout(request.deadline)
            .send()
            .await
            .map_err(|error| asked.classified(error))?;
        Ok(Incoming::new(answer, asked))
    }
}

fn target(url: &Url) -> String {
    match (url.host_str(), url.port()) {
        (Some(host), Some(port)) => format!("{host}:{port}"),
        (Some(host), None) => host.to_owned(),
        (None, _) => "неизвестный адрес".to_owned(),
    }
}

/// Connecting comes before everything else: an error of it, a timeout too, means that nothing was sent.
pub(crate) fn kind_of(error: &reqwest::Error) -> TransportKind {
    if causes(error).any(<dyn Error>::is::<Refused>) {
        TransportKind::Forbidden
    } else if error.is_connect() || error.is_builder() {
        TransportKind::NotSent
    } else if error.is_timeout() {
        TransportKind::TimedOut
    } else {
        TransportKind::Broken
    }
}

/// The deepest cause says the most: "connection refused" rather than "error sending request".
pub(crate) fn innermost(error: &reqwest::Error) -> String {
    let deepest = causes(error).last().map(ToString::to_string);
    deepest.unwrap_or_else(|| error.to_string())
}

fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    let mut next = error.source();
    std::iter::from_fn(move || {
        let cause = next?;
        next = cause.source();
        Some(cause)
    })
}
