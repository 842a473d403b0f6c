//! Files go there in a form and come back in pieces.

use domain::chats::{Attachment, AttachmentKind, ChannelId, UisAccountId};
use domain::failure::Class;
use serde_json::json;
use uis::chat_api::{MAX_UPLOAD, Upload};

use super::world::{Chats, ok, status};
use crate::server::assert_failure;

const ACCOUNT: UisAccountId = UisAccountId(101);
const CHANNEL: ChannelId = ChannelId(7);

fn upload(content: &[u8]) -> Upload<'_> {
    Upload {
        account: ACCOUNT, channel: CHANNEL, name: "пл\"ан.png", mime: "image/png", content
    }
}

fn stored() -> Attachment {
    Attachment {
        id: "r/1".to_owned(),
        token: "t1".to_owned(),
        kind: AttachmentKind::Photo,
        name: None,
        size: None,
        mime: None,
    }
}

#[tokio::test]
async fn a_file_goes_as_a_form_and_comes_back_as_an_attachment() {
    let chats = Chats::start(|_| ok(&json!({ "id": 5, "token": "t5", "type": "photo" }))).await;
    let attachment = chats.api.upload(&upload(b"PNG\r\n--svyazka-form-0\r\n")).await.unwrap();
    assert_eq!((attachment.id.as_str(), attachment.token.as_str()), ("5", "t5"));
    assert_eq!(attachment.kind, AttachmentKind::Photo);

    // The content holds the first boundary, so the second one is taken.
    let asked = chats.last();
    assert_eq!(asked.kind, "multipart/form-data; boundary=svyazka-form-1");
    let part = |head: &str, content: &str| {
        format!("--svyazka-form-1\r\nContent-Disposition: form-data; {head}\r\n\r\n{content}\r\n")
    };
    let form = [
        part("name=\"account_id\"", "101"),
        part("name=\"channel_id\"", "7"),
        part("name=\"type\"", "photo"),
        part(
            "name=\"file\"; filename=\"пл%22ан.png\"\r\nContent-Type: image/png",
            "PNG\r\n--svyazka-form-0\r\n",
        ),
        "--svyazka-form-1--\r\n".to_owned(),
    ];
    assert_eq!(asked.text(), form.concat());
}

#[tokio::test]
async fn a_file_that_is_too_large_is_not_sent() {
    let chats = Chats::start(|_| ok(&json!({}))).await;
    let failure = chats.api.upload(&upload(&vec![0; MAX_UPLOAD + 1])).await.unwrap_err();
    assert_failure(&failure, &Class::Permanent, "UIS-CHAT-TOO-LARGE", "20 МБ");
    assert!(chats.lines().is_empty());
}

#[tokio::test]
async fn an_upload_that_failed_may_be_tried_again() {
    let chats = Chats::start(|_| status(500, &json!({}))).await;
    let failure = chats.api.upload(&upload(b"x")).await.unwrap_err();
    assert_failure(&failure, &Class::Retry, "UIS-CHAT-SERVER", "Внутренняя ошибка");
}

#[tokio::test]
async fn a_file_comes_in_pieces() {
    let content = vec![7_u8; 300_000];
    let served = content.clone();
    let chats = Chats::start(move |_| (200, "image/png", served.clone())).await;
    let mut file = chats.api.file(ACCOUNT, CHANNEL, &stored()).await.unwrap();
    assert_eq!((file.mime(), file.size()), (Some("image/png"), Some(300_000)));

    let mut got = Vec::new();
    while let Some(piece) = file.chunk().await.unwrap() {
        got.extend(piece);
    }
    assert_eq!(got, content);
    assert_eq!(chats.last().line, "GET /v1/adapter/resource/101/7/r%2F1/t1/payload");
}

#[tokio::test]
async fn a_file_that_is_not_kept_any_longer_is_gone() {
    let chats = Chats::start(|_| status(404, &json!({ "detail": "Not found" }))).await;
    let failure = chats.api.file(ACCOUNT, CHANNEL, &stored()).await.unwrap_err();
    assert_failure(&failure, &Class::Permanent, "UIS-CHAT-GONE", "Not found");
}
