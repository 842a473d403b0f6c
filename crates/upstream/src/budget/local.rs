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
use super::{Budget, BudgetState, Permit, Priority};
use crate::codes;

/// How a budget shares out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BudgetOptions {
    /// The least time between two requests.
    pub interval: SignedDuration,
    /// What is kept for the urgent when the day runs short.
    pub reserve: Reserve,
    /// A pause or reserve that lasts longer is not waited for but told to the asker.
    pub patience: SignedDuration,
}

/// How many of the day's requests must be left for a priority to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reserve {
    /// For [`Priority::BackFill`].
    pub back_fill: u64,
    /// For [`Priority::AfterCall`].
    pub after_call: u64,
    /// For [`Priority::LiveCall`].
    pub live_call: u64,
}

impl Default for BudgetOptions {
    /// Planfix's one request a second.
    fn default() -> Self {
        Self {
            interval: SignedDuration::from_secs(1),
            reserve: Reserve { back_fill: 2_000, after_call: 300, live_call: 50 },
            patience: SignedDuration::from_secs(30),
        }
    }
}

impl Reserve {
    /// How many requests must be left; an operator's action needs none to be.
    pub(super) fn kept_from(self, priority: Priority) -> u64 {
        match priority {
            Priority::BackFill => self.back_fill,
            Priority::AfterCall => self.after_call,
            Priority::LiveCall => self.live_call,
            Priority::OperatorAction => 0,
        }
    }
}

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
