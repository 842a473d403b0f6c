//! One round: a duty done once for one connection.

use std::sync::Arc;

use cabinet::CabinetError;
use engine::model::ConnectionId;
use jiff::{SignedDuration, Timestamp};

use super::{Duties, Duty};
use crate::accounts::Account;

/// How long another node is kept from the same round.
const CLAIMED: SignedDuration = SignedDuration::from_hours(1);

/// A duty to be done once.
pub(super) struct Round {
    pub(super) duty: Arc<dyn Duty>,
    pub(super) account: Arc<Account>,
    /// When it is due.
    pub(super) at: Timestamp,
}

impl Duties {
    /// Does the round, unless somebody else does.
    pub(super) async fn go(&self, round: &Round) {
        let Some(_under_way) = UnderWay::enter(self, round) else { return };
        let (duty, connection) = (round.duty.name(), &round.account.settings.name);
        match self.take_up(round).await {
            Ok(true) => {
                if let Err(failure) = round.duty.fulfil(&round.account).await {
                    tracing::warn!(duty, %connection, %failure, "a duty could not be done");
                }
            }
            Ok(false) => {}
            Err(error) => tracing::error!(duty, %connection, %error, "a duty was not taken up"),
        }
    }

    /// Makes the round ours and remembers it as taken up: a round that kills the process must not kill
    /// it again and again.
    async fn take_up(&self, round: &Round) -> Result<bool, CabinetError> {
        let (id, duty, now) = (round.account.id, round.duty.name(), self.clock.now());
        let name = format!("duty/{duty}/{}", round.at);
        let until = now.saturating_add(CLAIMED).unwrap_or(Timestamp::MAX);
        let holder = self.store.take_name(id, &name, &self.owner, now, until).await;
        if holder.map_err(cabinet::store::StoreError::from)? != self.owner {
            return Ok(false);
        }
        let cabinet = self.connections.store();
        cabinet.set_cursor(id, &cursor(duty), &now.to_string()).await?;
        Ok(true)
    }

    /// When the duty was last taken up.
    pub(super) async fn last(
        &self,
        id: ConnectionId,
        duty: &str,
    ) -> Result<Option<Timestamp>, CabinetError> {
        let stored = self.connections.store().cursor(id, &cursor(duty)).await?;
        // a moment that can't be read is as good as none: the duty is done once too often
        Ok(stored.and_then(|moment| moment.parse().ok()))
    }
}

fn cursor(duty: &str) -> String {
    format!("duty/{duty}")
}

/// The mark that a round is under way, taken off when dropped.
struct UnderWay<'a> {
    duties: &'a Duties,
    key: (ConnectionId, &'static str),
}

impl<'a> UnderWay<'a> {
    /// `None` when the same is under way already.
    fn enter(duties: &'a Duties, round: &Round) -> Option<Self> {
        let key = (round.account.id, round.duty.name());
        duties.under_way().insert(key).then_some(Self { duties, key })
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.duties.under_way().remove(&self.key);
    }
}
