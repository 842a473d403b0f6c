//! Tags of chats: UIS tells of them in its report alone, so the report is read from time to time, for all chats
//! that wait for a tag at once.

use std::sync::Arc;

use ambient::Clock;
use async_trait::async_trait;
use domain::Failure;
use domain::chats::ChatId;
use domain::settings::CreateOn;
use engine::Engine;
use engine::board::{BoardQuery, Cards};
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use uis::data_api::{ChatRow, ChatsQuery};

use super::LANE;
use super::report::{REPORTED, report_of};
use crate::accounts::Account;
use crate::draft::json;
use crate::duties::Duty;
use crate::reconcile::is_short_of_points;
use crate::stored::not_stored;

/// How often the report is read: a reading of up to a hundred chats costs one point.
const EVERY: SignedDuration = SignedDuration::from_mins(2);
/// How long after its end a chat may get a tag that counts.
const AFTERWARDS: SignedDuration = SignedDuration::from_hours(24);
/// How many chats are looked at in one reading.
const CHATS: u32 = 500;
/// How far around the chats' beginnings the report is searched: its clock and ours differ.
const AROUND: SignedDuration = SignedDuration::from_hours(13);

/// Reads the tags.
pub(crate) struct ChatTags {
    engine: Arc<Engine>,
    clock: Arc<dyn Clock>,
}

impl ChatTags {
    pub(crate) fn new(engine: Arc<Engine>, clock: Arc<dyn Clock>) -> Self {
        Self { engine, clock }
    }

    /// The chats that may wait for a tag, and when the first of them began.
    async fn waiting(
        &self,
        connection: ConnectionId,
        now: Timestamp,
    ) -> Result<Option<(Vec<ChatId>, Timestamp)>, Failure> {
        let query =
            BoardQuery { connection, cards: Cards::All, reader: "", after: None, limit: CHATS };
        let cards = self.engine.store().board(query).await.map_err(not_stored)?;
        let recent = cards.iter().filter(|one| {
            let made = one.card.data.get("task").is_some_and(|task| !task.is_null());
            one.key.kind() == LANE && !made && one.card.last_at > now - AFTERWARDS
        });
        let (mut chats, mut begun) = (Vec::new(), now);
        for one in recent {
            let Ok(chat) = one.key.thing().parse().map(ChatId) else { continue };
            let began = one.card.data.get("began_at").and_then(|at| at.as_str()?.parse().ok());
            begun = begun.min(began.unwrap_or(one.card.last_at));
            chats.push(chat);
        }
        Ok((!chats.is_empty()).then_some((chats, begun)))
    }

    async fn tell(
        &self,
        connection: ConnectionId,
        row: ChatRow,
        now: Timestamp,
    ) -> Result<(), Failure> {
        let chat = row.id;
        let report = report_of(row);
        if report.tags.is_empty() {
            return Ok(());
        }
        // the same tags again are no news
        let digest = hex::encode(Sha256::digest(report.tags.join("\n").as_bytes()));
        let event = NewEvent {
            connection,
            lane: LaneKey::new(LANE, chat),
            kind: REPORTED.to_owned(),
            dedup: DedupKey::new(format!("{REPORTED}/{chat}/{digest}")),
            payload: json(&report)?,
            received_at: now,
        };
        self.engine.accept(event).await.map_err(not_stored)?;
        Ok(())
    }
}

#[async_trait]
impl Duty for ChatTags {
    fn name(&self) -> &'static str {
        "chat_tags"
    }

    fn due(&self, account: &Account, last: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
        let text = &account.settings.text;
        let by_tags = text.chats.as_ref().is_some_and(|chats| chats.create_on == CreateOn::Tag);
        let wanted = text.enabled && by_tags && account.uis.is_some();
        wanted.then(|| last.map_or(now, |last| last + EVERY))
    }

    async fn fulfil(&self, account: &Arc<Account>) -> Result<(), Failure> {
        let now = self.clock.now();
        let Some(uis) = account.uis.as_ref().filter(|uis| !is_short_of_points(uis, now)) else {
            return Ok(());
        };
        let Some((chats, begun)) = self.waiting(account.id, now).await? else { return Ok(()) };
        let query = ChatsQuery::between(begun - AROUND, now + AROUND).only(chats);
        for row in uis.chats(&query, account.settings.timezone.zone()).await? {
            self.tell(account.id, row, now).await?;
        }
        Ok(())
    }
}
