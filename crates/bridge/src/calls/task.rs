//! The task of a call.

use domain::Failure;
use domain::decide::{Assigned, CallCreation, CallTask, ChosenField, describe_call};
use domain::ids::ContactId;

use super::lane::{CallLane, Decided};
use crate::draft::Draft;
use crate::entities;
use crate::scene::Scene;

/// The description by what is known now.
pub(super) fn description(scene: &Scene<'_>, lane: &CallLane) -> String {
    describe_call(&lane.facts, scene.account.settings.timezone.zone())
}

/// A task to be made.
pub(super) struct New {
    pub(super) creation: CallCreation,
    pub(super) named: CallTask,
    pub(super) assigned: Assigned,
    pub(super) counterparty: Option<ContactId>,
    pub(super) fields: Vec<ChosenField>,
}

/// Plans the task.
pub(super) async fn plan(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    new: New,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let New { creation, named, assigned, counterparty, fields } = new;
    let new = entities::NewTaskPlan {
        make: creation.make,
        object: creation.object,
        named,
        assigned,
        counterparty,
        description: description(scene, lane),
        fields,
    };
    lane.described_records = lane.facts.records.len();
    let name = entities::plan_task(scene, new, draft).await?;
    lane.decided = Some(Decided::Task { name });
    Ok(())
}
