//! Asking a side that nobody has asked for a while.
//!
//! Planfix REST is never asked: its requests are scarce, and each of them is noted anyway. Planfix telephony
//! costs nothing; UIS's cheapest requests cost a point each, so its Call API, which is idle unless
//! somebody clicks, is asked once an hour.

use std::sync::Arc;

use engine::model::Door;
use jiff::{SignedDuration, Timestamp};
use uis::call_api::LiveCallsFilter;

use super::{SeenSides, Side};
use crate::accounts::{Account, Accounts};

/// How long a side may go unasked.
const fn idle(side: Side) -> Option<SignedDuration> {
    match side {
        Side::UisDataApi | Side::PlanfixTelephony => Some(SignedDuration::from_mins(10)),
        Side::UisCallApi => Some(SignedDuration::from_hours(1)),
        Side::PlanfixRest => None,
    }
}

/// Asks the sides of a connection that nobody has asked for a while.
pub(crate) async fn probe_idle(
    accounts: &Accounts,
    account: Arc<Account>,
    seen: &SeenSides,
    now: Timestamp,
) {
    for side in Side::ALL {
        let Some(idle) = idle(side) else { continue };
        let last = seen.get(&side).and_then(upstream::Seen::last_at);
        let asked_lately = last.is_some_and(|last| now.duration_since(last) < idle);
        if asked_lately || !side.is_set_up(&account.settings) {
            continue;
        }
        let answers = probe(&account, side).await;
        if answers && side == Side::PlanfixTelephony {
            open_door(accounts, &account, side, now).await;
        }
    }
}

/// Whether the side answers. The client has noted it.
async fn probe(account: &Account, side: Side) -> bool {
    match side {
        Side::UisDataApi => match &account.uis {
            Some(api) => api.account().await.is_ok(),
            None => false,
        },
        Side::UisCallApi => match &account.call_api {
            Some(api) => api.list_calls(&LiveCallsFilter::default()).await.is_ok(),
            None => false,
        },
        Side::PlanfixTelephony => match &account.telephony {
            Some(telephony) => telephony.ping().await.is_ok(),
            None => false,
        },
        Side::PlanfixRest => false,
    }
}

/// What waited because the side did not answer need not wait any longer.
async fn open_door(accounts: &Accounts, account: &Account, side: Side, now: Timestamp) {
    let door = Door::new(side.as_str());
    if let Err(error) = accounts.store().resume(account.id, &door, now).await {
        tracing::warn!(%error, door = side.as_str(), "the door stays shut until it is tried");
    }
}
