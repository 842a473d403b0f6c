//! Chats: channels, visitors who write, the Chat API for adapters and its callbacks.

mod act;
mod auth;
mod callback;
mod channel;
mod control;
mod courier;
mod door;
mod office;
mod played;
mod report;
mod settings;
mod story;
mod visitor_page;
mod visits;
mod wish;
mod write;

use axum::Router;
use url::Url;

pub use act::{Act, File, Who};
pub use auth::WebhookAuth;
pub use callback::{Callback, Carried};
pub use channel::Channel;
pub use courier::{CallbackOrder, CallbackTricks, Retries};
pub use office::{Chat, Message, Resource, Visitor};
pub use settings::{ChatSettings, Fate};
pub use story::{Scene, Story};

pub(super) use door::router;
pub(super) use office::Office;
pub(super) use report::{channel_rows, chat_rows, message_rows};

use super::Uis;
use super::state::State;
use crate::ledger::Ledger;

/// The adapter's login.
pub const LOGIN: &str = "svyazka";
/// The adapter's password.
pub const PASSWORD: &str = "sandbox-chat-password";

/// The chats of a simulated UIS: another handle to it.
#[derive(Clone)]
pub struct Chats {
    uis: Uis,
}

impl Uis {
    /// Its chats.
    pub fn chats(&self) -> Chats {
        Chats { uis: self.clone() }
    }
}

impl Chats {
    /// The customer connects the adapter: from now on callbacks go to its address, the first of them
    /// about the account and its channels.
    pub async fn connect(&self, webhook: Url, auth: Option<WebhookAuth>) {
        self.change(|state| {
            state.chat.settings.webhook = Some(webhook);
            state.chat.settings.auth = auth;
            state.announce_account();
        });
        self.deliver().await;
    }

    /// Changes the switches.
    pub fn configure(&self, change: impl FnOnce(&mut ChatSettings)) {
        self.change(|state| change(&mut state.chat.settings));
    }

    /// The switches as they stand.
    pub fn settings(&self) -> ChatSettings {
        self.uis.lock().chat.settings.clone()
    }

    /// The channels.
    pub fn channels(&self) -> Vec<Channel> {
        self.uis.lock().chat.channels.clone()
    }

    /// The channel of this kind.
    pub fn channel(&self, kind: &str) -> Option<u64> {
        self.uis.lock().chat.channels.iter().find(|channel| channel.kind == kind).map(|c| c.id)
    }

    /// All chats, oldest first.
    pub fn all(&self) -> Vec<Chat> {
        self.uis.lock().chat.chats.clone()
    }

    /// What was said in a chat.
    pub fn messages(&self, chat: u64) -> Vec<Message> {
        let state = self.uis.lock();
        state.chat.messages.iter().filter(|message| message.chat == chat).cloned().collect()
    }

    /// What is in a message's file.
    pub fn file_of(&self, message: &Message) -> Option<Resource> {
        self.uis.lock().chat.resource(message.resource?).cloned()
    }

    /// What came to the Chat API.
    pub fn ledger(&self) -> Ledger {
        self.uis.lock().chat.ledger.clone()
    }

    /// What was sent to the adapter and what it answered, oldest first.
    pub fn callbacks(&self) -> Vec<Carried> {
        self.uis.lock().chat.carried.clone()
    }

    pub(super) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        self.uis.change(change)
    }

    /// What the page and tests see and switch, below `/control`.
    pub(super) fn control(&self) -> Router {
        control::router(self.clone()).merge(visitor_page::router(self.clone()))
    }
}
