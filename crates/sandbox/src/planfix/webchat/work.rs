//! What the commands do.

use std::fmt;

use jiff::Timestamp;
use serde_json::json;

use super::Command;
use super::office::{Talk, TalkMessage};
use crate::Door;
use crate::ledger::{Entry, Kind};
use crate::planfix::company::{Contact, Person, Phone, Task};
use crate::planfix::state::State;
use crate::planfix::wire::Reply;

/// Why a command is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::planfix) enum Refusal {
    InvalidToken,
    InvalidParameters,
    TaskNotFound,
    UnknownContact,
}

impl Refusal {
    pub(in crate::planfix) fn reply(self) -> Reply {
        let status = if self == Self::InvalidToken { 401 } else { 400 };
        Reply::json(status, &json!({"error": self.to_string()}))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::InvalidToken => "Invalid token",
            Self::InvalidParameters => "Invalid parameters",
            Self::TaskNotFound => "task not found",
            Self::UnknownContact => "unknown contact",
        })
    }
}

/// The ledger's line of a command.
pub(in crate::planfix) fn note(command: &Command, now: Timestamp) -> Entry {
    let kind = if command.name().starts_with("get") { Kind::Read } else { Kind::Write };
    let mut entry = Entry::new(now, Door::PlanfixChat, kind, describe(command));
    entry.violations = command.transport_violations();
    entry
}

fn describe(command: &Command) -> String {
    let get = |name| command.get(name).unwrap_or_default();
    match command.name() {
        "newMessage" => {
            let by = match (command.get("isEcho"), command.get("userEmail")) {
                (None, _) => get("contactName").to_owned(),
                (Some(_), None) => "echo".to_owned(),
                (Some(_), Some(email)) => format!("echo of {email}"),
            };
            let files = command.all("attachments[name]").map(|name| format!(" +{name}"));
            format!(
                "newMessage {} {by}: {}{}",
                get("chatId"),
                get("message"),
                files.collect::<String>()
            )
        }
        "getTask" => format!("getTask {}", get("chatId")),
        "getContact" => format!("getContact {}", get("contactId")),
        "updateContact" => format!(
            "updateContact {} {} {} {}",
            get("contactId"),
            get("contactName"),
            get("contactPhone"),
            get("contactEmail")
        )
        .trim_end()
        .to_owned(),
        "messageStatus" => {
            let words = [get("messageId"), get("messageStatus"), get("messageStatusText")];
            format!("messageStatus {}", words.join(" ")).trim_end().to_owned()
        }
        other => other.to_owned(),
    }
}

/// Carries a command out.
pub(in crate::planfix) fn carry_out(
    state: &mut State,
    command: &Command,
    now: Timestamp,
) -> (Entry, Reply) {
    let mut entry = note(command, now);
    let done = if entry.violations.is_empty() {
        obey(state, command, now, &mut entry)
    } else {
        Err(Refusal::InvalidParameters)
    };
    let reply = done.unwrap_or_else(|refusal| {
        entry.refusal = Some(refusal.to_string());
        refusal.reply()
    });
    (entry, reply)
}

fn obey(
    state: &mut State,
    command: &Command,
    now: Timestamp,
    entry: &mut Entry,
) -> Result<Reply, Refusal> {
    let settings = &state.company.settings;
    if command.get("planfix_token") != Some(settings.chat_token.as_str()) {
        return Err(Refusal::InvalidToken);
    }
    if command.get("providerId") != Some(settings.chat_provider.as_str()) {
        return Err(Refusal::InvalidParameters);
    }
    let wanted = |name| command.get(name).ok_or(Refusal::InvalidParameters);
    match command.name() {
        "newMessage" => new_message(state, command, now, entry)?,
        "updateContact" => {
            let person = wanted("contactId")?;
            let known = state.talks.people.get(person).copied();
            let known = known.ok_or(Refusal::UnknownContact)?;
            let name = wanted("contactName")?;
            if let Some(contact) = state.company.contacts.get_mut(&known) {
                state.talks.rename(person, &contact.name, name);
                tell(contact, About::of(command, name));
            }
        }
        "messageStatus" => {
            let (id, status) = (wanted("messageId")?, wanted("messageStatus")?);
            let mut messages = state.talks.chats.values_mut().flat_map(|talk| &mut talk.messages);
            let message = messages.find(|message| message.id.as_deref() == Some(id));
            let message = message.ok_or(Refusal::InvalidParameters)?;
            message.status = Some(match (status, command.get("messageStatusText")) {
                ("error", Some(text)) => format!("error: {text}"),
                ("error" | "read", _) => status.to_owned(),
                _ => "sent".to_owned(),
            });
        }
        "getTask" => {
            let talk = state.talks.chats.get(wanted("chatId")?).ok_or(Refusal::TaskNotFound)?;
            if now.duration_since(talk.began_at).as_secs() < settings.chat_lag {
                return Err(Refusal::TaskNotFound);
            }
            return Ok(Reply::json(200, &json!({"data": {"number": talk.task}})));
        }
        "getContact" => {
            let word = wanted("contactId")?;
            let of_person = state.talks.chats.values().filter(|talk| talk.contact == word);
            let age = of_person.map(|talk| now.duration_since(talk.began_at).as_secs()).max();
            let contact = state.talks.people.get(word).filter(|_| age >= Some(settings.chat_lag));
            let contact = contact.ok_or(Refusal::UnknownContact)?;
            return Ok(Reply::json(200, &json!({"data": {"number": contact}})));
        }
        _ => return Err(Refusal::InvalidParameters),
    }
    Ok(Reply::empty(200))
}

