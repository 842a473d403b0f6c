//! How fast the engine is on each store, on this machine's disk: `cargo bench -p test-stores`.
//!
//! Every accepted event is on the disk before it counts (SQLite with `synchronous=FULL`, PostgreSQL as it comes,
//! on the same machine). `TMPDIR` chooses the disk.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement stops at the unexpected, and prints"
)]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ambient::{Clock, SystemClock, SystemEntropy};
use async_trait::async_trait;
use domain::Failure;
use engine::model::{
    ConnectionId, DedupKey, Door, Effect, Input, LaneKey, NewEffect, NewEvent, OperationId, Step,
    Urgency,
};
use engine::{Engine, Flow, Found, Place, Store};
use jiff::SignedDuration;
use serde_json::{Value, json};
use store_postgres::PostgresStore;
use store_sqlite::SqliteStore;
use test_postgres::Server;
use tokio::sync::{Notify, watch};

const HERE: ConnectionId = ConnectionId(1);
/// Events one sender hands in, one after the other.
const ALONE: usize = 500;
/// Senders at once, and what each of them hands in.
const CROWD: usize = 64;
const EACH: usize = 50;

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    println!("SQLite, on {}", folder.path().display());
    measure(Arc::new(SqliteStore::open(&folder.path().join("bench.db")).await.unwrap())).await;

    let server = Server::start();
    println!("PostgreSQL, on {}", std::env::temp_dir().display());
    measure(Arc::new(PostgresStore::open(&server.url("postgres")).await.unwrap())).await;
}

async fn measure(store: Arc<dyn Store>) {
    accept_alone(&store).await;
    accept_in_a_crowd(&store).await;
    work_off(store).await;
}

/// One sender: how long an acceptance takes when nobody shares the commit.
async fn accept_alone(store: &Arc<dyn Store>) {
    let begin = SystemClock.now();
    let taken = send(Arc::clone(store), 0, ALONE).await;
    report("accept, one sender", ALONE, since(begin), taken);
}

/// Many senders: how many acceptances a second when the commits are shared.
async fn accept_in_a_crowd(store: &Arc<dyn Store>) {
    let begin = SystemClock.now();
    let senders: Vec<_> =
        (1..=CROWD).map(|sender| tokio::spawn(send(Arc::clone(store), sender, EACH))).collect();
    let mut taken = Vec::new();
    for sender in senders {
        taken.extend(sender.await.unwrap());
    }
    report(&format!("accept, {CROWD} senders"), CROWD * EACH, since(begin), taken);
}

/// Hands events in, each for a lane of its own; how long each took.
async fn send(store: Arc<dyn Store>, sender: usize, events: usize) -> Vec<SignedDuration> {
    let mut taken = Vec::with_capacity(events);
    for number in 0..events {
        let begin = SystemClock.now();
        store.accept(event(sender, number)).await.unwrap();
        taken.push(since(begin));
    }
    taken
}

fn event(sender: usize, number: usize) -> NewEvent {
    NewEvent {
        connection: HERE,
        lane: LaneKey::new("call", format!("{sender}-{number}")),
        kind: "incoming".to_owned(),
        dedup: DedupKey::new(format!("{sender}-{number}")),
        payload: json!({ "call_session_id": number, "contact_phone_number": "79031234567" }),
        received_at: SystemClock.now(),
    }
}

/// The engine works off all that was accepted: a step, a live and a calm write for each lane, which the
/// other side answers at once.
async fn work_off(store: Arc<dyn Store>) {
    let lanes = ALONE + CROWD * EACH;
    let flow = Arc::new(TwoWrites { left: AtomicUsize::new(2 * lanes), done: Notify::new() });
    let (clock, entropy) = (Arc::new(SystemClock), Arc::new(SystemEntropy));
    let engine = Engine::new(store, Arc::clone(&flow) as _, clock, entropy, "bench".to_owned());
    let (stop, stopped) = watch::channel(false);

    let begin = SystemClock.now();
    let running = tokio::spawn(Arc::new(engine).run(stopped));
    flow.done.notified().await;
    let took = since(begin);
    stop.send_replace(true);
    running.await.unwrap();
    println!(
        "{:<22} {lanes:>6} in {:>7.2} s = {:>6.0}/s",
        "lanes worked off",
        seconds(took),
        per_second(lanes, took)
    );
}

struct TwoWrites {
    left: AtomicUsize,
    done: Notify,
}

#[async_trait]
impl Flow for TwoWrites {
    async fn step(&self, place: &Place, _state: Value, _input: Input) -> Result<Step, Failure> {
        let write = |name: &str, urgency| NewEffect {
            operation: OperationId::of(place.connection, &place.key, name),
            door: Door::new(name),
            urgency,
            kind: name.to_owned(),
            payload: json!({ "phone": "79031234567" }),
            report: false,
            not_before: None,
        };
        let effects = vec![write("card", Urgency::Live), write("task", Urgency::Calm)];
        Ok(Step { effects, ..Step::default() })
    }

    async fn send(&self, _place: &Place, _effect: &Effect) -> Result<Value, Failure> {
        if self.left.fetch_sub(1, Ordering::Relaxed) == 1 {
            self.done.notify_one();
        }
        Ok(Value::Null)
    }

    async fn look(&self, _place: &Place, _effect: &Effect) -> Result<Found, Failure> {
        Ok(Found::NotDone)
    }

    fn rewind(&self, _key: &LaneKey, _state: Value) -> Value {
        Value::Null
    }
}

fn report(what: &str, count: usize, took: SignedDuration, mut taken: Vec<SignedDuration>) {
    taken.sort_unstable();
    let millis = |part: usize| {
        let at = taken.get((taken.len() * part / 100).min(taken.len() - 1)).unwrap();
        at.as_secs_f64() * 1000.0
    };
    println!(
        "{what:<22} {count:>6} in {:>7.2} s = {:>6.0}/s, p50 {:.2} ms, p99 {:.2} ms",
        seconds(took),
        per_second(count, took),
        millis(50),
        millis(99),
    );
}

fn since(begin: jiff::Timestamp) -> SignedDuration {
    SystemClock.now().duration_since(begin)
}

fn seconds(took: SignedDuration) -> f64 {
    took.as_secs_f64()
}

fn per_second(count: usize, took: SignedDuration) -> f64 {
    f64::from(u32::try_from(count).unwrap()) / took.as_secs_f64()
}
