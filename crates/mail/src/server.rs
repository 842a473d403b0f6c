//! The SMTP server.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use domain::Failure;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use rustls::crypto::{CryptoProvider, ring};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use upstream::Guard;

use crate::error::{codes, failure};
use crate::letter::Letter;

/// How long one step of the exchange may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// How the connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Security {
    /// TLS from the first byte (as a rule port 465).
    Tls,
    /// Begun in the open, TLS before anything else is said (as a rule port 587); never goes on without.
    StartTls,
    /// None: for a server in the same closed network.
    None,
}

/// An SMTP server and how to enter it.
#[derive(Debug, Clone)]
pub struct Server {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// Login and password, where it wants them.
    pub login: Option<(String, SecretString)>,
}

/// Sends a letter; returns what the server said when it took it.
///
/// # Errors
/// Every way in which it was not taken, its class decided.
pub async fn send(guard: Guard, server: &Server, letter: &Letter) -> Result<String, Failure> {
    let message = letter.message()?;
    let target = format!("{}:{}", server.host, server.port);
    let address = resolve(guard, server, &target).await?;
    let transport = transport(server, address).map_err(|error| failure(&error, &target))?;
    let taken = transport.send(message).await.map_err(|error| failure(&error, &target))?;
    tracing::info!(target, letter = letter.id, "a letter was taken");
    let words: Vec<&str> = taken.message().collect();
    Ok(format!("{} {}", taken.code(), words.join(" ")).trim().to_owned())
}

/// The first permitted address of the server.
async fn resolve(guard: Guard, server: &Server, target: &str) -> Result<IpAddr, Failure> {
    let unknown = |why: String| {
        Failure::retry(codes::CONNECT, format!("Почтовый сервер {target} не найден: {why}"))
    };
    let found = tokio::net::lookup_host((server.host.as_str(), server.port)).await;
    let found: Vec<IpAddr> = found
        .map_err(|error| unknown(error.to_string()))?
        .map(|one: SocketAddr| one.ip())
        .collect();
    if found.is_empty() {
        return Err(unknown("у этого имени нет адреса".to_owned()));
    }
    found.into_iter().find(|ip| guard.permits(*ip)).ok_or_else(|| {
        let message = format!(
            "Почтовый сервер {target} стоит во внутренней сети; разрешить: \
             SVYAZKA_ALLOW_PRIVATE_UPSTREAMS=true"
        );
        Failure::permanent(upstream::codes::FORBIDDEN, message)
    })
}

fn transport(
    server: &Server,
    address: IpAddr,
) -> Result<AsyncSmtpTransport<Tokio1Executor>, lettre::transport::smtp::Error> {
    if CryptoProvider::get_default().is_none() {
        // losing a race to another installer is as good as installing
        ring::default_provider().install_default().ok();
    }
    let named = || TlsParameters::builder(server.host.clone()).build_rustls();
    let tls = match server.security {
        Security::Tls => Tls::Wrapper(named()?),
        Security::StartTls => Tls::Required(named()?),
        Security::None => Tls::None,
    };
    // "dangerous" is only the lack of TLS by default, which is chosen above
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(address.to_string())
        .port(server.port)
        .timeout(Some(PATIENCE))
        .tls(tls);
    if let Some((login, password)) = &server.login {
        let password = password.expose_secret().to_owned();
        builder = builder.credentials(Credentials::new(login.clone(), password));
    }
    Ok(builder.build())
}
