//! An adapter whose callbacks show more than the key in their address.

use sandbox::uis::chat::WebhookAuth;

use super::{igor, unconnected};

fn bearer(token: &str) -> WebhookAuth {
    WebhookAuth::Bearer { token: token.to_owned() }
}

#[tokio::test]
async fn chats_come_from_an_adapter_that_shows_what_is_asked_for() {
    let basic = WebhookAuth::Basic { login: "uis".to_owned(), password: "s3cret".to_owned() };
    for (keys, auth) in [
        (", callback_token: s3cret", Some(bearer("s3cret"))),
        (", callback_login: uis, callback_password: s3cret", Some(basic)),
    ] {
        let world = unconnected(&[], keys).await;
        world.connect_chats_showing(auth).await;
        world.chat(igor().writes("Есть пионы?")).await;
        let anna = world.operator("smirnova@romashka.ru").await;
        let id = anna.only_card("queue").await;
        assert!(anna.thread(id).await.contains(&"visitor: Есть пионы?".to_owned()), "{keys}");
    }
}

#[tokio::test]
async fn nothing_comes_from_an_adapter_that_shows_something_else() {
    for auth in [None, Some(bearer("guess"))] {
        let world = unconnected(&[], ", callback_token: s3cret").await;
        world.connect_chats_showing(auth).await;
        world.chat(igor().writes("Есть пионы?")).await;
        assert!(world.journal().await.is_empty());
        assert!(world.planfix().tasks().is_empty());
    }
}
