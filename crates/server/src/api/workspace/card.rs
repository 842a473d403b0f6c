//! A card of the list on the wire.

use domain::workspace::{CardFace, WorkKind};
use engine::board::{CardPlace, Listed};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::AtWork;
use super::line::LineAuthor;
use crate::problem::Problem;

/// A chat or a lead in the list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WorkCard {
    /// Its number.
    id: i64,
    /// Kind and number in UIS.
    #[schema(example = "chat/774411")]
    key: String,
    /// What it is.
    kind: CardKind,
    /// Where it stands.
    place: CardState,
    /// The employee of UIS who has it.
    holder: Option<i64>,
    /// His name.
    holder_name: Option<String>,
    /// Whether that is the caller.
    mine: bool,
    /// Since when the client waits for an answer; `null` = he does not.
    #[schema(value_type = Option<String>, format = DateTime)]
    waiting_since: Option<Timestamp>,
    /// When something was last said.
    #[schema(value_type = String, format = DateTime)]
    last_at: Timestamp,
    /// The last thing said.
    last: Option<LastLine>,
    /// How many lines the caller has not read.
    unread: u32,
    /// The newest revision of the thread: `since` of a thread that is read up to here.
    revision: i64,
    /// Whom it is with, as far as known.
    client: String,
    /// The client's phone, digits.
    phone: Option<String>,
    /// His e-mail.
    email: Option<String>,
    /// The channel's number.
    channel: Option<i64>,
    /// What channel it is, in UIS's words (`comagic` is the site's widget).
    #[schema(example = "telegram")]
    channel_kind: Option<String>,
    /// Its name in UIS.
    channel_name: Option<String>,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    began_at: Timestamp,
    /// Whether it was closed before anybody answered.
    lost: bool,
    /// UIS's word for why it was closed.
    #[schema(example = "closed_by_operator")]
    close_reason: Option<String>,
    /// The bounds in which the client may be written to freely (WABA); `null` where there are none.
    window: Option<TalkWindow>,
    /// The task in Planfix.
    task: Option<i64>,
    /// The contact in Planfix.
    contact: Option<i64>,
}

/// What a card is about.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CardKind {
    /// A chat.
    Chat,
    /// A lead.
    Lead,
}

/// Where a card stands.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CardState {
    /// In the queue.
    Queue,
    /// Somebody has it.
    Held,
    /// Over.
    Closed,
}

/// The last thing said.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct LastLine {
    /// By whom.
    author: LineAuthor,
    /// The beginning of the text.
    text: String,
    /// Whether it has a file.
    file: bool,
}

/// The time in which a client may be written to without a template.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TalkWindow {
    /// When it closes; `null` = it is closed.
    #[schema(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
    /// Whether it is open now.
    open: bool,
}

impl WorkCard {
    /// The card as the operator sees it.
    pub(super) fn of(listed: Listed, work: &AtWork, now: Timestamp) -> Result<Self, Problem> {
        let Listed { card, .. } = listed;
        let face: CardFace = serde_json::from_value(card.data)
            .map_err(|error| engine::StoreError::Corrupt(error.to_string()))?;
        let holder = card.holder.as_deref().and_then(|id| id.parse().ok());
        let me = work.operator.person.employee.0;
        Ok(Self {
            id: listed.lane.0,
            key: listed.key.to_string(),
            kind: match face.kind {
                WorkKind::Chat => CardKind::Chat,
                WorkKind::Lead => CardKind::Lead,
            },
            place: match card.place {
                CardPlace::Queue => CardState::Queue,
                CardPlace::Held => CardState::Held,
                CardPlace::Closed => CardState::Closed,
            },
            mine: holder == Some(me),
            holder,
            holder_name: face.holder_name,
            waiting_since: card.waiting_since,
            last_at: card.last_at,
            last: face.last.map(|word| LastLine {
                author: word.author.into(),
                text: work.shown(word.text),
                file: word.file,
            }),
            unread: listed.unread,
            revision: listed.revision,
            client: work.shown(face.client),
            phone: face.phone.map(|phone| work.shown_phone(phone)),
            email: face.email,
            channel: face.channel.map(|channel| channel.0),
            channel_kind: face.channel_kind.map(|kind| kind.as_str().to_owned()),
            channel_name: face.channel_name,
            began_at: face.began_at,
            lost: face.lost,
            close_reason: face.close_reason,
            window: face
                .window
                .map(|window| TalkWindow { until: window.until, open: window.is_open(now) }),
            task: face.task.map(|task| task.0),
            contact: face.contact.map(|contact| contact.0),
        })
    }

    /// The card right after the operator has taken it, whether its lane has noted that already or not.
    pub(super) fn taken_by(mut self, me: i64, name: Option<String>) -> Self {
        self.place = CardState::Held;
        self.holder = Some(me);
        self.holder_name = name;
        self.mine = true;
        self
    }
}
