//! One chat of the report.

use std::collections::BTreeMap;

use domain::calls::EmployeeRef;
use domain::chats::{ChannelId, ChatChannelKind, ChatId, CloseReason, Initiator, VisitorId};
use domain::ids::{CommunicationId, UisEmployeeId};
use domain::phone::Phone;
use jiff::tz::TimeZone;

use crate::data_api::report_time::ReportTime;
use crate::data_api::{CallTag, Named};
use crate::rpc::Row;
use crate::text;

/// A chat as the report has it. What the account does not give, or gives odd, is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChatRow {
    /// The chat.
    pub id: ChatId,
    /// How far it has come.
    pub status: Option<ChatStatus>,
    /// Who began it.
    pub initiator: Option<Initiator>,
    /// When it began.
    pub start: Option<ReportTime>,
    /// Why it ended.
    pub close_reason: Option<CloseReason>,
    /// The channel.
    pub channel: Option<ChannelId>,
    /// What kind of channel it is.
    pub channel_kind: Option<ChatChannelKind>,
    /// Its name.
    pub channel_name: Option<String>,
    /// The employee who took it.
    pub employee: Option<EmployeeRef>,
    /// Its tags.
    pub tags: Vec<CallTag>,
    /// The site, by its domain.
    pub site: Option<Named>,
    /// The advertising campaign.
    pub campaign: Option<Named>,
    /// The traffic source (`source_id`, `source_name`).
    pub source: Option<Named>,
    /// As of a call: `primary`, `secondary`, `first`, ….
    pub attributes: Vec<String>,
    /// The communication.
    pub communication: Option<CommunicationId>,
    /// Which of this visitor's communications it is, by UIS's count.
    pub communication_number: Option<i64>,
    /// The visitor.
    pub visitor: Option<VisitorId>,
    /// The visitor's phone. The report has neither his name nor his e-mail.
    pub visitor_phone: Option<Phone>,
    /// Every column that says something, by its UIS name, as text.
    pub columns: BTreeMap<String, String>,
}

/// How far a chat has come (`status`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChatStatus {
    /// `new`: nobody has taken it, and it is open.
    New,
    /// `active`: an employee has it, and it is open.
    Active,
    /// `lost`: closed, and nobody answered the visitor.
    Lost,
    /// `succeed`: closed, and both sides wrote.
    Succeeded,
    /// `refused`: closed, and the visitor did not answer.
    Refused,
    /// Another one, as UIS says it.
    Other(String),
}

impl ChatStatus {
    /// Whether the chat is over.
    pub fn is_over(&self) -> bool {
        matches!(self, Self::Lost | Self::Succeeded | Self::Refused)
    }

    fn read(word: String) -> Self {
        match word.as_str() {
            "new" => Self::New,
            "active" => Self::Active,
            "lost" => Self::Lost,
            "succeed" => Self::Succeeded,
            "refused" => Self::Refused,
            _ => Self::Other(word),
        }
    }
}

impl ChatRow {
    /// Whether it is the visitor's first communication («Первичное обращение»); `None` when the account
    /// tells neither attributes nor numbers.
    pub fn is_primary(&self) -> Option<bool> {
        let has = |name: &str| self.attributes.iter().any(|attribute| attribute == name);
        let said = has("primary") || has("secondary");
        said.then(|| has("primary")).or(self.communication_number.map(|number| number == 1))
    }

    /// Reads a row; `None` without an id.
    pub(super) fn read(row: Row<'_>, timezone: &TimeZone) -> Option<Self> {
        let employee = row.whole("employee_id").map(|id| EmployeeRef {
            id: UisEmployeeId(id),
            full_name: row.text("employee_full_name"),
        });
        Some(Self {
            id: ChatId(row.whole("id")?),
            status: row.text("status").map(ChatStatus::read),
            initiator: row.text("initiator").map(Initiator::from),
            start: row.text("date_time").and_then(|time| ReportTime::parse(&time, timezone)),
            close_reason: row.text("release_cause").map(CloseReason::from),
            channel: row.whole("chat_channel_id").map(ChannelId),
            channel_kind: row.text("chat_channel_type").map(ChatChannelKind::from),
            channel_name: row.text("chat_channel_name"),
            employee,
            tags: row.rows("tags").filter_map(CallTag::read).collect(),
            site: named(row, "site_id", "site_domain_name"),
            campaign: named(row, "campaign_id", "campaign_name"),
            source: named(row, "source_id", "source_name"),
            attributes: row.list("attributes"),
            communication: row.whole("communication_id").map(CommunicationId),
            communication_number: row.whole("communication_number"),
            visitor: row.whole("visitor_id").map(VisitorId),
            visitor_phone: row.phone("visitor_phone_number"),
            columns: row.0.iter().filter_map(|(k, v)| Some((k.clone(), text::of(v)?))).collect(),
        })
    }
}

fn named(row: Row<'_>, id: &str, name: &str) -> Option<Named> {
    Some(Named { id: row.whole(id), name: row.text(name)? })
}
