//! A step with the result of a write.

use domain::Failure;
use domain::entities::EntityNote;
use domain::ids::TaskId;
use engine::model::Outcome;
use jiff::Timestamp;

use super::lane::CallLane;
use super::{records, wake};
use crate::draft::Draft;
use crate::scene::Scene;

/// The task was made (or given up; then the journal has the reason from the engine).
pub(super) fn step(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    outcome: &Outcome,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    let made = outcome.result.as_ref().ok().and_then(|answer| answer.get("task")?.as_i64());
    if let Some(task) = made.map(TaskId) {
        lane.task = Some(task);
        lane.own_task = true;
        draft.note(&EntityNote::TaskMade { task })?;
        records::update_task(scene, lane, draft)?;
    }
    Ok(wake::next(lane, scene.place.now))
}
