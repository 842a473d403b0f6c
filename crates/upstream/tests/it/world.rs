//! A server at the other end, and the port to reach it.

use std::time::Duration;

use axum::Router;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use upstream::{Http, HttpOptions};
use url::Url;

/// The port as the sandbox and closed networks have it.
pub(crate) fn open_port() -> Http {
    Http::new(HttpOptions { allow_private: true }).unwrap()
}

/// The port as it stands in production.
pub(crate) fn guarded_port() -> Http {
    Http::new(HttpOptions { allow_private: false }).unwrap()
}

/// Starts the server; it lives as long as the test.
pub(crate) async fn server(router: Router) -> Url {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}/").parse().unwrap()
}

/// A server that reads a request, writes these bytes and closes.
pub(crate) async fn rude_server(reply: &'static [u8]) -> Url {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0u8; 4096];
            if stream.read(&mut request).await.is_ok() {
                stream.write_all(reply).await.ok();
            }
        }
    });
    format!("http://{address}/").parse().unwrap()
}

/// A server that takes requests and never answers.
pub(crate) async fn silent_server() -> Url {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let mut taken = Vec::new();
        while let Ok((stream, _)) = listener.accept().await {
            taken.push(stream);
        }
    });
    format!("http://{address}/").parse().unwrap()
}

/// A port of this machine at which nobody listens.
pub(crate) async fn nobody() -> Url {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    format!("http://{address}/").parse().unwrap()
}

/// A deadline that a silent server always misses.
pub(crate) const SOON: Duration = Duration::from_millis(50);
