//! The configuration of the server: a TOML file, and environment variables, which win.

mod database;
mod error;
mod key;
mod keys;

use std::fs;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use server::TrustedProxies;
use url::Url;

pub(crate) use database::{Database, PostgresUrl};
pub(crate) use error::ConfigError;
pub(crate) use key::KeySource;
use keys::{Value, Values};

/// Where the server listens unless told otherwise.
const LISTEN: &str = "127.0.0.1:8080";

/// Where the data lives unless told otherwise.
const DATA_DIR: &str = "svyazka-data";

/// The whole configuration, checked.
#[derive(Debug)]
pub(crate) struct Config {
    /// Address and port to listen on.
    pub(crate) listen: SocketAddr,
    /// What the outside world calls us.
    pub(crate) public_url: Url,
    /// Where the data is.
    pub(crate) database: Database,
    /// The folder of database, master key and backups.
    pub(crate) data_dir: PathBuf,
    /// Where the master key comes from.
    pub(crate) key: KeySource,
    /// Whether UIS and Planfix may be reached over http and at private addresses.
    pub(crate) allow_private_upstreams: bool,
    /// The tracing filter.
    pub(crate) log: String,
    /// How often a Planfix account may be asked over REST: one request a second unless Planfix has
    /// agreed to more.
    pub(crate) planfix_requests_per_second: NonZeroU32,
    /// The reverse proxies before us, whose word about a request's sender is believed.
    pub(crate) trusted_proxies: TrustedProxies,
}

impl Config {
    /// Reads the file, if one is given, and the environment.
    pub(crate) fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        let from_file = match file {
            Some(path) => {
                let text = fs::read_to_string(path)
                    .map_err(|source| ConfigError::File { path: path.into(), source })?;
                keys::from_toml(&text, path)?
            }
            None => Values::default(),
        };
        let from_env = keys::from_env(environment())?;
        Self::of(&from_file.overlay(from_env))
    }

    /// The configuration of the demo, whose outside systems are this very process.
    pub(crate) fn of_demo(public_url: Url, listen: SocketAddr, data_dir: PathBuf) -> Self {
        Self {
            listen,
            public_url,
            database: Database::in_folder(&data_dir),
            key: KeySource::in_folder(&data_dir),
            data_dir,
            allow_private_upstreams: true,
            log: "warn".to_owned(),
            planfix_requests_per_second: NonZeroU32::MIN,
            trusted_proxies: TrustedProxies::default(),
        }
    }

    fn of(values: &Values) -> Result<Self, ConfigError> {
        let listen = read(values.get("listen"), LISTEN, "адрес и порт, например 127.0.0.1:8080")?;
        let data_dir = PathBuf::from(values.get("data_dir").map_or(DATA_DIR, |value| &value.text));
        let database = Database::of(values.get("database_url"), &data_dir)?;
        Ok(Self {
            listen,
            public_url: public_url(values.get("public_url"), listen)?,
            key: KeySource::of(values, &data_dir, &database)?,
            database,
            data_dir,
            allow_private_upstreams: read(
                values.get("allow_private_upstreams"),
                "false",
                "true или false",
            )?,
            log: values.get("log").map_or("info", |value| &value.text).to_owned(),
            planfix_requests_per_second: read(
                values.get("planfix_requests_per_second"),
                "1",
                "целое число от 1",
            )?,
            trusted_proxies: read(
                values.get("trusted_proxies"),
                "127.0.0.0/8, ::1",
                "адреса и сети через запятую, например 127.0.0.1, 10.0.0.0/8",
            )?,
        })
    }
}

/// The variables that are text; ours always are.
fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

/// Reads a value that has a default.
fn read<T: std::str::FromStr>(
    value: Option<&Value>,
    default: &str,
    wanted: &str,
) -> Result<T, ConfigError> {
    let text = value.map_or(default, |value| value.text.trim());
    text.parse().map_err(|_| refused(value, wanted))
}

fn public_url(value: Option<&Value>, listen: SocketAddr) -> Result<Url, ConfigError> {
    const WANTED: &str = "адрес вида https://svyazka.example.ru, без ? и #";
    let default = format!("http://{listen}");
    let text = value.map_or(default.as_str(), |value| value.text.trim());
    Url::parse(text)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https"))
        .filter(|url| url.host().is_some() && url.query().is_none() && url.fragment().is_none())
        .ok_or_else(|| refused(value, WANTED))
}

/// The error for a value that can't be taken.
fn refused(value: Option<&Value>, wanted: &str) -> ConfigError {
    ConfigError::Value {
        origin: value.map(|value| value.origin.clone()).unwrap_or_default(),
        text: value.map(|value| value.text.clone()).unwrap_or_default(),
        wanted: wanted.to_owned(),
    }
}

#[cfg(test)]
mod tests;
