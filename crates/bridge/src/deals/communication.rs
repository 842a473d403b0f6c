//! The communication that made a task, by our own record.

use domain::Failure;
use domain::LaneKind;
use domain::deals::Communication;
use engine::journal::JournalQuery;
use engine::store::LaneView;

use super::flow::Scene;
use crate::known::made_task_of;
use crate::made_task::MadeTask;
use crate::stored::not_stored;

/// What our record says of a task.
pub(super) enum Origin {
    /// A communication made it.
    Communication(Communication),
    /// A communication made it, and its lane knows no id that UIS has given it.
    Nameless(MadeTask, Box<LaneView>),
    /// We know of none.
    Unknown,
}

/// How many communications of a task are looked at; the one that made it is the oldest.
const LOOKED_AT: u32 = 200;

/// Looks for what made the task.
pub(super) async fn origin(scene: &Scene<'_>) -> Result<Origin, Failure> {
    let query = JournalQuery {
        connection: Some(scene.place.connection),
        task: Some(scene.task.0),
        kinds: Some(LaneKind::ALL.into_iter().filter(|kind| kind.is_communication()).collect()),
        limit: LOOKED_AT,
        ..JournalQuery::default()
    };
    let page = scene.store.journal(query).await.map_err(not_stored)?;
    let mut origin = Origin::Unknown;
    for item in page.items.into_iter().rev() {
        let lane = scene.store.find_lane(scene.place.connection, &item.key).await;
        let Some(lane) = lane.map_err(not_stored)? else { continue };
        let Some(made) = made_task_of(&lane).filter(|made| made.task == scene.task) else {
            continue;
        };
        match made.communication() {
            Some(known) => return Ok(Origin::Communication(known)),
            None => origin = Origin::Nameless(made, Box::new(lane)),
        }
    }
    Ok(origin)
}
