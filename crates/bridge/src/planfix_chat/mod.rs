//! What Planfix sends to the address of «API ПланФикса для чатов»: what employees write in the tasks of chats,
//! and first messages to people («Написать»).

mod begin;
mod files;

use std::sync::Arc;

use ambient::Clock;
use domain::Failure;
use domain::chats::ChatId;
use domain::settings::Settings;
use engine::Engine;
use engine::model::{ConnectionId, LaneKey};

use crate::accounts::{Account, Accounts};
use crate::chats::{self, Led, RemoteFile, Written, led, written_in_task};
use crate::form::{Answer, Form, is_key};
use crate::stored::not_stored;
use crate::workspace::Workspace;

pub(crate) use files::FileLinks;

/// Under which words Planfix finds a chat again whose message is durably stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Our word for the chat.
    pub chat: String,
    /// Our word for the person.
    pub contact: String,
}

/// Takes what employees write in Planfix.
#[derive(Clone)]
pub struct PlanfixChats {
    engine: Arc<Engine>,
    accounts: Arc<Accounts>,
    workspace: Workspace,
    clock: Arc<dyn Clock>,
}

impl PlanfixChats {
    pub(crate) fn new(
        engine: Arc<Engine>,
        accounts: Arc<Accounts>,
        workspace: Workspace,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { engine, accounts, workspace, clock }
    }

    /// Takes a command. An answer in a chat is stored and goes to the visitor afterwards; a chat that is to be
    /// begun is begun at once, as its number belongs to the answer.
    ///
    /// # Errors
    /// When the settings can't be read or the message can't be stored; Planfix must be told so.
    pub async fn command(
        &self,
        connection: ConnectionId,
        fields: &[(String, String)],
    ) -> Result<Answer<Place>, Failure> {
        let account = self.accounts.get(connection).await?;
        let form = Form::of(fields);
        if !knows_token(&account.settings, form.get("token")) {
            return Ok(Answer::InvalidToken);
        }
        let is_ours = form.get("providerId").is_none_or(|id| is_provider(&account.settings, id));
        let (Some("newMessage"), Some(id), true) =
            (form.get("cmd"), form.get("messageId"), is_ours)
        else {
            return Ok(Answer::InvalidParameters);
        };
        let written = Written {
            message: id.to_owned(),
            text: form.get("message").unwrap_or_default().to_owned(),
            name: form.get("userName").unwrap_or_default().to_owned(),
            last_name: form.get("userLastName").unwrap_or_default().to_owned(),
            files: files_of(&form),
        };
        if written.text.is_empty() && written.files.is_empty() {
            return Ok(Answer::InvalidParameters);
        }
        match (form.get("chatId"), form.get("contactPhone")) {
            (Some(chat), _) => self.answer(&account, chat, &written).await,
            (None, Some(_)) if !is_on(&account.settings) => Ok(switched_off()),
            (None, Some(phone)) => self.begin(&account, phone, form.get("channel"), &written).await,
            (None, None) => Ok(Answer::InvalidParameters),
        }
    }

    /// An answer in a chat that is there.
    async fn answer(
        &self,
        account: &Account,
        chat: &str,
        written: &Written,
    ) -> Result<Answer<Place>, Failure> {
        let Ok(id) = chat.parse().map(ChatId) else { return Ok(Answer::InvalidParameters) };
        let key = LaneKey::new(chats::LANE, id);
        let now = self.clock.now();
        let view = self.engine.store().find_lane(account.id, &key).await.map_err(not_stored)?;
        let Some(view) = view else {
            return Ok(Answer::Refused(format!("В Связке нет чата {chat}")));
        };
        let Led { contact, begun } = led(view, now)?;
        // a chat that was begun goes on to its end
        let text = &account.settings.text;
        let goes_on = begun && text.enabled && text.chats.is_some();
        if !goes_on && !is_on(&account.settings) {
            return Ok(switched_off());
        }
        self.store(account, id, written).await?;
        Ok(Answer::Done(Place { chat: chat.to_owned(), contact }))
    }

    async fn store(
        &self,
        account: &Account,
        chat: ChatId,
        written: &Written,
    ) -> Result<(), Failure> {
        let event = written_in_task(account.id, chat, written, self.clock.now());
        let event = event.map_err(|error| not_stored(engine::StoreError::broken(error)))?;
        self.engine.accept(event).await.map_err(not_stored)?;
        Ok(())
    }
}

/// Whether chats are led in Planfix.
fn is_on(settings: &Settings) -> bool {
    let text = &settings.text;
    text.enabled && text.chats.as_ref().is_some_and(|chats| chats.mirror)
}

fn switched_off() -> Answer<Place> {
    Answer::Refused("В Связке выключено «Вести переписку и в задаче Планфикса»".to_owned())
}

/// Names and links come as two lists; one without a name is called by the end of its link.
fn files_of(form: &Form<'_>) -> Vec<RemoteFile> {
    let names = form.all("attachments[name]");
    let links = form.all("attachments[url]").into_iter().enumerate();
    let links = links.filter(|(_, link)| !link.is_empty());
    links
        .map(|(number, link)| {
            let name = names.get(number).filter(|name| !name.is_empty()).cloned();
            RemoteFile { name: name.unwrap_or_else(|| end_of(&link)), link }
        })
        .collect()
}

fn end_of(link: &str) -> String {
    let path = link.split(['?', '#']).next().unwrap_or_default();
    let end = path.rsplit('/').next().filter(|end| !end.is_empty());
    end.unwrap_or("file").to_owned()
}

fn knows_token(settings: &Settings, told: Option<&str>) -> bool {
    let access = settings.credentials.planfix_chat.as_ref();
    access.and_then(|access| access.our_token.as_ref()).is_some_and(|own| is_key(own, told))
}

fn is_provider(settings: &Settings, told: &str) -> bool {
    settings.credentials.planfix_chat.as_ref().is_some_and(|access| access.provider_id == told)
}
