//! Several nodes that serve one account, and what they are granted.

use std::sync::{Arc, Mutex};

use ambient::Clock;
use jiff::SignedDuration;
use upstream::{Budget, BudgetOptions, Ledger, MemoryLedger, Priority, Share, SharedBudget};

use super::stepping::{StepClock, Task, run};
use super::{at, start};

/// Who was granted a request, and when (milliseconds from the start).
pub(super) type Grant = (&'static str, Priority, i64);

pub(super) struct Stage {
    pub(super) clock: Arc<StepClock>,
    ledger: Arc<dyn Ledger>,
    options: BudgetOptions,
    tasks: Vec<Task>,
    granted: Arc<Mutex<Vec<Grant>>>,
}

#[derive(Clone)]
pub(super) struct Node {
    name: &'static str,
    pub(super) budget: Arc<SharedBudget>,
}

impl Stage {
    pub(super) fn new() -> Self {
        Self::over(|_| Arc::new(MemoryLedger::default()))
    }

    pub(super) fn over(ledger: impl FnOnce(&Arc<StepClock>) -> Arc<dyn Ledger>) -> Self {
        let clock = Arc::new(StepClock::at(start()));
        let (ledger, options) = (ledger(&clock), BudgetOptions::default());
        Self { clock, ledger, options, tasks: Vec::new(), granted: Arc::default() }
    }

    /// The nodes wait for a pause or the reserve, however long.
    pub(super) fn patient(mut self) -> Self {
        self.options.patience = SignedDuration::from_hours(24);
        self
    }

    pub(super) fn node(&self, name: &'static str) -> Node {
        let share = Share {
            ledger: Arc::clone(&self.ledger),
            account: "example.planfix.ru".to_owned(),
            node: name.to_owned(),
        };
        let clock: Arc<dyn Clock> = self.clock.clone();
        Node { name, budget: Arc::new(SharedBudget::new(share, clock, self.options)) }
    }

    /// The node asks at this millisecond and waits till it is served.
    pub(super) fn asks(&mut self, millis: i64, node: &Node, priority: Priority) {
        let asked = self.asked(node, priority);
        self.then(millis, asked);
    }

    /// The node asks and, when it is not served till then, asks no more.
    pub(super) fn asks_till(&mut self, millis: i64, end: i64, node: &Node, priority: Priority) {
        let (asked, clock) = (self.asked(node, priority), self.clock.clone());
        self.then(millis, async move {
            tokio::select! {
                biased;
                () = asked => {}
                () = clock.sleep_until(at(end)) => {}
            }
        });
    }

    pub(super) fn is_told_to_wait(&mut self, millis: i64, node: &Node, seconds: i64) {
        let budget = node.budget.clone();
        let wait = SignedDuration::from_secs(seconds);
        self.then(millis, async move { budget.throttled(wait).await });
    }

    pub(super) fn is_told_the_remainder(&mut self, millis: i64, node: &Node, requests: u64) {
        let budget = node.budget.clone();
        self.then(millis, async move { budget.remaining(requests).await });
    }

    /// Lets all that happen.
    pub(super) fn run(self) -> Vec<Grant> {
        self.run_as(0)
    }

    /// The same, with the nodes at each moment in an order of chance.
    pub(super) fn run_as(self, seed: u64) -> Vec<Grant> {
        run(&self.clock, self.tasks, seed);
        std::mem::take(&mut *self.granted.lock().unwrap())
    }

    fn asked(&self, node: &Node, priority: Priority) -> impl Future<Output = ()> + use<> {
        let (node, clock, granted) = (node.clone(), self.clock.clone(), self.granted.clone());
        async move {
            let _permit = node.budget.acquire(priority).await.unwrap();
            let millis = clock.now().duration_since(start()).as_millis();
            granted.lock().unwrap().push((node.name, priority, i64::try_from(millis).unwrap()));
        }
    }

    fn then(&mut self, millis: i64, what: impl Future<Output = ()> + 'static) {
        let clock = self.clock.clone();
        self.tasks.push(Box::pin(async move {
            clock.sleep_until(at(millis)).await;
            what.await;
        }));
    }
}
