//! The adapter signs in once, and again when its token ends or is refused.

use domain::failure::Class;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::world::{Chats, a_message, ok, status};
use crate::server::assert_failure;

const LOGIN: &str = "POST /v1/adapter/login";
const MESSAGE: &str = "POST /v1/adapter/message";

fn sent() -> Value {
    json!({ "id": 9, "status": "accepted" })
}

#[tokio::test]
async fn the_login_is_a_form_and_its_token_goes_with_every_request() {
    let chats = Chats::start(|_| ok(&sent())).await;
    chats.api.send_message(&a_message()).await.unwrap();
    chats.api.send_message(&a_message()).await.unwrap();

    assert_eq!(chats.lines(), [LOGIN, MESSAGE, MESSAGE]);
    let [login, message, _] = <[_; 3]>::try_from(chats.asked()).unwrap();
    assert_eq!(login.kind, "application/x-www-form-urlencoded");
    assert_eq!(login.text(), "username=svyazka&password=se+cret%26");
    assert_eq!(message.token.as_deref(), Some("Bearer token-1"));
}

#[tokio::test]
async fn a_token_is_renewed_a_minute_before_it_ends() {
    let chats = Chats::start(|_| ok(&sent())).await;
    chats.api.send_message(&a_message()).await.unwrap();
    chats.clock.advance(SignedDuration::from_secs(3539));
    chats.api.send_message(&a_message()).await.unwrap();
    assert_eq!(chats.lines(), [LOGIN, MESSAGE, MESSAGE]);

    chats.clock.advance(SignedDuration::from_secs(1));
    chats.api.send_message(&a_message()).await.unwrap();
    assert_eq!(chats.last().token.as_deref(), Some("Bearer token-2"));
}

#[tokio::test]
async fn a_refused_token_is_renewed_once_and_the_message_sent_again() {
    let chats = Chats::start(|asked| match asked.token.as_deref() {
        Some("Bearer token-1") => status(401, &json!({ "detail": "Token expired" })),
        _ => ok(&sent()),
    })
    .await;
    chats.api.send_message(&a_message()).await.unwrap();
    assert_eq!(chats.lines(), [LOGIN, MESSAGE, LOGIN, MESSAGE]);
}

#[tokio::test]
async fn a_token_that_is_refused_twice_breaks_the_access() {
    let chats = Chats::start(|_| status(401, &json!({ "detail": "Unknown adapter" }))).await;
    let failure = chats.api.send_message(&a_message()).await.unwrap_err();
    assert_failure(&failure, &Class::AuthBroken, "UIS-CHAT-LOGIN", "Unknown adapter");
    assert_eq!(chats.lines(), [LOGIN, MESSAGE, LOGIN, MESSAGE]);
}

#[tokio::test]
async fn many_at_once_sign_in_once() {
    let chats = Chats::start(|_| ok(&sent())).await;
    let message = a_message();
    let sends = (0..8).map(|_| chats.api.send_message(&message));
    for sent in futures_all(sends).await {
        sent.unwrap();
    }
    let logins = chats.lines().iter().filter(|line| *line == LOGIN).count();
    assert_eq!(logins, 1);
}

async fn futures_all<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut pending: Vec<_> = futures.map(Box::pin).collect();
    // All are polled at least once before any is awaited, so that they meet at the sign-in.
    for future in &mut pending {
        let polled = std::future::poll_fn(|context| {
            std::task::Poll::Ready(future.as_mut().poll(context).is_ready())
        });
        assert!(!polled.await, "a request can't be over before it was sent");
    }
    let mut outputs = Vec::new();
    for future in pending {
        outputs.push(future.await);
    }
    outputs
}

#[tokio::test]
async fn a_refused_login_names_the_login() {
    for code in [400, 401, 403, 422] {
        let chats =
            Chats::start_bare(move |_| status(code, &json!({ "detail": "Bad credentials" }))).await;
        let failure = chats.api.check().await.unwrap_err();
        assert_failure(&failure, &Class::AuthBroken, "UIS-CHAT-LOGIN", "Bad credentials");
        assert!(!failure.message.contains("se cret"), "{}", failure.message);
    }
}

#[tokio::test]
async fn a_login_that_fails_leaves_nothing_unknown() {
    let chats = Chats::start_bare(|_| status(500, &json!({}))).await;
    let failure = chats.api.send_message(&a_message()).await.unwrap_err();
    assert_failure(&failure, &Class::Retry, "UIS-CHAT-SERVER", "Внутренняя ошибка");
    assert_eq!(chats.lines(), [LOGIN]);
}

#[tokio::test]
async fn another_server_at_the_address_is_recognised() {
    for code in [200, 404, 302] {
        let page = b"<html>hello</html>".to_vec();
        let chats = Chats::start_bare(move |_| (code, "text/html", page.clone())).await;
        let failure = chats.api.check().await.unwrap_err();
        assert_failure(&failure, &Class::AuthBroken, "UIS-CHAT-ADDRESS", "проверьте адрес");
    }
}
