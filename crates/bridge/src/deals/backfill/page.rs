//! One move of a run: what was read is counted off, and the next page is told of.

use domain::Failure;
use domain::ids::TaskId;
use engine::Store;
use engine::model::LaneKey;
use jiff::Timestamp;
use upstream::Priority;

use super::record::{stored, swap};
use super::run::{Run, Stage};
use crate::accounts::Account;
use crate::deals::LANE;
use crate::deals::lane::is_unread;
use crate::deals::told::backfill_event;
use crate::stored::not_stored;

/// Moves the connection's newest run on by as much as may be done now, and returns it.
///
/// # Errors
/// The database can't be asked; why Planfix can't stands in the run, and the next move begins where this one did.
pub(super) async fn go_on(
    account: &Account,
    store: &dyn Store,
    now: Timestamp,
) -> Result<Option<Run>, Failure> {
    let Some((version, run)) = stored(store, account.id).await? else { return Ok(None) };
    if !run.is_moving() {
        return Ok(Some(run));
    }
    let mut moved = run.clone();
    moved.trouble = advance(account, store, &mut moved, now).await.err();
    if moved == run {
        return Ok(Some(run));
    }
    moved.moved_at = now;
    if swap(store, account.id, Some(version), &moved).await? {
        return Ok(Some(moved));
    }
    // whoever turned it meanwhile is right; what was told is told again to no effect
    Ok(stored(store, account.id).await?.map(|(_, turned)| turned))
}

async fn advance(
    account: &Account,
    store: &dyn Store,
    run: &mut Run,
    now: Timestamp,
) -> Result<(), Failure> {
    let deals = &account.settings.deals;
    if deals.enabled && deals.task_object != Some(run.object) {
        run.stage = Stage::Stopped;
        return Ok(());
    }
    count_off(account, store, run).await?;
    if run.is_last && run.waiting.is_empty() && run.stage == Stage::Running {
        run.stage = Stage::Done;
    }
    if !run.wants_more() || !deals.enabled {
        return Ok(());
    }
    let rest = account.rest()?;
    let page = rest.tasks_made_since(run.object, run.since, run.pages, Priority::BackFill).await?;
    for task in &page.tasks {
        let event = backfill_event(account.id, *task, &run.mark(), now);
        store.accept(event).await.map_err(not_stored)?;
    }
    run.pages += 1;
    run.found += u64::try_from(page.tasks.len()).unwrap_or_default();
    run.is_last = page.is_last;
    run.waiting.extend(page.tasks);
    Ok(())
}

/// Tasks that have been read meanwhile are waited for no longer.
async fn count_off(account: &Account, store: &dyn Store, run: &mut Run) -> Result<(), Failure> {
    let mut waiting = Vec::new();
    for task in std::mem::take(&mut run.waiting) {
        if is_waiting(account, store, task).await? {
            waiting.push(task);
        } else {
            run.read += 1;
        }
    }
    run.waiting = waiting;
    Ok(())
}

async fn is_waiting(account: &Account, store: &dyn Store, task: TaskId) -> Result<bool, Failure> {
    let key = LaneKey::new(LANE, task);
    let lane = store.find_lane(account.id, &key).await.map_err(not_stored)?;
    Ok(lane.is_some_and(|lane| is_unread(&lane)))
}
