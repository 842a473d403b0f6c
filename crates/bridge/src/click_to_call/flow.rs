//! Clicks as a flow of the engine: they write nothing outside, they are remembered and explained.

use async_trait::async_trait;
use domain::Failure;
use domain::calls::Direction;
use domain::failure::Code;
use domain::phone::Phone;
use engine::model::{Effect, Input, LaneKey, NewNote, Standing, Step, Summary};
use engine::{Flow, Found, Place};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::note::ClickNote;
use crate::stored::no_writes;

/// Somebody clicked.
pub(super) const CLICKED: &str = "clicked";
/// The call was started, or was not.
pub(super) const ENDED: &str = "click_ended";

/// How long the end of a click is awaited: longer than UIS takes to answer.
pub(super) const AWAITED: SignedDuration = SignedDuration::from_mins(2);

/// A stored event or state of a click can't be read by this version of the program.
const CLICK: Code = Code::new("SVZ-CLICK");

/// What is remembered of a click.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Click {
    /// The short number, exactly as Planfix wrote it.
    pub(crate) from: String,
    /// The client's number, exactly as Planfix wrote it: the call's cards must bear it so, by which
    /// Planfix attaches them to the task that was clicked in.
    pub(crate) to: String,
    /// When.
    pub(crate) at: Timestamp,
    /// What became of it; `None` = UIS has not answered yet.
    #[serde(default)]
    pub(super) end: Option<End>,
}

/// What became of a click.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum End {
    /// A call.
    Started,
    /// Nothing, or nobody knows.
    Failed,
}

/// The flow of clicks.
pub(crate) struct ClickFlow;

#[async_trait]
impl Flow for ClickFlow {
    async fn step(&self, place: &Place, state: Value, input: Input) -> Result<Step, Failure> {
        let (click, note) = match input {
            Input::Event(event) if event.kind == CLICKED => {
                let from = text(&event.payload, "from");
                let to = text(&event.payload, "to");
                let (at, end) = (event.received_at, None);
                let click = Click { from: from.clone(), to: to.clone(), at, end };
                (click, ClickNote::Clicked { from, to })
            }
            Input::Event(event) => (click_of(state)?, ended(&event.payload)?),
            Input::Timer => (click_of(state)?, ClickNote::Unknown),
            Input::Result(_) => return Ok(Step { state, ..Step::default() }),
        };
        let data = json(&note)?;
        let (standing, end) = match note {
            ClickNote::Clicked { .. } => (Standing::Waiting, None),
            ClickNote::Started { .. } => (Standing::Done, Some(End::Started)),
            ClickNote::NotStarted { .. } | ClickNote::Unknown => {
                (Standing::Dead, Some(End::Failed))
            }
        };
        let click = Click { end, ..click };
        let wake_at = (standing == Standing::Waiting).then(|| place.now + AWAITED);
        let summary = Summary {
            direction: Some(Direction::Out),
            phone: Phone::parse(&click.to),
            client: None,
            title: String::new(),
            state: standing,
            reason: data.clone(),
            started_at: click.at.min(place.now),
            task: None,
            contact: None,
        };
        let notes = vec![NewNote { kind: "click".to_owned(), data }];
        Ok(Step { state: json(&click)?, notes, wake_at, summary: Some(summary), ..Step::default() })
    }

    async fn send(&self, _place: &Place, _effect: &Effect) -> Result<Value, Failure> {
        Err(no_writes())
    }

    async fn look(&self, _place: &Place, _effect: &Effect) -> Result<Found, Failure> {
        Err(no_writes())
    }

    fn rewind(&self, _key: &LaneKey, state: Value) -> Value {
        state
    }
}

/// The click of a lane's state.
pub(super) fn click_of(state: Value) -> Result<Click, Failure> {
    serde_json::from_value(state).map_err(|error| unreadable(&error))
}

fn ended(payload: &Value) -> Result<ClickNote, Failure> {
    if let Some(failure) = payload.get("failure") {
        let failure = Failure::deserialize(failure).map_err(|error| unreadable(&error))?;
        return Ok(ClickNote::NotStarted { failure });
    }
    let session = payload.get("session").cloned().unwrap_or_else(|| json!(null));
    let session = serde_json::from_value(session).map_err(|error| unreadable(&error))?;
    Ok(ClickNote::Started { session })
}

fn text(payload: &Value, name: &str) -> String {
    payload.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn json<T: Serialize>(value: &T) -> Result<Value, Failure> {
    serde_json::to_value(value).map_err(|error| unreadable(&error))
}

fn unreadable(error: &serde_json::Error) -> Failure {
    Failure::permanent(CLICK, format!("Сохранённый щелчок по номеру не читается: {error}"))
}
