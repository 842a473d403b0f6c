use cabinet::Role;
use secrecy::ExposeSecret;

use crate::office::Office;

#[tokio::test]
async fn a_token_is_recognised_with_its_label_and_role() {
    let office = Office::open().await;
    let token = office.tokens.create("мониторинг", Role::Viewer).await.unwrap();

    let known = office.tokens.recognise(token.expose_secret()).await.unwrap().unwrap();

    assert_eq!((known.label.as_str(), known.role), ("мониторинг", Role::Viewer));
    assert_eq!(office.tokens.recognise("svyazka_something").await.unwrap(), None);
}

#[tokio::test]
async fn the_token_itself_is_not_on_the_disk() {
    let office = Office::open().await;
    let token = office.tokens.create("мониторинг", Role::Owner).await.unwrap();
    let disk = office.all_that_is_stored().await;
    let text = token.expose_secret().as_bytes();
    assert!(!disk.windows(text.len()).any(|bytes| bytes == text));
}
