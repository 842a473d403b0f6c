//! An employee writes in the task, or to a contact who has never written.

use serde_json::Value;
use url::Url;

use super::office::{TalkMessage, Talks};
use crate::Door;
use crate::ledger::{Entry, Kind};
use crate::outside::Answer;
use crate::planfix::Planfix;
use crate::planfix::company::{Settings, User};
use crate::planfix::pbx::Outcome;

impl Planfix {
    /// An employee answers in the task of a chat; returns what the provider answered.
    pub async fn answer_in_task(&self, user: u64, chat: &str, text: &str) -> Outcome {
        self.write_to_provider(user, &[("chatId", chat)], text).await
    }

    /// An employee presses «Написать» beside a contact's phone.
    pub async fn write_to_contact(&self, user: u64, phone: &str, text: &str) -> Outcome {
        self.write_to_provider(user, &[("contactPhone", phone)], text).await
    }

    /// Sends the last answer of a chat once more, under the same `messageId`.
    pub async fn answer_again(&self, user: u64, chat: &str) -> Outcome {
        let last = self.talks().talk(chat).and_then(|talk| {
            talk.messages.iter().rev().find(|message| message.id.is_some()).cloned()
        });
        let Some(TalkMessage { id: Some(id), text, .. }) = last else {
            return Outcome::unsent("В этом чате никто не отвечал из задачи");
        };
        self.send_to_provider(user, &[("chatId", chat)], &text, &id).await
    }

    /// The conversations.
    pub fn talks(&self) -> Talks {
        self.look(|state| state.talks.clone())
    }

    async fn write_to_provider(&self, user: u64, to: &[(&str, &str)], text: &str) -> Outcome {
        let id = self.change(|state| {
            state.talks.written += 1;
            format!("pf-{}", state.talks.written)
        });
        let chat = to.iter().find(|(name, _)| *name == "chatId").map(|(_, chat)| *chat);
        let author = self.user_named(user).map(|user| user.email).unwrap_or_default();
        let message = TalkMessage {
            author,
            text: text.to_owned(),
            files: Vec::new(),
            id: Some(id.clone()),
            status: None,
        };
        if let Some(chat) = chat {
            self.change(|state| {
                if let Some(talk) = state.talks.chats.get_mut(chat) {
                    talk.messages.push(message);
                }
            });
        }
        self.send_to_provider(user, to, text, &id).await
    }

    async fn send_to_provider(
        &self,
        user: u64,
        to: &[(&str, &str)],
        text: &str,
        id: &str,
    ) -> Outcome {
        let Settings { chat_hook, chat_hook_token, chat_provider, .. } = self.settings();
        let Some(user) = self.user_named(user) else {
            return Outcome::unsent("Такого сотрудника нет");
        };
        let message = [
            ("cmd", "newMessage"),
            ("providerId", chat_provider.as_str()),
            ("token", chat_hook_token.as_str()),
            ("message", text),
            ("messageId", id),
            ("userName", user.name.as_str()),
            ("userLastName", user.lastname.as_str()),
        ];
        let form = [&message, to].concat();
        let outcome = match Url::parse(&chat_hook) {
            Err(_) => Outcome::unsent("Не указан адрес сервиса чатов"),
            Ok(url) => match self.inner.outside.send(|http| http.post(url).form(&form)).await {
                Ok(Answer { status, body }) => Outcome { status: Some(status), body },
                Err(reason) => Outcome::unsent(&format!("Сервис чатов не отвечает: {reason}")),
            },
        };
        let to = to.first().map_or("", |(_, value)| *value);
        let words = format!("newMessage {id} {} -> {to}: {text}", user.full_name());
        let mut entry = Entry::new(self.clock().now(), Door::PlanfixChatHook, Kind::Write, words);
        if outcome.is_accepted() {
            entry.effects.extend(named_chat(&outcome.body).map(|chat| format!("chat {chat}")));
        } else {
            entry.refusal = Some(outcome.to_string());
        }
        self.change(|state| state.note(entry));
        outcome
    }

    fn user_named(&self, id: u64) -> Option<User> {
        self.look(|state| state.company.users.get(&id).cloned())
    }
}

fn named_chat(body: &str) -> Option<String> {
    let body: Value = serde_json::from_str(body).ok()?;
    body.get("chatId")?.as_str().map(str::to_owned)
}
