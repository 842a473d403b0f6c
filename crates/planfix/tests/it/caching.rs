//! What is known is not asked again: requests are the scarce thing.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ambient::ManualClock;
use domain::Failure;
use domain::failure::Code;
use domain::ids::{ContactId, TaskId};
use domain::phone::Phone;
use domain::tasks::TaskPatch;
use jiff::SignedDuration;
use planfix::cache::Cache;
use serde_json::json;
use tokio::sync::Semaphore;
use upstream::Priority::{self, AfterCall, LiveCall, OperatorAction};

use crate::stage::{Answer, Stage, answer, ok, start};

fn ivan() -> Answer {
    ok(
        json!({ "result": "success", "contacts": [{ "id": 5, "name": "Иван", "phones": [{ "number": "79031234567" }] }] }),
    )
}

fn nobody() -> Answer {
    ok(json!({ "result": "success", "contacts": [] }))
}

fn phone() -> Phone {
    Phone::parse("79031234567").unwrap()
}

#[tokio::test]
async fn a_found_contact_is_not_searched_again_for_ten_minutes() {
    let stage = Stage::answering([ivan()]).await;
    let phone = phone();
    let search = || stage.rest.contacts_by_phone(&phone, &[], LiveCall);
    search().await.unwrap();
    stage.clock.advance(SignedDuration::from_secs(590));
    assert_eq!(search().await.unwrap()[0].id, ContactId(5));
    assert_eq!(stage.asked().len(), 1);
    stage.clock.advance(SignedDuration::from_secs(20));
    search().await.unwrap();
    assert_eq!(stage.asked().len(), 2);
}

