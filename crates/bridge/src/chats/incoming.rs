//! A step with what UIS tells of the chat.

use domain::Failure;
use domain::chats::{ChatCallback, ChatEvent, CloseReason};
use domain::ids::UisEmployeeId;
use domain::workspace::{Happening, Person};
use jiff::Timestamp;

use super::draft::Draft;
use super::lane::ChatLane;
use super::lines;
use crate::scene::Scene;

/// Takes one callback in.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    callback: &ChatCallback,
    received_at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let was_over = lane.is_over();
    lane.facts.observe(callback, received_at);
    if lane.facts.channel_kind.is_none() || lane.facts.channel_name.is_none() {
        scene.learn_channel(lane).await;
    }
    match &callback.event {
        ChatEvent::Opened { operator, initiator, at, .. } => {
            scene.recognise_visitor(lane).await?;
            let at = at.unwrap_or(received_at);
            let initiator = initiator.clone();
            draft.happened(Happening::Opened { initiator }, at)?;
            lane.last_at = lane.last_at.min(at);
            given(scene, lane, *operator, received_at, draft).await?;
        }
        ChatEvent::OperatorAssigned { operator, .. } => {
            given(scene, lane, *operator, received_at, draft).await?;
        }
        ChatEvent::Closed { operator, reason, at, .. } => {
            let at = at.unwrap_or(received_at);
            closed(scene, lane, was_over, (*operator, reason.as_ref()), at, draft).await?;
        }
        ChatEvent::Message(message) => {
            if was_over && !lane.is_over() {
                lane.back_into_queue();
                draft.happened(Happening::Reopened, message.at.unwrap_or(received_at))?;
            }
            lines::came(scene, lane, message, draft).await?;
        }
        ChatEvent::MessageChanged(message) => lines::changed(scene, lane, message, draft).await?,
        ChatEvent::MessageStatus { message, status, .. } => {
            lines::moved(scene, lane, message, status, draft).await?;
        }
        ChatEvent::VisitorCard { .. }
        | ChatEvent::ChannelKnown(_)
        | ChatEvent::ChannelGone(_)
        | ChatEvent::AccountKnown(_)
        | ChatEvent::AccountGone(_) => {}
    }
    Ok(())
}

/// UIS gave the chat to an employee, or took it from everybody.
async fn given(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    operator: Option<UisEmployeeId>,
    at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let held_by = lane.holder.as_ref().map(|holder| holder.employee);
    if held_by == operator {
        return Ok(());
    }
    let Some(employee) = operator else {
        lane.back_into_queue();
        return draft.happened(Happening::Given { to: None }, at);
    };
    let person = scene.person(employee).await;
    lane.holder = Some(person.clone());
    draft.happened(Happening::Given { to: Some(person) }, at)
}

async fn closed(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    was_over: bool,
    (operator, reason): (Option<UisEmployeeId>, Option<&CloseReason>),
    at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    lane.waiting_since = None;
    // closed from here: it was told when the operator did it
    if was_over {
        return Ok(());
    }
    // the report is asked anew: it tells more of a chat that is over
    lane.report_tries = 0;
    let by_operator = matches!(reason, Some(CloseReason::Operator));
    let by = match operator.filter(|_| by_operator) {
        Some(employee) => Some(scene.person(employee).await),
        None => None,
    };
    draft.happened(
        Happening::Closed {
            by,
            reason: reason.map(|reason| reason.as_str().to_owned()),
            comment: None,
            lost: lane.facts.is_lost(),
        },
        at,
    )
}

impl Scene<'_> {
    /// An employee with his name, as far as UIS tells it.
    pub(super) async fn person(&self, employee: UisEmployeeId) -> Person {
        Person { employee, name: self.name_of(employee).await }
    }
}
