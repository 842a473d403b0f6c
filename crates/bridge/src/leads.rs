//! Leads that come by the hook are kept whole and in order until their flow is there to take them.

use async_trait::async_trait;
use domain::Failure;
use engine::model::{Effect, Input, LaneKey, Standing, Step, Summary};
use engine::{Flow, Found, Place};
use serde_json::{Value, json};

use crate::stored::no_writes;

/// The kind of lanes that leads run in: `lead/501`.
pub(crate) const LANE: &str = "lead";

/// Keeps leads.
pub(crate) struct KeptLeads;

#[async_trait]
impl Flow for KeptLeads {
    async fn step(&self, place: &Place, state: Value, _input: Input) -> Result<Step, Failure> {
        let summary = Summary {
            direction: None,
            phone: None,
            client: None,
            title: String::new(),
            state: Standing::Waiting,
            reason: json!({ "note": "lead_kept" }),
            started_at: place.now,
            task: None,
            contact: None,
        };
        Ok(Step { state, summary: Some(summary), ..Step::default() })
    }

    async fn send(&self, _place: &Place, _effect: &Effect) -> Result<Value, Failure> {
        Err(no_writes())
    }

    async fn look(&self, _place: &Place, _effect: &Effect) -> Result<Found, Failure> {
        Err(no_writes())
    }

    fn rewind(&self, _key: &LaneKey, _state: Value) -> Value {
        Value::Null
    }
}
