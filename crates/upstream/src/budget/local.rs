//! The budget of an account that one process serves.

use std::fmt;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambient::Clock;
use async_trait::async_trait;
use domain::{Class, Failure};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

use super::queue::{Hold, Queue, Ticket, Turn};
use super::{Budget, BudgetOptions, BudgetState, Permit, Priority};
use crate::codes;

/// A budget kept in this process's memory.
pub struct LocalBudget {
    clock: Arc<dyn Clock>,
    patience: SignedDuration,
    queue: Mutex<Queue>,
    changed: Notify,
}

impl LocalBudget {
    /// A fresh budget.
    pub fn new(clock: Arc<dyn Clock>, options: BudgetOptions) -> Self {
        let queue = Mutex::new(Queue::new(options));
        Self { clock, patience: options.patience, queue, changed: Notify::new() }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn too_far(&self, until: Timestamp, hold: Hold, now: Timestamp) -> Option<Failure> {
        let wait = until.duration_since(now);
        if hold == Hold::Rate || wait <= self.patience {
            return None;
        }
        Some(match hold {
            Hold::Reserve => Failure::new(
                Class::WaitUntil { until },
                codes::BUDGET,
                "Дневной лимит запросов на исходе, остаток сберегается для срочного",
            ),
            Hold::Pause | Hold::Rate => Failure::new(
                Class::Throttled { wait },
                codes::BUDGET,
                "Аккаунт попросил подождать с запросами",
            ),
        })
    }
}

#[async_trait]
impl Budget for LocalBudget {
    async fn acquire(&self, priority: Priority) -> Result<Permit, Failure> {
        let place = Place { budget: self, ticket: self.queue().enter(priority) };
        loop {
            // Listening begins before looking, so that no change falls between the two.
            let mut changed = pin!(self.changed.notified());
            changed.as_mut().enable();
            let now = self.clock.now();
            let turn = self.queue().turn(place.ticket, now);
            match turn {
                Turn::Now => return Ok(Permit::granted()),
                Turn::AfterOthers => changed.await,
                Turn::At(until, hold) => {
                    if let Some(failure) = self.too_far(until, hold, now) {
                        return Err(failure);
                    }
                    tokio::select! {
                        biased;
                        () = changed => {}
                        () = self.clock.sleep_until(until) => {}
                    }
                }
            }
        }
    }

    async fn throttled(&self, wait: SignedDuration) {
        self.queue().pause(wait, self.clock.now());
        self.changed.notify_waiters();
    }

    async fn remaining(&self, requests: u64) {
        self.queue().remaining(requests, self.clock.now());
        self.changed.notify_waiters();
    }

    async fn state(&self) -> BudgetState {
        self.queue().state(self.clock.now())
    }
}

/// A place in the queue, given up when the asker has got his turn or has gone away.
struct Place<'a> {
    budget: &'a LocalBudget,
    ticket: Ticket,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.budget.queue().leave(self.ticket);
        self.budget.changed.notify_waiters();
    }
}

impl fmt::Debug for LocalBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalBudget").field("queue", &*self.queue()).finish_non_exhaustive()
    }
}
