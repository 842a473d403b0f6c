//! A clock that moves when everybody waits for it, and the tasks that live by it.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

use ambient::{Clock, Entropy, SeededEntropy};
use jiff::Timestamp;

pub(super) type Task = Pin<Box<dyn Future<Output = ()>>>;

/// Unlike on `ambient::ManualClock`, who sleeps sleeps till the others have had their time.
pub(super) struct StepClock {
    now: Mutex<Timestamp>,
    alarms: Mutex<Vec<(Timestamp, Waker)>>,
}

impl StepClock {
    pub(super) fn at(start: Timestamp) -> Self {
        Self { now: Mutex::new(start), alarms: Mutex::default() }
    }

    /// Moves to the next moment that anybody waits for.
    fn step(&self) {
        let mut alarms = self.alarms.lock().unwrap();
        // Without an alarm the tasks would wait for ever.
        let next = alarms.iter().map(|(moment, _)| *moment).min().unwrap();
        *self.now.lock().unwrap() = next;
        alarms.extract_if(.., |(moment, _)| *moment <= next).for_each(|(_, waker)| waker.wake());
    }
}

#[async_trait::async_trait]
impl Clock for StepClock {
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    async fn sleep_until(&self, moment: Timestamp) {
        poll_fn(|context| {
            if self.now() >= moment {
                return Poll::Ready(());
            }
            self.alarms.lock().unwrap().push((moment, context.waker().clone()));
            Poll::Pending
        })
        .await;
    }
}

/// Whether anybody can go on without the clock.
#[derive(Default)]
struct Awake(AtomicBool);

impl Wake for Awake {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Runs the tasks to their end, each time in another order, the same for the same seed.
pub(super) fn run(clock: &StepClock, mut tasks: Vec<Task>, seed: u64) {
    let chance = SeededEntropy::new(seed);
    let awake = Arc::new(Awake::default());
    let waker = Waker::from(Arc::clone(&awake));
    let mut rounds = 0;
    while !tasks.is_empty() {
        rounds += 1;
        assert!(rounds < 100_000, "they go round in a circle");
        tasks.sort_by_cached_key(|_| {
            let mut place = [0; 8];
            chance.fill(&mut place);
            place
        });
        let before = tasks.len();
        tasks.retain_mut(|task| task.as_mut().poll(&mut Context::from_waker(&waker)).is_pending());
        let ended = tasks.len() != before;
        if !ended && !awake.0.swap(false, Ordering::SeqCst) {
            clock.step();
        }
    }
}