#[tokio::test]
async fn that_nobody_was_found_is_asked_again_each_time() {
    let stage = Stage::answering([nobody(), ivan()]).await;
    assert_eq!(stage.rest.contacts_by_phone(&phone(), &[], LiveCall).await.unwrap(), []);
    assert_eq!(stage.rest.contacts_by_phone(&phone(), &[], LiveCall).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_changed_contact_is_read_anew() {
    let stage = Stage::answering([ivan(), ok(json!({ "result": "success" })), ivan()]).await;
    stage.rest.contacts_by_phone(&phone(), &[], LiveCall).await.unwrap();
    stage.rest.update_contact(ContactId(5), &[], AfterCall).await.unwrap();
    stage.rest.contacts_by_phone(&phone(), &[], LiveCall).await.unwrap();
    assert_eq!(stage.asked().len(), 3);
}

#[tokio::test]
async fn a_refusal_about_something_named_empties_the_caches() {
    for code in [1000, 2000, 41] {
        let fields = ok(json!({ "result": "success", "customfields": [] }));
        let refusal =
            answer(400, json!({ "result": "fail", "code": code, "error": "…" }).to_string());
        let stage = Stage::answering([fields.clone(), refusal, fields]).await;
        stage.rest.task_fields(OperatorAction).await.unwrap();
        stage.rest.update_task(TaskId(1), &TaskPatch::default(), AfterCall).await.unwrap_err();
        stage.rest.task_fields(OperatorAction).await.unwrap();
        assert_eq!(stage.asked().len(), 3, "code {code}");
    }
}

#[tokio::test]
async fn a_refusal_about_anything_else_does_not() {
    let fields = ok(json!({ "result": "success", "customfields": [] }));
    let refusal = answer(400, r#"{"result":"fail","code":6,"error":"…"}"#);
    let stage = Stage::answering([fields, refusal]).await;
    stage.rest.task_fields(OperatorAction).await.unwrap();
    stage.rest.update_task(TaskId(1), &TaskPatch::default(), AfterCall).await.unwrap_err();
    stage.rest.task_fields(OperatorAction).await.unwrap();
    assert_eq!(stage.asked().len(), 2);
}

/// A cache of texts, and a load that waits to be let go and is counted.
struct Loads {
    cache: Cache<&'static str, String>,
    begun: AtomicUsize,
    gate: Semaphore,
}

impl Loads {
    fn new(room: usize) -> Arc<Self> {
        let clock = Arc::new(ManualClock::at(start()));
        let cache = Cache::new(clock, SignedDuration::from_mins(10), room);
        Arc::new(Self { cache, begun: AtomicUsize::new(0), gate: Semaphore::new(0) })
    }

    async fn get(&self, key: &'static str, priority: Priority) -> Result<String, Failure> {
        let load = || async {
            let number = self.begun.fetch_add(1, Ordering::SeqCst);
            let _open = self.gate.acquire().await.unwrap();
            match key {
                "broken" => Err(Failure::retry(Code::new("TEST"), "broken")),
                _ => Ok(format!("{key} {number}")),
            }
        };
        self.cache.get_or_load(&key, priority, load).await
    }

    async fn begun(&self, count: usize) {
        while self.begun.load(Ordering::SeqCst) < count {
            tokio::task::yield_now().await;
        }
    }

    fn asker(
        self: &Arc<Self>,
        key: &'static str,
        priority: Priority,
    ) -> tokio::task::JoinHandle<Result<String, Failure>> {
        let loads = Arc::clone(self);
        tokio::spawn(async move { loads.get(key, priority).await })
    }

    fn let_go(&self) {
        self.gate.add_permits(1);
    }
}

#[tokio::test]
async fn those_who_ask_the_same_at_once_share_one_request() {
    let loads = Loads::new(10);
    let askers: Vec<_> = (0..20).map(|_| loads.asker("a", LiveCall)).collect();
    loads.begun(1).await;
    loads.let_go();
    for asker in askers {
        assert_eq!(asker.await.unwrap().unwrap(), "a 0");
    }
    assert_eq!(loads.begun.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_shared_failure_is_shared_and_not_kept() {
    let loads = Loads::new(10);
    let askers: Vec<_> = (0..3).map(|_| loads.asker("broken", LiveCall)).collect();
    loads.begun(1).await;
    loads.let_go();
    for asker in askers {
        asker.await.unwrap().unwrap_err();
    }
    loads.get("broken", LiveCall).await.unwrap_err();
    assert_eq!(loads.begun.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn the_urgent_do_not_wait_behind_the_less_urgent() {
    let loads = Loads::new(10);
    let slow = loads.asker("a", AfterCall);
    loads.begun(1).await;
    let urgent = loads.asker("a", OperatorAction);
    loads.begun(2).await;
    loads.let_go();
    slow.await.unwrap().unwrap();
    urgent.await.unwrap().unwrap();
}

#[tokio::test]
async fn when_the_one_who_asked_goes_away_another_takes_over() {
    let loads = Loads::new(10);
    let first = loads.asker("a", LiveCall);
    loads.begun(1).await;
    let second = loads.asker("a", LiveCall);
    tokio::task::yield_now().await;
    first.abort();
    loads.begun(2).await;
    loads.let_go();
    assert_eq!(second.await.unwrap().unwrap(), "a 1");
}

#[tokio::test]
async fn what_was_asked_before_a_clearing_is_not_kept_after_it() {
    let loads = Loads::new(10);
    let asker = loads.asker("a", LiveCall);
    loads.begun(1).await;
    loads.cache.clear();
    loads.let_go();
    assert_eq!(asker.await.unwrap().unwrap(), "a 0");
    assert_eq!(loads.get("a", LiveCall).await.unwrap(), "a 1");
}

#[tokio::test]
async fn a_full_cache_makes_room_for_the_new() {
    let loads = Loads::new(2);
    loads.let_go();
    for key in ["a", "b", "c"] {
        loads.get(key, LiveCall).await.unwrap();
    }
    assert_eq!(loads.get("c", LiveCall).await.unwrap(), "c 2", "the newest is kept");
    assert_eq!(loads.get("a", LiveCall).await.unwrap(), "a 3", "the oldest made room");
}
