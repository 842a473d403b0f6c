//! Which flow a lane belongs to.

use async_trait::async_trait;
use domain::Failure;
use domain::failure::Code;
use engine::model::{Effect, Input, LaneKey, Step};
use engine::{Flow, Found, Place};
use serde_json::Value;

use crate::calls::{self, CallFlow};
use crate::chats::{self, ChatFlow};
use crate::click_to_call::{self, ClickFlow};
use crate::deals::backfill::BackfillFlow;
use crate::deals::{self, DealFlow};
use crate::leads::{self, LeadFlow};

/// A lane of a kind that this version does not know.
const KIND: Code = Code::new("SVZ-LANE");

/// All flows.
pub(crate) struct Flows {
    pub(crate) backfill: BackfillFlow,
    pub(crate) calls: CallFlow,
    pub(crate) chats: ChatFlow,
    pub(crate) clicks: ClickFlow,
    pub(crate) deals: DealFlow,
    pub(crate) leads: LeadFlow,
}

impl Flows {
    fn of(&self, key: &LaneKey) -> Result<&dyn Flow, Failure> {
        match key.kind() {
            calls::LANE => Ok(&self.calls),
            chats::LANE => Ok(&self.chats),
            chats::CHANNEL | chats::ACCOUNT => Ok(&chats::Catalogue),
            click_to_call::LANE => Ok(&self.clicks),
            deals::LANE => Ok(&self.deals),
            deals::BACKFILL_LANE => Ok(&self.backfill),
            leads::LANE => Ok(&self.leads),
            other => Err(Failure::permanent(KIND, format!("unknown kind of lane: {other}"))),
        }
    }
}

#[async_trait]
impl Flow for Flows {
    async fn step(&self, place: &Place, state: Value, input: Input) -> Result<Step, Failure> {
        self.of(&place.key)?.step(place, state, input).await
    }

    async fn send(&self, place: &Place, effect: &Effect) -> Result<Value, Failure> {
        self.of(&place.key)?.send(place, effect).await
    }

    async fn look(&self, place: &Place, effect: &Effect) -> Result<Found, Failure> {
        self.of(&place.key)?.look(place, effect).await
    }

    fn rewind(&self, key: &LaneKey, state: Value) -> Value {
        self.of(key).map_or(Value::Null, |flow| flow.rewind(key, state))
    }

    fn set_filter_aside(&self, key: &LaneKey, state: Value) -> Option<Value> {
        self.of(key).ok()?.set_filter_aside(key, state)
    }
}
