//! An SMTP server and a webhook receiver of the tests' own.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What arrived.
#[derive(Default)]
struct Arrived {
    letters: Vec<String>,
    hooks: Vec<(String, String)>,
    /// Whether nothing is taken.
    closed: bool,
}

/// A place where letters and webhooks arrive.
#[derive(Clone)]
pub(super) struct PostOffice {
    arrived: Arc<Mutex<Arrived>>,
    pub(super) smtp_port: u16,
    pub(super) webhook: String,
}

impl PostOffice {
    pub(super) async fn open() -> Self {
        let arrived = Arc::new(Mutex::new(Arrived::default()));
        let smtp = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let smtp_port = smtp.local_addr().unwrap().port();
        let letters = arrived.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = smtp.accept().await {
                tokio::spawn(take_letter(stream, letters.clone()));
            }
        });
        let http = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let webhook = format!("http://{}/hook", http.local_addr().unwrap());
        let routes = Router::new().route("/hook", post(take_hook)).with_state(arrived.clone());
        tokio::spawn(async move { axum::serve(http, routes).await });
        Self { arrived, smtp_port, webhook }
    }

    /// From now on nothing is taken, or everything.
    pub(super) fn close(&self, closed: bool) {
        self.arrived.lock().unwrap().closed = closed;
    }

    /// The letters that were taken.
    pub(super) fn letters(&self) -> Vec<String> {
        self.arrived.lock().unwrap().letters.clone()
    }

    /// The bodies that were taken, each with its signature.
    pub(super) fn hooks(&self) -> Vec<(String, String)> {
        self.arrived.lock().unwrap().hooks.clone()
    }

    /// What the webhooks told, in their order.
    pub(super) fn events(&self) -> Vec<String> {
        let events = self.hooks().into_iter().map(|(body, _)| {
            let body: serde_json::Value = serde_json::from_str(&body).unwrap();
            body["event"].as_str().unwrap().to_owned()
        });
        events.collect()
    }
}

async fn take_hook(
    State(arrived): State<Arc<Mutex<Arrived>>>,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, &'static str) {
    let mut arrived = arrived.lock().unwrap();
    if arrived.closed {
        return (StatusCode::BAD_GATEWAY, "закрыто");
    }
    let signature = headers["x-svyazka-signature"].to_str().unwrap().to_owned();
    arrived.hooks.push((String::from_utf8(body.to_vec()).unwrap(), signature));
    (StatusCode::OK, "принято")
}

/// As much of RFC 5321 and of `AUTH PLAIN` as a letter needs.
async fn take_letter(stream: TcpStream, arrived: Arc<Mutex<Arrived>>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 test\r\n").await.unwrap();
    let mut letter: Option<String> = None;
    while let Ok(Some(line)) = lines.next_line().await {
        let answer = match (&mut letter, line.to_ascii_uppercase().as_str()) {
            (Some(text), ".") => {
                let mut arrived = arrived.lock().unwrap();
                let text = std::mem::take(text);
                letter = None;
                if arrived.closed {
                    "451 4.3.0 later\r\n"
                } else {
                    arrived.letters.push(text);
                    "250 2.0.0 Ok: queued\r\n"
                }
            }
            (Some(text), _) => {
                text.push_str(&line);
                text.push('\n');
                continue;
            }
            (None, command) if command.starts_with("EHLO") => {
                "250-test\r\n250-8BITMIME\r\n250 AUTH PLAIN\r\n"
            }
            // NUL svyazka NUL secret
            (None, command) if command.starts_with("AUTH PLAIN") => {
                if line.ends_with("AHN2eWF6a2EAc2VjcmV0") {
                    "235 2.7.0 ok\r\n"
                } else {
                    "535 5.7.8 wrong password\r\n"
                }
            }
            (None, "DATA") => {
                letter = Some(String::new());
                "354 go on\r\n"
            }
            (None, "QUIT") => "221 bye\r\n",
            (None, _) => "250 ok\r\n",
        };
        write.write_all(answer.as_bytes()).await.unwrap();
    }
}
