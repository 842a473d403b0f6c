//! A call that was started by a click in Planfix.

use domain::Failure;
use engine::model::LaneKey;

use super::lane::CallLane;
use crate::click_to_call::{self, Click};
use crate::scene::Scene;
use crate::stored::not_stored;

/// Finds the click by our id in the call's notifications, once. The call's cards then bear the number
/// as Planfix wrote it.
pub(super) async fn find(scene: &Scene<'_>, lane: &mut CallLane) -> Result<(), Failure> {
    let (None, Some(id)) = (&lane.clicked_number, &lane.facts.external_id) else { return Ok(()) };
    let key = LaneKey::new(click_to_call::LANE, id);
    let found = scene.store.find_lane(scene.place.connection, &key).await.map_err(not_stored)?;
    let click = found.and_then(|view| serde_json::from_value::<Click>(view.state).ok());
    lane.clicked_number = click.map(|click| click.to);
    Ok(())
}
