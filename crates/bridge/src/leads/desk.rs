//! A lead among the operators' work: it stands in the queue beside the chats, and is answered by a call, by a chat
//! begun with its client, or marked as dealt with.

use domain::Failure;
use domain::workspace::{
    Author, CardFace, Happening, LastWord, Line, MessageLine, Person, WorkKind,
};
use engine::board::{Card, CardPlace};
use engine::model::{Input, NewEntry};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::lane::LeadLane;
use crate::chats::{Deed, Done};
use crate::draft::json;

/// How it stands.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Desk {
    /// Who works on it.
    holder: Option<Person>,
    /// When it was dealt with.
    done_at: Option<Timestamp>,
}

/// What a step adds to the thread.
pub(super) struct Step {
    input: String,
    entries: Vec<NewEntry>,
}

impl Step {
    /// Nothing yet, of a step with this input.
    pub(super) fn new(input: &Input) -> Self {
        let input = match input {
            Input::Event(event) => format!("event/{}", event.id),
            Input::Result(outcome) => format!("result/{}", outcome.operation),
            Input::Timer => "timer".to_owned(),
        };
        Self { input, entries: Vec::new() }
    }

    /// Takes a deed of an operator in.
    pub(super) fn take(
        &mut self,
        lane: &mut LeadLane,
        done: Done,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let Done { by, deed } = done;
        let desk = &mut lane.desk;
        let what = match deed {
            Deed::Take if desk.holder.is_none() => {
                desk.holder = Some(by.clone());
                Happening::Taken { by }
            }
            Deed::Transfer { to } => {
                let from = desk.holder.replace(to.clone()).unwrap_or(by);
                Happening::Transferred { from, to }
            }
            Deed::Close { comment } if desk.done_at.is_none() => {
                desk.done_at = Some(at);
                Happening::Done { by, comment }
            }
            Deed::MakeTask => Happening::Refused {
                deed: "task".to_owned(),
                reason: "Задачу по заявке создают настройки раздела «Заявки»".to_owned(),
            },
            Deed::Take | Deed::Close { .. } | Deed::Say(_) | Deed::Begin => return Ok(()),
        };
        self.add(format!("{}/1", self.input), at, false, &Line::Event(what))
    }

    fn add(
        &mut self,
        name: String,
        at: Timestamp,
        calls: bool,
        line: &Line,
    ) -> Result<(), Failure> {
        self.entries.push(NewEntry { name, at, calls, data: json(line)? });
        Ok(())
    }

    /// The step with the lead's card and thread.
    pub(super) fn show(
        mut self,
        lane: &LeadLane,
        step: engine::model::Step,
    ) -> Result<engine::model::Step, Failure> {
        let text = text_of(lane);
        let message = MessageLine {
            author: Author::Visitor,
            employee: None,
            name: None,
            text: text.clone(),
            reply_to: None,
            attachment: None,
            message: None,
            delivery: None,
            error: None,
            changed: false,
        };
        let left_at = lane.facts.left_at;
        self.add("lead".to_owned(), left_at, true, &Line::Message(Box::new(message)))?;
        let card = Some(card(lane, &text)?);
        Ok(engine::model::Step { entries: self.entries, card, ..step })
    }
}

/// What the visitor wrote; without a message, the form he sent.
fn text_of(lane: &LeadLane) -> String {
    let variables = lane.facts.template_variables();
    let text = variables.get("text").or_else(|| variables.get("form_name"));
    text.map_or_else(|| lane.title.clone(), str::to_owned)
}

fn card(lane: &LeadLane, text: &str) -> Result<Card, Failure> {
    let (desk, client) = (&lane.desk, lane.facts.client());
    let over = desk.done_at.is_some() || lane.filtered.is_some();
    let place = match (over, &desk.holder) {
        (true, _) => CardPlace::Closed,
        (false, Some(_)) => CardPlace::Held,
        (false, None) => CardPlace::Queue,
    };
    let variables = lane.facts.template_variables();
    let name = variables.get("visitor_name").map(str::to_owned);
    let left_at = lane.facts.left_at;
    let face = CardFace {
        kind: WorkKind::Lead,
        client: name.or_else(|| client.fallback_name()).unwrap_or_else(|| lane.title.clone()),
        phone: client.phones.first().map(|phone| phone.digits().to_owned()),
        email: client.emails.first().map(ToString::to_string),
        channel: None,
        channel_kind: None,
        channel_name: variables.get("site_domain_name").map(str::to_owned),
        holder_name: desk.holder.as_ref().and_then(|holder| holder.name.clone()),
        last: Some(LastWord::of(Author::Visitor, text, false)),
        began_at: left_at,
        lost: false,
        close_reason: None,
        window: None,
        task: lane.making.task,
        contact: lane.making.contact,
        round: 1,
    };
    Ok(Card {
        place,
        holder: desk.holder.as_ref().map(|holder| holder.employee.to_string()),
        waiting_since: (!over).then_some(left_at),
        last_at: desk.done_at.unwrap_or(left_at),
        client: variables.get("visitor_id").map(|visitor| format!("visitor/{visitor}")),
        data: json(&face)?,
    })
}