/// The first message of a chat makes its task, the first one of a person makes his contact.
fn new_message(
    state: &mut State,
    command: &Command,
    now: Timestamp,
    entry: &mut Entry,
) -> Result<(), Refusal> {
    let wanted = |name| command.get(name).ok_or(Refusal::InvalidParameters);
    let (chat, person) = (wanted("chatId")?, wanted("contactId")?);
    let name = wanted("contactName")?;
    let text = command.get("message").unwrap_or_default();
    let files: Vec<String> = command.all("attachments[url]").map(str::to_owned).collect();
    if text.is_empty() && files.is_empty() {
        return Err(Refusal::InvalidParameters);
    }
    let about = About::of(command, name);
    let contact = contact_of(state, person, about, now, entry);
    let email = command.get("userEmail").filter(|email| state.company.has_user(email));
    let author = match (command.get("isEcho"), email) {
        (None, _) => name.to_owned(),
        (Some(_), Some(email)) => email.to_owned(),
        (Some(_), None) => "автор по умолчанию".to_owned(),
    };
    let title = command.get("title").map_or_else(|| format!("Чат: {name}"), str::to_owned);
    let talk = talk_of(state, chat, person, contact, &title, now, entry);
    let text = text.to_owned();
    talk.messages.push(TalkMessage { author, text, files, id: None, status: None });
    Ok(())
}

/// The conversation; a new one gets a task.
pub(super) fn talk_of<'a>(
    state: &'a mut State,
    chat: &str,
    person: &str,
    contact: u64,
    title: &str,
    now: Timestamp,
    entry: &mut Entry,
) -> &'a mut Talk {
    let (company, talks) = (&mut state.company, &mut state.talks);
    talks.chats.entry(chat.to_owned()).or_insert_with(|| {
        let id = company.ids.task();
        let mut task = Task::new(id, now);
        title.clone_into(&mut task.name);
        task.object = Some(company.settings.chat_task_object);
        task.status = company.statuses(task.object).first().map_or(0, |status| status.id);
        task.counterparty = Some(Person::Contact(contact));
        company.tasks.insert(id, task);
        entry.effects.push(format!("task {id}"));
        Talk { task: id, contact: person.to_owned(), began_at: now, messages: Vec::new() }
    })
}

/// What a command says of the person.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    pub(super) name: &'a str,
    pub(super) phone: Option<&'a str>,
    pub(super) email: Option<&'a str>,
}

impl<'a> About<'a> {
    fn of(command: &'a Command, name: &'a str) -> Self {
        Self { name, phone: command.get("contactPhone"), email: command.get("contactEmail") }
    }
}

/// The contact: the one the provider's word stands for, one with the same phone, or a new one.
pub(super) fn contact_of(
    state: &mut State,
    person: &str,
    about: About<'_>,
    now: Timestamp,
    entry: &mut Entry,
) -> u64 {
    if let Some(known) = state.talks.people.get(person) {
        return *known;
    }
    let by_phone = about.phone.and_then(|phone| state.company.contact_by_phone(phone));
    let id = by_phone.map(|contact| contact.id);
    let id = id.unwrap_or_else(|| {
        let id = state.company.ids.contact();
        let mut contact = Contact::new(id, now);
        contact.template = state.company.settings.new_contact_template;
        tell(&mut contact, about);
        state.company.contacts.insert(id, contact);
        entry.effects.push(format!("contact {id}"));
        id
    });
    state.talks.people.insert(person.to_owned(), id);
    id
}

fn tell(contact: &mut Contact, about: About<'_>) {
    about.name.clone_into(&mut contact.name);
    if let Some(email) = about.email {
        contact.email = Some(email.to_owned());
    }
    if let Some(phone) = about.phone
        && !contact.has_phone(phone)
    {
        contact.phones.push(Phone { number: phone.to_owned(), kind: 1 });
    }
}
