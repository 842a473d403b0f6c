//! The budget of an account that several nodes may serve.

use std::fmt;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambient::Clock;
use async_trait::async_trait;
use domain::Failure;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

use super::meter::later;
use super::patience::too_far;
use super::queue::{Queue, Ticket};
use super::sheet::{Sheet, Turn, WANT_LIVES};
use super::{Budget, BudgetOptions, BudgetState, Permit, Priority, Share, WaitingCounts};

/// A node's side of an account's budget: its own requests queue here, and the first of them asks the
/// ledger, where the nodes keep the rate, the pauses and the day's remainder together.
///
/// A permit counts from the moment before it is written down: what the ledger takes to write is not
/// in the interval, nor is the difference between the clocks of two nodes.
pub struct SharedBudget {
    share: Share,
    clock: Arc<dyn Clock>,
    options: BudgetOptions,
    queue: Mutex<Queue>,
    /// Another is the first in the queue, or the account has said something.
    changed: Notify,
}

impl SharedBudget {
    /// The budget as this node shares in it.
    pub fn new(share: Share, clock: Arc<dyn Clock>, options: BudgetOptions) -> Self {
        let (queue, changed) = (Mutex::default(), Notify::new());
        Self { share, clock, options, queue, changed }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, priority: Priority) -> Place<'_> {
        let since = self.clock.now();
        Place { budget: self, ticket: self.queue().enter(priority), since }
    }

    /// The turn of a place; `None` while another of this node is before it.
    async fn ask(&self, place: &Place<'_>) -> Result<Option<Turn>, Failure> {
        if !self.queue().is_first(place.ticket) {
            return Ok(None);
        }
        self.share.revise(|sheet| self.ask_sheet(sheet, place)).await?
    }

    fn ask_sheet(&self, sheet: &mut Sheet, place: &Place<'_>) -> Result<Option<Turn>, Failure> {
        // While the sheet was read somebody more urgent may have come, and written his want already.
        if !self.queue().is_first(place.ticket) {
            return Ok(None);
        }
        let (node, now) = (&self.share.node, self.clock.now());
        let turn = sheet.ask(node, place.ticket.priority(), place.since, now, &self.options);
        if let Some(failure) = too_far(turn, now, self.options.patience) {
            sheet.withdraw(node);
            return Err(failure);
        }
        Ok(Some(turn))
    }

    /// Waits for the moment, but not so long that the node's want runs out.
    async fn nap(&self, until: Timestamp) {
        let renewal = later(self.clock.now(), WANT_LIVES / 2);
        self.clock.sleep_until(until.min(renewal)).await;
    }

    /// Writes down what the account has said. An asker who went away could not take his want along;
    /// that is made up for here, when nobody else waits.
    async fn hear(&self, word: impl Fn(&mut Sheet, Timestamp) + Send + Sync) {
        let news = self.share.revise(|sheet| {
            let before = sheet.clone();
            word(sheet, self.clock.now());
            let news = *sheet != before;
            if self.queue().is_empty() {
                sheet.withdraw(&self.share.node);
            }
            news
        });
        match news.await {
            Ok(true) => self.changed.notify_waiters(),
            Ok(false) => {}
            Err(failure) => self.warn(&failure, "the account's word is lost"),
        }
    }

    fn warn(&self, failure: &Failure, what: &'static str) {
        tracing::warn!(account = self.share.account, code = %failure.code, "{what}");
    }
}

#[async_trait]
impl Budget for SharedBudget {
    async fn acquire(&self, priority: Priority) -> Result<Permit, Failure> {
        let place = self.enter(priority);
        loop {
            // Listening begins before looking, so that no change falls between the two.
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            match self.ask(&place).await? {
                None => changed.await,
                Some(Turn::Now) => return Ok(Permit::granted()),
                Some(Turn::At(until, _) | Turn::AfterOthers(until)) => {
                    tokio::select! {
                        biased;
                        () = changed => {}
                        () = self.nap(until) => {}
                    }
                }
            }
        }
    }

    async fn throttled(&self, wait: SignedDuration) {
        self.hear(|sheet, now| sheet.pause(wait, now)).await;
    }

    async fn remaining(&self, requests: u64) {
        self.hear(|sheet, now| sheet.remaining(requests, now)).await;
    }

    async fn state(&self) -> BudgetState {
        let sheet = match self.share.read().await {
            Ok((_, sheet)) => sheet,
            Err(failure) => {
                self.warn(&failure, "what is left of the account is not known");
                Sheet::default()
            }
        };
        sheet.state(self.clock.now(), self.queue().counts())
    }

    fn waiting(&self) -> WaitingCounts {
        self.queue().counts()
    }
}

/// A place in the queue, given up when the asker has got his turn or has gone away.
struct Place<'a> {
    budget: &'a SharedBudget,
    ticket: Ticket,
    /// When he came.
    since: Timestamp,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let first_left = self.budget.queue().leave(self.ticket);
        if first_left {
            self.budget.changed.notify_waiters();
        }
    }
}

impl fmt::Debug for SharedBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SharedBudget")
            .field("share", &self.share)
            .field("queue", &*self.queue())
            .finish_non_exhaustive()
    }
}
