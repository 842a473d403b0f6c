//! What becomes of messages on their way to the visitor: told to Planfix, when they were written there; the
//! others are told to Planfix themselves as soon as UIS has them.

use domain::Failure;
use domain::workspace::{Delivery, MessageLine};

use super::answer::is_from_task;
use super::effects::{MirrorEffect, Report};
use super::queue::queue;
use crate::chats::draft::Draft;
use crate::chats::lane::ChatLane;
use crate::scene::Scene;

/// A message of ours came further, or failed.
pub(in crate::chats) fn delivered(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    name: &str,
    line: &MessageLine,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let Some(report) = report_of(line) else { return Ok(()) };
    if !is_from_task(name) {
        if !matches!(report, Report::Failed { .. }) && lane.mirror.tells(name) {
            queue(scene, lane, name);
        }
        return Ok(());
    }
    let Some(answer) = lane.mirror.answer_of(name) else { return Ok(()) };
    let Some(report) = answer.news(name, report) else { return Ok(()) };
    let message = answer.message.clone();
    let word = match report {
        Report::Sent => "sent",
        Report::Read => "read",
        Report::Failed { .. } => "error",
    };
    let operation = format!("mirror/status/{message}/{word}");
    draft.plan(&operation, &MirrorEffect::MirrorStatus { message, report })?;
    Ok(())
}

/// What became of a line; `None` while nobody knows.
pub(super) fn report_of(line: &MessageLine) -> Option<Report> {
    match line.delivery? {
        Delivery::Accepted | Delivery::Sent | Delivery::Delivered => Some(Report::Sent),
        Delivery::Read => Some(Report::Read),
        Delivery::Failed => {
            let reason = line.error.clone();
            let reason = reason.unwrap_or_else(|| "Сообщение не доставлено".to_owned());
            Some(Report::Failed { reason })
        }
        Delivery::Sending | Delivery::Unknown => None,
    }
}
