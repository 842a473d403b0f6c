//! The funnel in UIS is brought to what it should be, by one node at a time.

use std::sync::Arc;

use domain::Failure;
use domain::deals::Funnel;
use domain::failure::Code;
use engine::Office;
use jiff::SignedDuration;
use serde_json::Value;
use uis::data_api::DataApi;

use super::send::Sending;
use crate::accounts::Account;
use crate::draft::json;
use crate::stored::not_stored;

/// Somebody else is changing the funnel.
const BUSY: Code = Code::new("DEAL-FUNNEL-BUSY");

/// How long the funnel stays taken when whoever changes it dies.
const TERM: SignedDuration = SignedDuration::from_secs(30);

/// Has UIS have the funnel. What UIS was last brought to is remembered, so that a funnel that is right
/// costs no request.
pub(super) async fn put(
    sending: &Sending,
    account: &Account,
    uis: &DataApi,
    wanted: &Funnel,
) -> Result<(), Failure> {
    // the lanes of this node wait for each other, and for other nodes they are tried again
    let _turn = sending.funnels.lock().await;
    let store = &sending.sharing.store;
    let name = name(account, &wanted.id);
    let value = json(wanted)?;
    let known = store.record(&name).await.map_err(not_stored)?;
    if known.as_ref().is_some_and(|known| known.value == value) {
        return Ok(());
    }
    let office = Office::new(Arc::clone(store), Arc::clone(&sending.clock), &name, TERM);
    // each taking has a name of its own: two lanes of one node are two
    let holder = format!("{}/{}", sending.sharing.node, sending.next_taking());
    let Some(tenure) = office.take(&holder).await.map_err(not_stored)? else {
        return Err(Failure::retry(BUSY, "Воронку продаж в UIS уже меняют"));
    };
    let changed = change(uis, wanted).await;
    if changed.is_ok() {
        remember(sending, &name, known.map(|known| known.version), &value).await?;
    }
    tenure.resign().await.map_err(not_stored)?;
    changed
}

/// Forgets what UIS was brought to: it has refused a row, and perhaps somebody has changed the funnel there.
pub(super) async fn forget(
    sending: &Sending,
    account: &Account,
    funnel: &str,
) -> Result<(), Failure> {
    let name = name(account, funnel);
    let known = sending.sharing.store.record(&name).await.map_err(not_stored)?;
    match known {
        Some(known) => remember(sending, &name, Some(known.version), &Value::Null).await,
        None => Ok(()),
    }
}

fn name(account: &Account, funnel: &str) -> String {
    format!("deals/{}/{funnel}", account.id)
}

async fn change(uis: &DataApi, wanted: &Funnel) -> Result<(), Failure> {
    let have = uis.funnel(&wanted.id).await?;
    for change in wanted.changes(have.as_ref()) {
        uis.change_funnel(&wanted.id, &change).await?;
    }
    Ok(())
}

/// Somebody who was faster has brought UIS to something newer: the next deal will look again.
async fn remember(
    sending: &Sending,
    name: &str,
    over: Option<u64>,
    value: &Value,
) -> Result<(), Failure> {
    let store = &sending.sharing.store;
    store.swap_record(name, over, value).await.map(drop).map_err(not_stored)
}
