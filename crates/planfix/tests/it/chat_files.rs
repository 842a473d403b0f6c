//! Files of tasks, by the links that Planfix sends.

use std::time::Duration;

use domain::{Class, Failure};
use planfix::{Chat, chat};
use secrecy::SecretString;
use upstream::{Http, HttpOptions};

use crate::stage::{Stage, answer, ok};

const CAP: usize = 16;

async fn fetch(stage: &Stage, path: &str) -> Result<chat::FetchedFile, Failure> {
    let link = stage.base.join(path).unwrap();
    stage.chat.file(link.as_str(), CAP).await
}

#[tokio::test]
async fn a_file_comes_with_its_type_and_no_key_goes_along() {
    let file = answer(200, "pions").header("content-type", "text/plain; charset=utf-8");
    let stage = Stage::answering([file]).await;
    let fetched = fetch(&stage, "files/1/a.txt").await.unwrap();
    assert_eq!((fetched.mime.as_str(), fetched.content.as_slice()), ("text/plain", &b"pions"[..]));
    let asked = stage.only_asked();
    assert_eq!(asked.method.as_str(), "GET");
    assert!(asked.body.is_empty() && !asked.headers.contains_key("authorization"), "{asked:?}");
}

#[tokio::test]
async fn a_link_may_lead_on() {
    let moved = answer(302, "").header("location", "/storage/a.txt");
    let stage = Stage::answering([moved, ok("pions")]).await;
    assert_eq!(fetch(&stage, "files/1/a.txt").await.unwrap().content, b"pions");
    assert_eq!(stage.asked()[1].path, "/storage/a.txt");
}

#[tokio::test]
async fn what_can_not_be_had_is_given_up_and_trouble_is_waited_out() {
    for (status, class) in
        [(403, Class::Permanent), (404, Class::Permanent), (429, Class::Retry), (503, Class::Retry)]
    {
        let stage = Stage::answering([answer(status, "")]).await;
        let failure = fetch(&stage, "files/1/a.txt").await.unwrap_err();
        assert_eq!((failure.code.as_str(), failure.class), ("PF-CHAT-FILE", class), "{status}");
    }
    let stage = Stage::answering([ok("x".repeat(CAP + 1))]).await;
    let failure = fetch(&stage, "files/1/a.txt").await.unwrap_err();
    assert_eq!((failure.code.as_str(), failure.class), ("PF-CHAT-FILE", Class::Permanent));
    let failure = stage.chat.file("not a link", CAP).await.unwrap_err();
    assert_eq!(failure.class, Class::Permanent);
}

#[tokio::test]
async fn a_link_into_our_own_network_is_not_followed() {
    let stage = Stage::answering([ok("secret")]).await;
    let account = chat::Account {
        url: "https://romashka.planfix.ru/webchat/api".parse().unwrap(),
        token: SecretString::from("chat-token"),
        deadline: Duration::from_secs(20),
    };
    let guarded = Http::new(HttpOptions { allow_private: false }).unwrap();
    let chat = Chat::new(guarded, account, chat::ProviderId("svyazka".to_owned()));
    for link in [stage.base.join("files/1/a.txt").unwrap().as_str(), "https://169.254.169.254/x"] {
        let failure = chat.file(link, CAP).await.unwrap_err();
        assert_eq!((failure.code.as_str(), failure.class), ("PF-CHAT-FILE", Class::Permanent));
    }
    assert!(stage.asked().is_empty());
}
