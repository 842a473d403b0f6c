//! A step with the result of a write.

use domain::Failure;
use domain::chats::{Attachment, MessageId, MessageStatus};
use domain::workspace::{Delivery, Happening};
use engine::model::Outcome;
use serde::Deserialize as _;

use super::draft::Draft;
use super::lane::ChatLane;
use super::mirror;
use crate::scene::Scene;

/// A write has ended.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    outcome: &Outcome,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    match outcome.kind.as_str() {
        "say" => said(scene, lane, outcome, draft).await,
        "mirror_message" => {
            if outcome.result.is_ok() {
                mirror::arrived(lane, scene.place.now);
            }
            Ok(())
        }
        "mirror_contact" | "mirror_status" => Ok(()),
        deed @ ("transfer" | "close") => match &outcome.result {
            Ok(_) => Ok(()),
            Err(failure) => draft.happened(
                Happening::Refused { deed: deed.to_owned(), reason: failure.message.clone() },
                scene.place.now,
            ),
        },
        _ => {
            let (contact, task) = (lane.making.contact, lane.making.task);
            lane.making.take(outcome, &mut draft.step)?;
            if let Some(contact) = lane.making.contact.filter(|made| Some(*made) != contact) {
                draft.happened(Happening::ContactMade { contact }, scene.place.now)?;
            }
            if let Some(task) = lane.making.task.filter(|made| Some(*made) != task) {
                draft.happened(Happening::TaskMade { task }, scene.place.now)?;
            }
            Ok(())
        }
    }
}

/// UIS took a message, or did not.
async fn said(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    outcome: &Outcome,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let Some(ours) = lane.on_the_way.remove(&outcome.operation) else { return Ok(()) };
    let Some((at, mut line)) = scene.line(&ours.line).await? else { return Ok(()) };
    match &outcome.result {
        Ok(answer) => {
            let text = |name: &str| answer.get(name).and_then(|it| it.as_str()).map(str::to_owned);
            let status = text("status").map(MessageStatus::from);
            let reached = status.as_ref().and_then(Delivery::of).unwrap_or(Delivery::Accepted);
            line.delivery = line.delivery.max(Some(reached));
            let file = answer.get("file").and_then(|file| Attachment::deserialize(file).ok());
            if line.attachment.is_none() && file.is_some() {
                line.attachment = file;
                line.text.clone_from(&ours.text);
            }
            if let Some(id) = text("message").map(MessageId) {
                line.message = Some(id.clone());
                lane.know(id, ours.line.clone());
            }
        }
        Err(failure) => {
            line.delivery = Some(Delivery::Failed);
            line.error = Some(failure.message.clone());
        }
    }
    mirror::delivered(scene, lane, &ours.line, &line, draft)?;
    draft.message(&ours.line, at, line)
}
