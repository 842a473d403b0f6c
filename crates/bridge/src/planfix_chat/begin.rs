//! An employee of Planfix writes first.

use domain::chats::{ChannelId, ChatChannel, ChatChannelKind, VisitorAddress};
use domain::phone::Phone;
use domain::workspace::Person;
use domain::{Class, Failure};
use serde::{Deserialize, Serialize};

use super::{Answer, Place, PlanfixChats};
use crate::accounts::Account;
use crate::chats::Written;
use crate::draft::json;
use crate::stored::not_stored;
use crate::workspace::{NewTalk, Refusal};

/// Channels where nobody can be written to freely by his phone.
const NOT_BY_PHONE: [ChatChannelKind; 2] = [ChatChannelKind::Email, ChatChannelKind::Waba];

/// How far beginning a chat for a message has come, for whoever brings the message again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
enum Stage {
    /// UIS is being asked, or was and nobody knows what it did.
    Asking,
    /// UIS refused; it may be tried again.
    Refused,
    /// It is there.
    Begun { chat: String, contact: String },
}

impl PlanfixChats {
    /// Begins a chat with a phone and sends the message there. The same message brought again, however
    /// often and to whichever node, begins one chat: a person must not be written to twice.
    pub(super) async fn begin(
        &self,
        account: &Account,
        phone: &str,
        channel: Option<&str>,
        written: &Written,
    ) -> Result<Answer<Place>, Failure> {
        let Some(phone) = Phone::parse(phone) else { return Ok(Answer::InvalidParameters) };
        let name = format!("planfix-chat/{}/{}", account.id, written.message);
        let known = self.engine.store().record(&name).await.map_err(not_stored)?;
        let over = known.as_ref().map(|record| record.version);
        match known.map(|record| Stage::deserialize(record.value)) {
            Some(Ok(Stage::Begun { chat, contact })) => {
                return Ok(Answer::Done(Place { chat, contact }));
            }
            Some(Ok(Stage::Asking)) => return Ok(unknown()),
            _ => {}
        }
        let (channel, by) = match self.choose(account, channel, written).await? {
            Ok(chosen) => chosen,
            Err(why) => return Ok(Answer::Refused(why.to_owned())),
        };
        if !self.note(&name, over, &Stage::Asking).await? {
            return Ok(unknown());
        }
        let noted = self.engine.store().record(&name).await.map_err(not_stored)?;
        let over = noted.map(|record| record.version);
        let talk = NewTalk { channel, visitor: VisitorAddress::Phone(phone) };
        let begun = match self.workspace.begin(account.id, by, talk).await {
            Ok(begun) => begun,
            Err(Refusal::Failed(failure)) if failure.class == Class::Unknown => {
                return Ok(unknown());
            }
            Err(refusal) => {
                self.note(&name, over, &Stage::Refused).await?;
                return Ok(Answer::Refused(match refusal {
                    Refusal::Failed(failure) => failure.message,
                    refusal => refusal.to_string(),
                }));
            }
        };
        let chat = begun.chat.to_string();
        let contact = begun.visitor.map_or_else(|| format!("chat-{chat}"), |id| id.to_string());
        self.store(account, begun.chat, written).await?;
        let stage = Stage::Begun { chat: chat.clone(), contact: contact.clone() };
        self.note(&name, over, &stage).await?;
        Ok(Answer::Done(Place { chat, contact }))
    }

    /// `false` when somebody else was faster.
    async fn note(&self, name: &str, over: Option<u64>, stage: &Stage) -> Result<bool, Failure> {
        self.engine.store().swap_record(name, over, &json(stage)?).await.map_err(not_stored)
    }

    /// Where and in whose name; else why not.
    async fn choose(
        &self,
        account: &Account,
        wanted: Option<&str>,
        written: &Written,
    ) -> Result<Result<(ChannelId, Person), &'static str>, Failure> {
        let channels = account.channels.all().await?;
        let Some(channel) = choose(&channels, wanted) else {
            return Ok(Err(
                "В UIS нет канала, в котором можно написать первым по номеру телефона: WhatsApp, Telegram или SMS",
            ));
        };
        let author = account.staff.employee_named(&written.author(), account.rest.as_ref()).await;
        let employee = match author {
            Some(employee) => Some(employee),
            None => account.staff.anybody().await,
        };
        let Some(employee) = employee else {
            return Ok(Err("В UIS нет сотрудника, от имени которого написать"));
        };
        let name = account.staff.name_of(employee).await;
        Ok(Ok((channel.id, Person { employee, name })))
    }
}

/// UIS may have begun the chat, and nobody can tell.
fn unknown() -> Answer<Place> {
    Answer::Refused(
        "Неизвестно, начат ли чат: посмотрите в рабочем месте оператора, прежде чем писать ещё раз"
            .to_owned(),
    )
}

/// The channel of that name or kind, else the first in which a phone may be written to freely: WABA takes a
/// template only.
fn choose<'a>(channels: &'a [ChatChannel], wanted: Option<&str>) -> Option<&'a ChatChannel> {
    let by_phone = |channel: &&ChatChannel| {
        channel
            .kind
            .as_ref()
            .is_some_and(|kind| kind.operator_may_begin() && !NOT_BY_PHONE.contains(kind))
    };
    let is_wanted = |channel: &&ChatChannel| {
        let kind = channel.kind.as_ref().map(ChatChannelKind::as_str);
        wanted.is_some() && (channel.name.as_deref() == wanted || kind == wanted)
    };
    let mut fitting = channels.iter().filter(by_phone);
    let named = channels.iter().filter(by_phone).find(is_wanted);
    named.or_else(|| fitting.next())
}
