//! One move of a run: the page at hand is counted off, or the next one is told of.

use domain::Failure;
use domain::ids::TaskId;
use engine::model::LaneKey;
use upstream::Priority;

use super::Backfill;
use super::run::{Run, Stage};
use crate::accounts::Account;
use crate::deals::LANE;
use crate::deals::lane::is_unread;
use crate::deals::told::backfill_event;
use crate::stored::not_stored;

impl Backfill {
    /// Moves the run on by as much as may be done now.
    ///
    /// # Errors
    /// Planfix or the database can't be asked; the next move begins where this one did.
    pub async fn go_on(&self, account: &Account) -> Result<(), Failure> {
        let Some((version, run)) = self.stored(account.id).await? else { return Ok(()) };
        if run.stage != Stage::Running {
            return Ok(());
        }
        let mut moved = run.clone();
        moved.trouble = self.advance(account, &mut moved).await.err();
        if moved != run {
            moved.moved_at = self.clock.now();
            // whoever paused it meanwhile is right; what was told is told again to no effect
            self.swap(account.id, Some(version), &moved).await?;
        }
        moved.trouble.map_or(Ok(()), Err)
    }

    async fn advance(&self, account: &Account, run: &mut Run) -> Result<(), Failure> {
        self.count_off(account, run).await?;
        if !run.waiting.is_empty() {
            return Ok(());
        }
        if run.is_last {
            run.stage = Stage::Done;
            return Ok(());
        }
        let page = account
            .rest()?
            .tasks_made_since(run.object, run.since, run.pages, Priority::BackFill)
            .await?;
        let now = self.clock.now();
        for task in &page.tasks {
            let event = backfill_event(account.id, *task, &run.mark(), now);
            self.engine.accept(event).await.map_err(not_stored)?;
        }
        run.pages += 1;
        run.found += u64::try_from(page.tasks.len()).unwrap_or_default();
        run.is_last = page.is_last;
        run.waiting = page.tasks;
        Ok(())
    }

    /// Tasks that have been read meanwhile are waited for no longer.
    async fn count_off(&self, account: &Account, run: &mut Run) -> Result<(), Failure> {
        let mut waiting = Vec::new();
        for task in std::mem::take(&mut run.waiting) {
            if self.is_waiting(account, task).await? {
                waiting.push(task);
            } else {
                run.read += 1;
            }
        }
        run.waiting = waiting;
        Ok(())
    }

    async fn is_waiting(&self, account: &Account, task: TaskId) -> Result<bool, Failure> {
        let key = LaneKey::new(LANE, task);
        let lane = self.engine.store().find_lane(account.id, &key).await.map_err(not_stored)?;
        Ok(lane.is_some_and(|lane| is_unread(&lane)))
    }
}
