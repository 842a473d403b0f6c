//! A deal that was told before the communication that made its task was known is tied to it afterwards.

use domain::Failure;
use domain::deals::DealNote;
use jiff::{SignedDuration, Timestamp};

use super::communication::{Origin, origin};
use super::facts;
use super::flow::Scene;
use super::lane::{DealLane, Untied};
use super::read;
use crate::draft::Draft;
use crate::known::reported_communication;

/// After how long our own record is looked at, counted from the look before, seconds. UIS's reports are late by minutes;
/// what is not there after a day and a half is not coming.
const LOOK: [i64; 7] = [60, 300, 600, 1800, 7200, 28_800, 86_400];
/// From this look on UIS's report is asked, too: by then whoever worked the communication off asks no more.
const ASK_FROM: u32 = 3;

/// Begins to look.
pub(super) fn begin(lane: &mut DealLane, now: Timestamp) {
    lane.untied = again(0, now);
}

fn again(tries: u32, now: Timestamp) -> Option<Untied> {
    let pause = LOOK.get(usize::try_from(tries).ok()?)?;
    Some(Untied { tries, at: now + SignedDuration::from_secs(*pause) })
}

/// Whether it is time to look.
pub(super) fn is_due(lane: &DealLane, now: Timestamp) -> bool {
    lane.untied.is_some_and(|untied| untied.at <= now)
}

/// Looks, and ties the deal. It costs no request to Planfix.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut DealLane,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let now = scene.place.now;
    let Some(untied) = lane.untied.take() else { return Ok(()) };
    let Some(last) = lane.last().filter(|row| row.communication.is_none()).cloned() else {
        return Ok(());
    };
    if !scene.account.settings.deals.enabled {
        return Ok(());
    }
    let found = match origin(scene).await? {
        Origin::Communication(found) => Some(found),
        Origin::Nameless(made, view) if untied.tries >= ASK_FROM => {
            // a report that can't be read now is asked again at the next look
            let told = reported_communication(scene.account, &view).await.unwrap_or_default();
            told.map(|id| made.named(id))
        }
        Origin::Nameless(..) | Origin::Unknown => None,
    };
    let Some(found) = found else {
        lane.untied = again(untied.tries + 1, now);
        return Ok(());
    };
    draft.note(&DealNote::Tied)?;
    let moment = facts::moment(now, now, &scene.account.settings);
    read::plan(lane, last.tied_to(found, moment.now), draft)
}
