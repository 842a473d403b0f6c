//! Whose turn it is: one request a second, the urgent first, silence when asked for.

use std::sync::{Arc, Mutex};

use ambient::{Clock, ManualClock};
use domain::Class;
use jiff::{SignedDuration, Timestamp};
use upstream::Priority::{AfterCall, BackFill, LiveCall, OperatorAction};
use upstream::{Budget, BudgetOptions, MemoryLedger, Priority, Share, SharedBudget};

struct Account {
    clock: Arc<ManualClock>,
    budget: Arc<SharedBudget>,
    granted: Arc<Mutex<Vec<(Priority, Timestamp)>>>,
}

fn start() -> Timestamp {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

fn after(seconds: i64) -> Timestamp {
    start() + SignedDuration::from_secs(seconds)
}

/// The budget of an account that one node serves.
fn alone(clock: Arc<dyn Clock>) -> SharedBudget {
    let (account, node) = ("example.planfix.ru".to_owned(), "local".to_owned());
    let share = Share { ledger: Arc::new(MemoryLedger::default()), account, node };
    SharedBudget::new(share, clock, BudgetOptions::default())
}

impl Account {
    fn new() -> Self {
        let clock = Arc::new(ManualClock::at(start()));
        let budget = alone(clock.clone());
        Self { clock, budget: Arc::new(budget), granted: Arc::default() }
    }

    /// Asks all at once and waits till all are served.
    async fn ask(&self, priorities: &[Priority]) -> Vec<(Priority, Timestamp)> {
        let askers: Vec<_> = priorities.iter().map(|priority| self.asker(*priority)).collect();
        for asker in askers {
            asker.await.unwrap();
        }
        std::mem::take(&mut *self.granted.lock().unwrap())
    }

    fn asker(&self, priority: Priority) -> tokio::task::JoinHandle<()> {
        let (clock, budget, granted) =
            (self.clock.clone(), self.budget.clone(), self.granted.clone());
        tokio::spawn(async move {
            let _permit = budget.acquire(priority).await.unwrap();
            granted.lock().unwrap().push((priority, clock.now()));
        })
    }

    /// Takes one turn and says when it came.
    async fn turn(&self, priority: Priority) -> Timestamp {
        let _permit = self.budget.acquire(priority).await.unwrap();
        self.clock.now()
    }
}

#[tokio::test]
async fn two_requests_are_never_granted_in_one_second() {
    let granted = Account::new().ask(&[LiveCall; 50]).await;
    let moments: Vec<Timestamp> = granted.iter().map(|(_, at)| *at).collect();
    let expected: Vec<Timestamp> = (0..50).map(after).collect();
    assert_eq!(moments, expected);
}

#[tokio::test]
async fn an_idle_account_grants_at_once_and_saves_nothing_up() {
    let account = Account::new();
    account.turn(LiveCall).await;
    account.clock.advance(SignedDuration::from_mins(5));
    assert_eq!(account.turn(LiveCall).await, after(300));
    assert_eq!(account.turn(LiveCall).await, after(301));
}

/// A clock that lets nobody's waiting end before it is released; then as [`ManualClock`].
struct HeldClock {
    clock: ManualClock,
    held: tokio::sync::Semaphore,
}

#[async_trait::async_trait]
impl Clock for HeldClock {
    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    async fn sleep_until(&self, moment: Timestamp) {
        let _released = self.held.acquire().await.unwrap();
        self.clock.sleep_until(moment).await;
    }
}

/// A budget that has just granted a request, so that everybody else waits, and its held clock.
async fn busy() -> (Arc<HeldClock>, Arc<SharedBudget>) {
    let held = tokio::sync::Semaphore::new(0);
    let clock = Arc::new(HeldClock { clock: ManualClock::at(start()), held });
    let budget = Arc::new(alone(clock.clone()));
    let _at_once = budget.acquire(LiveCall).await.unwrap();
    (clock, budget)
}

async fn until_waiting(budget: &SharedBudget, count: usize) {
    while budget.state().await.waiting.total() != count {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn the_urgent_go_first_and_equals_in_the_order_of_asking() {
    let (clock, budget) = busy().await;
    let served = Arc::new(Mutex::new(Vec::new()));
    let asked = [BackFill, AfterCall, BackFill, OperatorAction, LiveCall, AfterCall];
    let askers = (0..).zip(asked).map(|(number, priority)| {
        let (budget, served) = (budget.clone(), served.clone());
        tokio::spawn(async move {
            let _permit = budget.acquire(priority).await.unwrap();
            served.lock().unwrap().push((priority, number));
        })
    });
    let askers: Vec<_> = askers.collect();
    until_waiting(&budget, asked.len()).await;
    assert_eq!(budget.state().await.waiting.back_fill, 2);

    clock.held.add_permits(1);
    for asker in askers {
        asker.await.unwrap();
    }
    assert_eq!(
        *served.lock().unwrap(),
        [
            (OperatorAction, 3),
            (LiveCall, 4),
            (AfterCall, 1),
            (AfterCall, 5),
            (BackFill, 0),
            (BackFill, 2)
        ]
    );
}

#[tokio::test]
async fn an_asker_who_gives_up_leaves_the_queue_to_the_others() {
    let (clock, budget) = busy().await;
    let asker = |priority| {
        let budget = budget.clone();
        tokio::spawn(async move { budget.acquire(priority).await.map(|_permit| ()) })
    };
    let (patient, impatient) = (asker(BackFill), asker(OperatorAction));
    until_waiting(&budget, 2).await;

    impatient.abort();
    assert!(impatient.await.unwrap_err().is_cancelled());
    assert_eq!(budget.state().await.waiting.total(), 1);
    clock.held.add_permits(1);
    patient.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_short_pause_is_waited_out_by_everybody() {
    let account = Account::new();
    account.budget.throttled(SignedDuration::from_secs(20)).await;
    assert_eq!(account.budget.state().await.paused_until, Some(after(20)));
    let granted = account.ask(&[OperatorAction, BackFill]).await;
    assert_eq!(granted, [(OperatorAction, after(20)), (BackFill, after(21))]);
    assert_eq!(account.budget.state().await.paused_until, None);
}

#[tokio::test]
async fn a_shorter_pause_does_not_end_a_longer_one() {
    let account = Account::new();
    account.budget.throttled(SignedDuration::from_secs(20)).await;
    account.budget.throttled(SignedDuration::from_secs(5)).await;
    assert_eq!(account.turn(OperatorAction).await, after(20));
}

#[tokio::test]
async fn a_long_pause_is_told_instead_of_waited_for() {
    let account = Account::new();
    account.budget.throttled(SignedDuration::from_hours(2)).await;
    let failure = account.budget.acquire(OperatorAction).await.unwrap_err();
    assert_eq!(failure.class, Class::Throttled { wait: SignedDuration::from_hours(2) });
    assert_eq!(failure.code.as_str(), "NET-BUDGET");
    assert_eq!(account.clock.now(), start(), "nobody waited");
    assert_eq!(account.budget.state().await.waiting.total(), 0, "nobody stayed in the queue");
}

#[tokio::test]
async fn what_is_left_of_the_day_is_kept_for_the_urgent() {
    let account = Account::new();
    account.budget.remaining(1000).await;
    let failure = account.budget.acquire(BackFill).await.unwrap_err();
    assert_eq!(failure.class, Class::WaitUntil { until: after(600) });
    assert_eq!(account.turn(AfterCall).await, after(0));

    account.budget.remaining(100).await;
    assert!(account.budget.acquire(AfterCall).await.is_err());
    account.turn(LiveCall).await;

    account.budget.remaining(0).await;
    assert!(account.budget.acquire(LiveCall).await.is_err());
    account.turn(OperatorAction).await;
}

#[tokio::test]
async fn one_request_goes_and_asks_anew_when_the_last_word_is_old() {
    let account = Account::new();
    account.budget.remaining(10).await;
    account.clock.advance(SignedDuration::from_mins(10));
    account.turn(BackFill).await;
    assert!(account.budget.acquire(BackFill).await.is_err(), "only one may ask");
    account.budget.remaining(20_000).await;
    account.turn(BackFill).await;
}

#[tokio::test]
async fn our_own_requests_are_counted_between_the_accounts_words() {
    let account = Account::new();
    assert_eq!(account.budget.state().await.remaining, None);
    account.budget.remaining(5000).await;
    account.ask(&[LiveCall; 7]).await;
    account.budget.remaining(5000).await;
    assert_eq!(account.budget.state().await.remaining, Some(4993), "the same word is an old word");
    account.budget.remaining(4900).await;
    assert_eq!(account.budget.state().await.remaining, Some(4900));
}
