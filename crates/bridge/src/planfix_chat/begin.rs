//! An employee of Planfix writes first.

use domain::Failure;
use domain::chats::{ChatChannel, ChatChannelKind, VisitorAddress};
use domain::phone::Phone;
use domain::workspace::Person;
use serde_json::json;

use super::{Answer, PlanfixChats};
use crate::accounts::Account;
use crate::chats::Written;
use crate::stored::not_stored;
use crate::workspace::{NewTalk, Refusal};

impl PlanfixChats {
    /// Begins a chat with a phone and sends the message there. The same message brought again gets the same
    /// answer: a person must not be written to twice.
    pub(super) async fn begin(
        &self,
        account: &Account,
        phone: &str,
        channel: Option<&str>,
        written: &Written,
    ) -> Result<Answer, Failure> {
        let Some(phone) = Phone::parse(phone) else { return Ok(Answer::InvalidParameters) };
        let name = format!("planfix-chat/{}/{}", account.id, written.message);
        let known = self.engine.store().record(&name).await.map_err(not_stored)?;
        if let Some(record) = known {
            let word = |name: &str| record.value.get(name)?.as_str().map(str::to_owned);
            let (chat, contact) = (word("chat"), word("contact"));
            return Ok(match (chat, contact) {
                (Some(chat), Some(contact)) => Answer::Stored { chat, contact },
                _ => Answer::InvalidParameters,
            });
        }
        let channels = account.channels.all().await?;
        let Some(channel) = choose(&channels, channel) else {
            let why = "В UIS нет канала, в котором можно написать первым по номеру телефона: WhatsApp, WABA, Telegram или SMS";
            return Ok(Answer::Refused(why.to_owned()));
        };
        let author = account.staff.employee_named(&written.author(), account.rest.as_ref()).await;
        let employee = match author {
            Some(employee) => Some(employee),
            None => account.staff.anybody().await,
        };
        let Some(employee) = employee else {
            let why = "В UIS нет сотрудника, от имени которого написать";
            return Ok(Answer::Refused(why.to_owned()));
        };
        let by = Person { employee, name: account.staff.name_of(employee).await };
        let talk = NewTalk { channel: channel.id, visitor: VisitorAddress::Phone(phone) };
        let begun = match self.workspace.begin(account.id, by, talk).await {
            Ok(begun) => begun,
            Err(Refusal::Failed(failure)) => return Ok(Answer::Refused(failure.message)),
            Err(refusal) => return Ok(Answer::Refused(refusal.to_string())),
        };
        let chat = begun.chat.to_string();
        let contact = begun.visitor.map_or_else(|| format!("chat-{chat}"), |id| id.to_string());
        let value = json!({ "chat": chat, "contact": contact });
        self.engine.store().swap_record(&name, None, &value).await.map_err(not_stored)?;
        self.store(account, begun.chat, written).await?;
        Ok(Answer::Stored { chat, contact })
    }
}

/// The channel of that name or kind, else the first in which a phone may be written to.
fn choose<'a>(channels: &'a [ChatChannel], wanted: Option<&str>) -> Option<&'a ChatChannel> {
    let by_phone = |channel: &&ChatChannel| {
        channel
            .kind
            .as_ref()
            .is_some_and(|kind| kind.operator_may_begin() && *kind != ChatChannelKind::Email)
    };
    let is_wanted = |channel: &&ChatChannel| {
        let kind = channel.kind.as_ref().map(ChatChannelKind::as_str);
        wanted.is_some() && (channel.name.as_deref() == wanted || kind == wanted)
    };
    let mut fitting = channels.iter().filter(by_phone);
    let named = channels.iter().filter(by_phone).find(is_wanted);
    named.or_else(|| fitting.next())
}
