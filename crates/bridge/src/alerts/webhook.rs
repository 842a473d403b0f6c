//! The webhook: a signed JSON body, as told in `docs/operate/monitoring.md`.

use std::time::Duration;

use cabinet::alerts::WebhookSettings;
use domain::Failure;
use domain::failure::Code;
use domain::text::Lang;
use hmac::{Hmac, KeyInit as _, Mac as _};
use secrecy::ExposeSecret as _;
use serde_json::json;
use sha2::Sha256;
use upstream::header::{HeaderName, HeaderValue};
use upstream::{Effect, Http, Request};

use super::message::Message;

/// The receiver did not answer with success.
const REFUSED: Code = Code::new("WEBHOOK-REFUSED");
/// Where the signature stands: `sha256=` and the HMAC of the body in hex.
const SIGNATURE: HeaderName = HeaderName::from_static("x-svyazka-signature");
/// How long the receiver may take.
const PATIENCE: Duration = Duration::from_secs(15);
/// How much of the receiver's words is shown, characters.
const SHOWN: usize = 200;

/// Sends a message; returns what the receiver said.
pub(super) async fn send(
    http: &Http,
    to: &WebhookSettings,
    id: &str,
    message: &Message,
) -> Result<String, Failure> {
    let request = request(to, id, message)
        .map_err(|why| Failure::permanent(REFUSED, format!("Вебхук не составить: {why}")))?;
    let answer = http.send(request).await?;
    let text = answer.text();
    let words: String = text.trim().chars().take(SHOWN).collect();
    let told = format!("HTTP {} {words}", answer.status.as_u16());
    if answer.status.is_success() {
        Ok(told.trim().to_owned())
    } else {
        Err(Failure::retry(REFUSED, format!("Получатель вебхука ответил: {}", told.trim())))
    }
}

fn request(
    to: &WebhookSettings,
    id: &str,
    message: &Message,
) -> Result<Request, Box<dyn std::error::Error + Send + Sync>> {
    let body = json!({
        "id": id,
        "event": message.event(),
        "connection": message.connection,
        "title": message.title,
        "since": message.since,
        "at": message.at,
        "cause": message.cause,
        "text": message.subject(Lang::Ru),
    });
    let request = Request::post(to.url.clone(), Effect::Write).deadline(PATIENCE).json(&body)?;
    let mut signed = Hmac::<Sha256>::new_from_slice(to.secret.expose_secret().as_bytes())?;
    signed.update(&request.body);
    let signature = format!("sha256={}", hex::encode(signed.finalize().into_bytes()));
    Ok(request.header(SIGNATURE, HeaderValue::from_str(&signature)?))
}
