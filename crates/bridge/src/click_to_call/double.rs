//! A click that is no second one: nobody is to be called twice at once because somebody clicked twice.

use domain::Failure;
use engine::model::{ConnectionId, LaneKey};
use jiff::{SignedDuration, Timestamp};

use super::flow::{AWAITED, End, click_of};
use super::{Clicks, LANE};
use crate::stored::not_stored;

/// A second click within this time is the same click.
const DOUBLE_CLICK: SignedDuration = SignedDuration::from_secs(3);
/// How many clicks on one number are looked through, of those whose end may be awaited still.
const CLICKS: usize = 50;

impl Clicks {
    /// Whether a click of this employee on this number, on whichever node, stands for the one with this id too:
    /// it was a moment before, or UIS has not answered it yet. One that failed may be tried again at once.
    pub(super) async fn is_double(
        &self,
        connection: ConnectionId,
        from: &str,
        to: &str,
        id: &str,
    ) -> Result<bool, Failure> {
        let now = self.clock.now();
        let mut name = format!("click/{from}/{to}");
        for _ in 0..CLICKS {
            let holder =
                self.engine.store().take_name(connection, &name, id, now, now + AWAITED).await;
            let holder = holder.map_err(not_stored)?;
            if holder == id {
                return Ok(false);
            }
            if self.stands(connection, &holder, now).await? {
                return Ok(true);
            }
            name = format!("{name}/after/{holder}");
        }
        Ok(true)
    }

    async fn stands(
        &self,
        connection: ConnectionId,
        click: &str,
        now: Timestamp,
    ) -> Result<bool, Failure> {
        let key = LaneKey::new(LANE, click);
        let lane = self.engine.store().find_lane(connection, &key).await.map_err(not_stored)?;
        // what has no state yet has only just been clicked
        let Some(lane) = lane.filter(|lane| !lane.state.is_null()) else { return Ok(true) };
        let click = click_of(lane.state)?;
        Ok(match click.end {
            None => true,
            Some(End::Started) => click.at + DOUBLE_CLICK > now,
            Some(End::Failed) => false,
        })
    }
}
