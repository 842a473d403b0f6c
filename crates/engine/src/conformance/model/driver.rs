//! Makes a storm happen.

use std::pin::pin;
use std::sync::Arc;

use ambient::{Clock, ManualClock, SeededEntropy};
use jiff::SignedDuration;
use serde_json::json;

use super::flow::{DOORS, LANES, StormFlow};
use super::storm::{Action, Lands, Point};
use super::world::World;
use crate::LEASE;
use crate::conformance::desk::{self, HERE};
use crate::engine::Engine;
use crate::journal::JournalQuery;
use crate::model::{Accepted, DedupKey, Door, LaneId, LaneKey, NewEvent};
use crate::store::{Store, StoreError};

/// An event that was accepted.
pub(super) struct Given {
    pub(super) lane: usize,
    pub(super) copies: u64,
}

/// Two engines on one store, the world around them, and what came in.
pub(super) struct Driver {
    pub(super) store: Arc<dyn Store>,
    pub(super) world: Arc<World>,
    pub(super) clock: Arc<ManualClock>,
    pub(super) given: Vec<Given>,
    engine: Engine,
    other: Engine,
}

impl Driver {
    pub(super) fn new(store: Arc<dyn Store>) -> Self {
        let clock = Arc::new(ManualClock::at(desk::at(0)));
        let world = Arc::new(World::new(Arc::clone(&clock)));
        let engine = |name: &str, seed| {
            let flow = Arc::new(StormFlow { world: Arc::clone(&world) });
            let (store, clock) = (Arc::clone(&store), Arc::clone(&clock));
            Engine::new(store, flow, clock, Arc::new(SeededEntropy::new(seed)), name.to_owned())
        };
        let (one, other) = (engine("one", 1), engine("other", 2));
        Self { engine: one, other, store, world, clock, given: Vec::new() }
    }

    pub(super) async fn act(&mut self, action: &Action) {
        match *action {
            Action::Deliver { lane } => {
                self.given.push(Given { lane, copies: 0 });
                self.deliver(self.given.len() - 1).await;
            }
            Action::Repeat { event } if event < self.given.len() => self.deliver(event).await,
            Action::Repeat { .. } => {}
            Action::Work => self.work().await,
            Action::Pass { seconds } => self.pass(i64::from(seconds)),
            Action::Wait { rounds } => self.wait(rounds).await,
            Action::Trouble { door, trouble } => self.world.trouble_at(DOORS[door], trouble),
            Action::Outage { door, trouble } => self.world.outage_at(DOORS[door], Some(trouble)),
            Action::Peace { door } => self.world.outage_at(DOORS[door], None),
            Action::StepTrouble(trouble) => self.world.step_trouble(trouble),
            Action::LookTrouble(trouble) => self.world.look_trouble(trouble),
            Action::Crash { point, lands } => self.crash(point, lands).await,
            Action::Restart => {
                self.engine.take_over().await.unwrap();
            }
            Action::Zombie { point, lands } => self.zombie(point, lands).await,
            Action::Replay { lane } => self.replay_key(lane).await,
            Action::ReplayMidway { lands } => self.replay_midway(lands).await,
            Action::Open { door } => {
                let door = Door::new(DOORS[door]);
                self.store.resume(HERE, &door, self.clock.now()).await.unwrap();
            }
        }
    }

    async fn deliver(&mut self, number: usize) {
        let given = &mut self.given[number];
        let (connection, lane) = LANES[given.lane];
        let event = NewEvent {
            connection,
            lane: LaneKey::new("call", lane),
            kind: "event".to_owned(),
            dedup: DedupKey::new(number.to_string()),
            payload: json!({ "number": number }),
            received_at: self.clock.now(),
        };
        let accepted = self.engine.accept(event).await.unwrap();
        assert_eq!(matches!(accepted, Accepted::New(_)), given.copies == 0);
        given.copies += 1;
    }

    async fn work(&self) {
        self.engine.run_due().await.unwrap();
    }

    fn pass(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }

    async fn wait(&self, rounds: u8) {
        for _ in 0..rounds {
            let Some(due) = self.store.next_due(false).await.unwrap() else { return };
            self.clock.advance_to(due);
            self.work().await;
        }
    }

    pub(super) async fn until_quiet(&self) {
        for _ in 0..5_000 {
            self.work().await;
            let Some(due) = self.store.next_due(false).await.unwrap() else { return };
            self.clock.advance_to(due);
        }
        panic!("it never comes to rest");
    }

    /// The process ends when it comes to the point.
    async fn crash(&self, point: Point, lands: Lands) {
        self.world.catch_at(Some((point, lands)));
        tokio::select! {
            done = self.engine.run_due() => drop(done.unwrap()),
            () = self.world.caught.notified() => {}
        }
        self.world.catch_at(None);
    }

    /// A worker stands still at the point, for longer than his lease.
    async fn zombie(&self, point: Point, lands: Lands) {
        self.caught(point, lands, async || {
            self.clock.advance(LEASE);
            self.other.run_due().await.unwrap();
        })
        .await;
    }

    /// An administrator replays a lane just when a write of it is on its way.
    async fn replay_midway(&self, lands: Lands) {
        self.caught(Point::Send, lands, async || {
            self.pass(1);
            self.replay(self.world.caught_in()).await;
            self.other.run_due().await.unwrap();
        })
        .await;
    }

    /// Catches a worker at the point, does something meanwhile that costs him his lease, and lets him go
    /// on: he must notice.
    async fn caught(&self, point: Point, lands: Lands, meanwhile: impl AsyncFnOnce()) {
        self.world.catch_at(Some((point, lands)));
        let mut worker = pin!(self.engine.run_due());
        tokio::select! {
            done = &mut worker => {
                done.unwrap();
                self.world.catch_at(None);
                return;
            }
            () = self.world.caught.notified() => {}
        }
        meanwhile().await;
        self.world.let_go.notify_one();
        let late = worker.await;
        assert!(matches!(late, Err(StoreError::Fenced)), "a dead worker went on: {late:?}");
    }

    async fn replay(&self, lane: LaneId) {
        self.world.replayed(lane);
        assert!(self.other.replay(lane).await.unwrap());
    }

    async fn replay_key(&self, lane: usize) {
        if let Some(lane) = self.lane(lane).await {
            self.replay(lane).await;
        }
    }

    pub(super) async fn replay_everything(&self) {
        for lane in 0..LANES.len() {
            self.replay_key(lane).await;
        }
    }

    /// The row of a lane, if anything ever came to it.
    pub(super) async fn lane(&self, lane: usize) -> Option<LaneId> {
        let (connection, name) = LANES[lane];
        let all = JournalQuery { connection: Some(connection), limit: 50, ..Default::default() };
        let page = self.store.journal(all).await.unwrap();
        page.items.iter().find(|item| item.key.thing() == name).map(|item| item.id)
    }
}
