//! A step while the call goes on: who is it, may he pass, what do the employees see.
//!
//! Nothing here waits for Planfix's REST API.

use std::collections::BTreeMap;

use domain::Failure;
use domain::calls::{CallNote, CallNotice};
use domain::decide::let_through;
use jiff::Timestamp;

use super::lane::{CallLane, Decided};
use super::{acquaint, cards, clicked, records, wake};
use crate::draft::Draft;
use crate::scene::Scene;

/// Takes one notification in, which the facts hold already.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    notice: &CallNotice,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    if !lane.is_filtered()
        && let Some(why) = keeps_out(scene, lane, notice).await?
    {
        draft.note_once(&mut lane.told, &why)?;
        lane.decided = Some(Decided::Filtered { why: Box::new(why) });
    }
    if lane.is_filtered() {
        // what popped up before the filter could decide still follows the call to its end
        cards::follow(scene, lane, draft).await?;
        return Ok(wake::next(lane, scene.place.now));
    }
    if lane.shown.closed && notice.record.is_none() && lane.decided.is_some() {
        let event = serde_json::to_value(notice.kind).ok();
        let event = event.as_ref().and_then(|word| word.as_str()).unwrap_or_default().to_owned();
        draft.note(&CallNote::Late { event })?;
    }
    clicked::find(scene, lane).await?;
    acquaint::ask(scene, lane, draft).await?;
    cards::advance(scene, lane, draft).await?;
    records::pass_on(scene, lane, draft)?;
    Ok(wake::next(lane, scene.place.now))
}

/// Why the call is not for Planfix, by what is known so far.
async fn keeps_out(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    notice: &CallNotice,
) -> Result<Option<CallNote>, Failure> {
    let settings = &scene.account.settings;
    if settings.telephony.enabled && lane.answers.internal != Some(true) {
        lane.answers.internal = Some(is_internal(scene, &notice.variables).await?);
    }
    Ok(let_through(settings, lane.case()).err().map(|why| *why))
}

/// Whether employees talk among themselves, by UIS's word or by the number.
pub(super) async fn is_internal(
    scene: &Scene<'_>,
    variables: &BTreeMap<String, String>,
) -> Result<bool, Failure> {
    let Some(number) = variables.get("contact_phone_number") else { return Ok(false) };
    let said = variables.get("is_internal").is_some_and(|word| word == "true" || word == "1");
    Ok(said || scene.account.staff.is_ours(number).await?)
}
