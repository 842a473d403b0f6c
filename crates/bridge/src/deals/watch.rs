//! Whether UIS has processed what it took: it takes rows at once and works on them later.

use domain::Failure;
use domain::deals::{DealNote, DealRow};
use jiff::{SignedDuration, Timestamp};

use super::draft::Draft;
use super::effects::Sending;
use super::flow::Scene;
use super::lane::{DealLane, Watched};

/// After how long UIS is asked, counted from the question before, seconds.
const ASK: [i64; 5] = [30, 90, 600, 1800, 7200];

/// Begins to watch a row instead of any older one.
pub(super) fn begin(lane: &mut DealLane, row: DealRow, now: Timestamp) {
    lane.watched = again(row, 0, now);
}

fn again(row: DealRow, tries: u32, now: Timestamp) -> Option<Watched> {
    let pause = ASK.get(usize::try_from(tries).ok()?)?;
    Some(Watched { row, tries, at: now + SignedDuration::from_secs(*pause) })
}

/// Asks UIS for the watched row, if its time has come.
pub(super) async fn step(
    scene: &Scene<'_>,
    sending: &Sending,
    lane: &mut DealLane,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let now = scene.place.now;
    let Some(watched) = lane.watched.take_if(|watched| watched.at <= now) else { return Ok(()) };
    let note = match sending.has_processed(scene.account, &watched.row).await {
        Ok(true) => DealNote::Processed,
        Ok(false) => match again(watched.row, watched.tries + 1, now) {
            Some(later) => {
                lane.watched = Some(later);
                return Ok(());
            }
            None => DealNote::NotProcessed,
        },
        Err(failure) => match again(watched.row, watched.tries + 1, now) {
            Some(later) => {
                lane.watched = Some(later);
                return Ok(());
            }
            None => DealNote::NotAsked { failure },
        },
    };
    lane.stands = Some(note.clone());
    draft.note(&note)
}
