//! Recordings that come after the call was shown as ended.

use domain::Failure;
use domain::calls::Record;
use domain::tasks::TaskPatch;

use super::effects::CallEffect;
use super::lane::CallLane;
use super::task;
use crate::draft::Draft;
use crate::entities::EntityEffect;
use crate::scene::Scene;

/// Passes new recordings on: to the history by the telephony API, to the task by a silent update.
pub(super) fn pass_on(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if lane.shown.closed && !lane.shown.cards.is_empty() {
        for link in lane.facts.records.clone() {
            if lane.shown.records.insert(link.to_string()) {
                let record = Record { call: lane.facts.session, link: link.clone() };
                draft.plan(&format!("record/{link}"), &CallEffect::Record { record })?;
            }
        }
    }
    update_task(scene, lane, draft)
}

/// Writes the task's description anew when recordings have come since it was written, and with it the
/// fields that are always updated.
pub(super) fn update_task(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let records = lane.facts.records.len();
    let Some(task) = lane.task.filter(|_| lane.own_task && records > lane.described_records) else {
        return Ok(());
    };
    lane.described_records = records;
    let description = task::description(scene, lane);
    let patch = TaskPatch { description: Some(description), fields: Vec::new() };
    draft.plan(&format!("task/records/{records}"), &EntityEffect::TaskPatch { task, patch })
}
