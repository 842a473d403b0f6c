//! An employee writes in the task, or to a contact who has never written.

use jiff::Timestamp;
use serde_json::Value;
use url::Url;

use super::office::{TalkMessage, Talks, TaskFile};
use super::work::{About, contact_of, talk_of};
use crate::Door;
use crate::ledger::{Entry, Kind};
use crate::outside::Answer;
use crate::planfix::Planfix;
use crate::planfix::company::{Settings, User};
use crate::planfix::pbx::Outcome;
use crate::planfix::state::State;

impl Planfix {
    /// An employee answers in the task of a chat; returns what the provider answered.
    pub async fn answer_in_task(&self, user: u64, chat: &str, text: &str) -> Outcome {
        self.answer_with_files(user, chat, text, &[]).await
    }

    /// The same with files.
    pub async fn answer_with_files(
        &self,
        user: u64,
        chat: &str,
        text: &str,
        files: &[TaskFile],
    ) -> Outcome {
        let files: Vec<(String, String)> =
            files.iter().map(|file| (file.name.clone(), self.keep_file(file))).collect();
        let message = self.written_by(user, text, &files);
        let id = message.id.clone().unwrap_or_default();
        self.change(|state| {
            if let Some(talk) = state.talks.chats.get_mut(chat) {
                talk.messages.push(message);
            }
        });
        self.send_to_provider(user, &[("chatId", chat)], text, &id, &files).await
    }

    /// An employee presses «Написать» beside a contact's phone. The provider says under which word it has
    /// begun the chat.
    pub async fn write_to_contact(&self, user: u64, phone: &str, text: &str) -> Outcome {
        let message = self.written_by(user, text, &[]);
        let id = message.id.clone().unwrap_or_default();
        let outcome = self.send_to_provider(user, &[("contactPhone", phone)], text, &id, &[]).await;
        let named = named(&outcome.body, "chatId").zip(named(&outcome.body, "contactId"));
        if let Some((chat, person)) = named.filter(|_| outcome.is_accepted()) {
            let now = self.clock().now();
            self.change(|state| begin(state, &chat, &person, phone, message, now));
        }
        outcome
    }

    /// Sends the last answer of a chat once more, under the same `messageId`.
    pub async fn answer_again(&self, user: u64, chat: &str) -> Outcome {
        let last = self.talks().talk(chat).and_then(|talk| {
            talk.messages.iter().rev().find(|message| message.id.is_some()).cloned()
        });
        let Some(TalkMessage { id: Some(id), text, .. }) = last else {
            return Outcome::unsent("В этом чате никто не отвечал из задачи");
        };
        self.send_to_provider(user, &[("chatId", chat)], &text, &id, &[]).await
    }

    /// The conversations.
    pub fn talks(&self) -> Talks {
        self.look(|state| state.talks.clone())
    }

    fn written_by(&self, user: u64, text: &str, files: &[(String, String)]) -> TalkMessage {
        let id = self.change(|state| {
            state.talks.written += 1;
            format!("pf-{}", state.talks.written)
        });
        TalkMessage {
            author: self.user_named(user).map(|user| user.email).unwrap_or_default(),
            text: text.to_owned(),
            files: files.iter().map(|(_, link)| link.clone()).collect(),
            id: Some(id),
            status: None,
        }
    }

    async fn send_to_provider(
        &self,
        user: u64,
        to: &[(&str, &str)],
        text: &str,
        id: &str,
        files: &[(String, String)],
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
        let attached = files.iter().flat_map(|(name, link)| {
            [("attachments[name]", name.as_str()), ("attachments[url]", link.as_str())]
        });
        let form: Vec<_> = message.iter().chain(to).copied().chain(attached).collect();
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
            entry.effects.extend(named(&outcome.body, "chatId").map(|chat| format!("chat {chat}")));
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

/// The task and the contact of a chat that was begun here.
fn begin(
    state: &mut State,
    chat: &str,
    person: &str,
    phone: &str,
    message: TalkMessage,
    now: Timestamp,
) {
    let mut entry = Entry::new(now, Door::PlanfixChatHook, Kind::Write, String::new());
    let about = About { name: phone, phone: Some(phone), email: None };
    let contact = contact_of(state, person, about, now, &mut entry);
    let talk = talk_of(state, chat, person, contact, phone, now, &mut entry);
    talk.messages.push(message);
}

fn named(body: &str, what: &str) -> Option<String> {
    let body: Value = serde_json::from_str(body).ok()?;
    body.get(what)?.as_str().map(str::to_owned)
}
