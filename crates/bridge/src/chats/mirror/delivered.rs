//! What becomes of messages on their way to the visitor: told to Planfix, when they were written there; the
//! others are told to Planfix themselves as soon as UIS has them.

use domain::Failure;
use domain::workspace::{Delivery, MessageLine};

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
    let report = match line.delivery {
        Some(Delivery::Accepted | Delivery::Sent | Delivery::Delivered) => Report::Sent,
        Some(Delivery::Read) => Report::Read,
        Some(Delivery::Failed) => Report::Failed {
            reason: line.error.clone().unwrap_or_else(|| "Сообщение не доставлено".to_owned()),
        },
        Some(Delivery::Sending | Delivery::Unknown) | None => return Ok(()),
    };
    let Some(written) = lane.mirror.written.get_mut(name) else {
        // told once: when UIS takes it
        if line.delivery == Some(Delivery::Accepted) || line.delivery == Some(Delivery::Sent) {
            queue_once(scene, lane, name);
        }
        return Ok(());
    };
    if written.told.as_ref() == Some(&report) {
        return Ok(());
    }
    let word = match report {
        Report::Sent => "sent",
        Report::Read => "read",
        Report::Failed { .. } => "error",
    };
    let operation = format!("mirror/status/{}/{word}", written.message);
    let message = written.message.clone();
    written.told = Some(report.clone());
    draft.plan(&operation, &MirrorEffect::MirrorStatus { message, report })?;
    Ok(())
}

fn queue_once(scene: &Scene<'_>, lane: &mut ChatLane, name: &str) {
    if lane.mirror.told.insert(name.to_owned()) {
        queue(scene, lane, name);
    }
}
