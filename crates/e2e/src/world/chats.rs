//! Chats in a world: visitors write in the simulated UIS, operators answer by the workspace's API.

use axum::http::StatusCode;
use cabinet::people::{Actor, Password};
use cabinet::{HookKind, Role};
use jiff::SignedDuration;
use sandbox::uis::chat::{Story, WebhookAuth};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use upstream::{Effect, Method, Request, header};

use super::World;

/// What everybody signs in with here.
const PASSWORD: &str = "ромашка-2026";

/// Somebody at work.
pub struct AtWork<'a> {
    world: &'a World,
    token: String,
}

impl World {
    /// UIS connects our adapter: from now on it tells of chats.
    pub async fn connect_chats(&self) {
        self.connect_chats_showing(None).await;
    }

    /// The same by an adapter whose callbacks show this.
    pub async fn connect_chats_showing(&self, auth: Option<WebhookAuth>) {
        let hook = self.hook_url(HookKind::UisChat).await;
        let chats = self.uis().chats();
        chats.configure(|settings| settings.played = false);
        chats.connect(hook, auth).await;
        self.run().await;
    }

    /// Lets a chat happen, each scene at its time; what is due only after it is left.
    pub async fn chat(&self, story: Story) {
        let start = ambient::Clock::now(self.clock());
        for scene in story.scenes() {
            self.advance_to(start + SignedDuration::from_secs(scene.after)).await;
            self.uis().chats().let_happen(scene).await.unwrap();
            self.carry().await;
        }
    }

    /// Works off what is due now, and lets UIS tell what came of it.
    pub async fn carry(&self) {
        self.run().await;
        self.uis().chats().deliver().await;
        self.run().await;
    }

    /// Somebody with that e-mail who is signed in as an operator.
    pub async fn operator(&self, email: &str) -> AtWork<'_> {
        let password = Password::parse(&PASSWORD.into()).unwrap();
        let (email, actor) = (email.parse().unwrap(), Actor::terminal("test"));
        let person = self.people.add(actor, email, password, Role::Operator).await.unwrap();
        let (key, _) = self.people.entry_key(&person).await.unwrap();
        let signed = self.people.enter(key.expose_secret(), "test").await.unwrap();
        AtWork { world: self, token: signed.token.expose_secret().to_owned() }
    }
}

impl AtWork<'_> {
    /// Asks below `/api/workspace/romashka/`.
    pub async fn get(&self, path: &str) -> Value {
        let (status, answer) = self.exchange(Method::GET, path, None).await;
        assert_eq!(status, StatusCode::OK, "{path}: {answer}");
        answer
    }

    /// Posts JSON; returns the status and the answer.
    pub async fn post(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        self.exchange(Method::POST, path, Some(body.to_string().into_bytes())).await
    }

    /// Puts JSON; returns the status and the answer.
    pub async fn put(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        self.exchange(Method::PUT, path, Some(body.to_string().into_bytes())).await
    }

    /// Sends bytes; returns the status and the answer.
    pub async fn upload(&self, path: &str, content: &[u8]) -> (StatusCode, Value) {
        self.exchange(Method::POST, path, Some(content.to_vec())).await
    }

    /// What the live stream tells from the beginning until it ends by itself: the cards, as they changed.
    pub async fn live(&self) -> Vec<Value> {
        let url = self.world.url.join("api/workspace/romashka/live").unwrap();
        let bearer = format!("Bearer {}", self.token).parse().unwrap();
        let request = Request::new(Method::GET, url, Effect::Read)
            .header(header::AUTHORIZATION, bearer)
            .header(header::HeaderName::from_static("last-event-id"), "0".parse().unwrap());
        let answer = self.world.http.send(request).await.unwrap();
        let text = answer.text().into_owned();
        let data = text.lines().filter_map(|line| line.strip_prefix("data: "));
        data.map(|data| serde_json::from_str(data).unwrap()).collect()
    }

    /// The cards of a view.
    pub async fn cards(&self, view: &str) -> Vec<Value> {
        let page = self.get(&format!("cards?view={view}")).await;
        page["items"].as_array().unwrap().clone()
    }

    /// The number of the only card of a view.
    pub async fn only_card(&self, view: &str) -> i64 {
        let cards = self.cards(view).await;
        assert_eq!(cards.len(), 1, "{view}: {cards:?}");
        cards[0]["id"].as_i64().unwrap()
    }

    /// Takes a card and carries it out.
    pub async fn take(&self, card: i64) {
        let (status, answer) = self.post(&format!("cards/{card}/take"), &json!({})).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
        self.world.carry().await;
    }

    /// Writes under an id and carries it out.
    pub async fn say(&self, card: i64, id: &str, text: &str) -> Value {
        let body = json!({ "client_id": id, "text": text });
        let (status, answer) = self.post(&format!("cards/{card}/messages"), &body).await;
        assert_eq!(status, StatusCode::ACCEPTED, "{answer}");
        self.world.carry().await;
        answer
    }

    /// The thread of a card, a line each: who, what, and how far it has come.
    pub async fn thread(&self, card: i64) -> Vec<String> {
        let page = self.get(&format!("cards/{card}/thread")).await;
        page["items"].as_array().unwrap().iter().map(told).collect()
    }

    async fn exchange(
        &self,
        method: Method,
        path: &str,
        body: Option<Vec<u8>>,
    ) -> (StatusCode, Value) {
        let path = format!("api/workspace/romashka/{path}");
        let url = self.world.url.join(path.trim_end_matches('/')).unwrap();
        let effect = if method == Method::GET { Effect::Read } else { Effect::Write };
        let mut request = Request::new(method, url, effect);
        let bearer = format!("Bearer {}", self.token).parse().unwrap();
        request = request.header(header::AUTHORIZATION, bearer);
        if let Some(body) = body {
            request = request.header(header::CONTENT_TYPE, "application/json".parse().unwrap());
            request.body = body;
        }
        let answer = self.world.http.send(request).await.unwrap();
        let status = StatusCode::from_u16(answer.status.as_u16()).unwrap();
        let text = answer.text().into_owned();
        (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
    }
}

fn told(line: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let message = &line["message"];
    if message.is_null() {
        return format!("* {}", text(&line["event"]["what"]));
    }
    let name = message["author_name"].as_str().or(message["author"].as_str()).unwrap_or_default();
    let delivery = message["delivery"].as_str().map(|how| format!(" ({how})")).unwrap_or_default();
    let file =
        message["file"]["name"].as_str().map(|name| format!(" [{name}]")).unwrap_or_default();
    format!("{name}: {}{file}{delivery}", text(&message["text"]))
}
