//! What UIS told of a visitor before his chat began.

use domain::Failure;
use domain::chats::{ChatEvent, ChatId, VisitorCard, VisitorId};
use engine::board::{BoardQuery, Cards};
use engine::model::LaneKey;

use super::catalogue::VISITOR;
use super::lane::ChatLane;
use super::{LANE, callbacks};
use crate::scene::Scene;
use crate::stored::not_stored;

/// How many chats of the visitor are looked at.
const CHATS: u32 = 10;

impl Scene<'_> {
    /// Adds what the visitor said of himself before: while no chat went on, or in an earlier one.
    pub(super) async fn recognise_visitor(&self, lane: &mut ChatLane) -> Result<(), Failure> {
        let Some(visitor) = lane.facts.visitor else { return Ok(()) };
        if lane.facts.card.name.is_some() && !lane.facts.lacks_contact_data() {
            return Ok(());
        }
        if let Some(card) = self.told_without_a_chat(visitor).await? {
            lane.facts.recall(card);
        }
        if let Some(card) = self.told_in_a_chat_before(visitor, lane.facts.chat).await? {
            lane.facts.recall(card);
        }
        Ok(())
    }

    async fn told_without_a_chat(
        &self,
        visitor: VisitorId,
    ) -> Result<Option<VisitorCard>, Failure> {
        let key = LaneKey::new(VISITOR, visitor);
        let kept = self.store.find_lane(self.place.connection, &key).await.map_err(not_stored)?;
        let Some(kept) = kept.filter(|lane| !lane.state.is_null()) else { return Ok(None) };
        Ok(match callbacks::callback_of(kept.state)?.event {
            ChatEvent::VisitorCard { card, .. } => Some(card),
            _ => None,
        })
    }

    /// The newest that says anything.
    async fn told_in_a_chat_before(
        &self,
        visitor: VisitorId,
        chat: ChatId,
    ) -> Result<Option<VisitorCard>, Failure> {
        let client = format!("visitor/{visitor}");
        let query = BoardQuery {
            connection: self.place.connection,
            cards: Cards::Of(&client),
            reader: "",
            after: None,
            limit: CHATS,
        };
        let mut cards = self.store.board(query).await.map_err(not_stored)?;
        cards.retain(|card| card.key.kind() == LANE && card.lane != self.place.lane);
        cards.sort_by_key(|card| std::cmp::Reverse(card.card.last_at));
        for listed in cards {
            let Some(view) = self.store.lane(listed.lane).await.map_err(not_stored)? else {
                continue;
            };
            let earlier = ChatLane::open(view.state, chat, self.place.now)?;
            if earlier.facts.card != VisitorCard::default() {
                return Ok(Some(earlier.facts.card));
            }
        }
        Ok(None)
    }
}
