//! Carries callbacks to the adapter, one after the other.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Chats;
use super::auth::WebhookAuth;
use super::callback::{Callback, Carried};
use crate::uis::notify::shuffle;

/// What UIS does when the adapter does not answer 200 or 204. The documentation only names the statuses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Retries {
    /// How often a callback is sent at most.
    pub attempts: u32,
    /// How long after the last attempt, in milliseconds.
    pub pause_ms: i64,
}

impl Default for Retries {
    fn default() -> Self {
        Self { attempts: 5, pause_ms: 2_000 }
    }
}

/// In which order callbacks arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallbackOrder {
    /// As things happen.
    #[default]
    AsSent,
    /// Held back until somebody releases them.
    Held,
    /// Held back, then the last one first.
    Reversed,
    /// Held back, then in an order drawn from the seed.
    Shuffled(u64),
}

/// Mischief done to every callback while it is set.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CallbackTricks {
    /// Send everything twice.
    pub duplicate: bool,
    /// The order of arrival.
    pub order: CallbackOrder,
    /// Paths whose callbacks get lost on the way.
    pub lose: Vec<String>,
    /// Members left out of the body.
    pub omit: Vec<String>,
    /// Numbers sent as texts.
    pub numbers_as_texts: bool,
}

impl CallbackTricks {
    fn holds_back(&self) -> bool {
        self.order != CallbackOrder::AsSent
    }

    fn mangle(&self, body: &mut Value) {
        let Value::Object(members) = body else { return };
        members.retain(|name, _| !self.omit.contains(name));
        if self.numbers_as_texts {
            members.values_mut().for_each(as_text);
        }
    }
}

fn as_text(value: &mut Value) {
    match value {
        Value::Number(number) => *value = Value::String(number.to_string()),
        Value::Object(members) => members.values_mut().for_each(as_text),
        _ => {}
    }
}

impl Chats {
    /// Sends everything that is on its way, unless the tricks keep it back. Whoever comes while
    /// somebody else is at it waits: the order is kept.
    pub async fn deliver(&self) {
        if !self.settings().tricks.holds_back() {
            self.deliver_all().await;
        }
    }

    /// Sends what was kept back, in the order the tricks ask for.
    pub async fn release_held(&self) {
        self.change(|state| {
            let order = state.chat.settings.tricks.order;
            let held = state.chat.outgoing.make_contiguous();
            match order {
                CallbackOrder::AsSent | CallbackOrder::Held => {}
                CallbackOrder::Reversed => held.reverse(),
                CallbackOrder::Shuffled(seed) => shuffle(held, seed),
            }
        });
        self.deliver_all().await;
    }

    async fn deliver_all(&self) {
        let _one_at_a_time = self.uis.courier.lock().await;
        while let Some(callback) = self.change(|state| state.chat.outgoing.pop_front()) {
            let tricks = self.settings().tricks;
            if tricks.lose.contains(&callback.path) {
                self.record(callback, Err("lost on the way".to_owned()));
                continue;
            }
            for _ in 0..if tricks.duplicate { 2 } else { 1 } {
                self.carry(callback.clone(), &tricks).await;
            }
        }
    }

    /// Sends one until it is taken or given up.
    async fn carry(&self, mut callback: Callback, tricks: &CallbackTricks) {
        tricks.mangle(&mut callback.body);
        let retries = self.settings().retries;
        for attempt in 1..=retries.attempts.max(1) {
            let outcome = self.send(&callback).await;
            let taken = matches!(outcome, Ok(200 | 204));
            let nowhere = self.settings().webhook.is_none();
            self.record(callback.clone(), outcome);
            if taken || nowhere || attempt >= retries.attempts {
                return;
            }
            self.uis.clock.sleep(SignedDuration::from_millis(retries.pause_ms)).await;
        }
    }

    async fn send(&self, callback: &Callback) -> Result<u16, String> {
        let settings = self.settings();
        let base = settings.webhook.ok_or("no webhook_url is configured")?;
        let mut target = base;
        let path = format!("{}{}", target.path().trim_end_matches('/'), callback.path);
        target.set_path(&path);
        let method = reqwest::Method::from_bytes(callback.method.as_bytes());
        let method = method.map_err(|error| error.to_string())?;
        let body = if callback.body.is_null() { String::new() } else { callback.body.to_string() };
        let answer = self.uis.sender.carry(|http| {
            let request = http.request(method, target).header("content-type", "application/json");
            WebhookAuth::put(settings.auth.as_ref(), request.body(body))
        });
        answer.await
    }

    fn record(&self, callback: Callback, outcome: Result<u16, String>) {
        let at = self.uis.clock.now();
        self.change(|state| state.chat.carried.push(Carried { at, callback, outcome }));
    }
}
