//! Automatic scenarios of Planfix and the requests they send.

use std::sync::{Arc, Mutex};

use ambient::{Clock as _, ManualClock};
use axum::Router;
use axum::http::StatusCode;
use axum::routing::post;
use jiff::SignedDuration;
use sandbox::Sandbox;
use sandbox::planfix::{AutomaticScenario, NewTask, Planfix, TaskChange, TaskEvent};

struct Shop {
    clock: Arc<ManualClock>,
    sandbox: Sandbox,
    answers: Arc<Mutex<Vec<u16>>>,
    got: Arc<Mutex<Vec<String>>>,
}

impl Shop {
    /// A Planfix whose scenarios tell a server that answers these statuses, then 200.
    async fn open(answers: &[u16]) -> Self {
        let clock = Arc::new(ManualClock::at("2026-03-02T09:00:00Z".parse().unwrap()));
        let sandbox = Sandbox::new(clock.clone());
        let answers = Arc::new(Mutex::new(answers.to_vec()));
        let got: Arc<Mutex<Vec<String>>> = Arc::default();
        let (script, log) = (answers.clone(), got.clone());
        let answer = async move |body: String| {
            log.lock().unwrap().push(body);
            let mut script = script.lock().unwrap();
            let status = if script.is_empty() { 200 } else { script.remove(0) };
            StatusCode::from_u16(status).unwrap()
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let app = Router::new().route("/hook", post(answer));
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        sandbox.planfix().configure(|settings| {
            settings.scenarios = AutomaticScenario::both(12, &url);
        });
        Self { clock, sandbox, answers, got }
    }

    fn planfix(&self) -> &Planfix {
        self.sandbox.planfix()
    }

    fn task(&self, object: u64) -> u64 {
        let new = NewTask { name: "Заказ", object: Some(object), ..NewTask::default() };
        self.planfix().add_task(&new)
    }

    fn attempts(&self) -> Vec<(u64, Option<u16>, bool)> {
        let posted = self.planfix().posted();
        posted.iter().map(|post| (post.task, post.status, post.given_up)).collect()
    }
}

#[tokio::test]
async fn a_task_made_and_changed_is_told_of_in_order() {
    let shop = Shop::open(&[]).await;
    let task = shop.task(12);
    shop.task(13);
    shop.planfix().change_task(task, TaskChange { status: Some(5), ..TaskChange::default() });
    assert_eq!(shop.planfix().run_scenarios().await, 2);
    let body = format!("{{\"task_id\":\"{task}\"}}");
    assert_eq!(*shop.got.lock().unwrap(), [body.clone(), body]);
    let events: Vec<_> = shop.planfix().posted().iter().map(|post| post.event).collect();
    assert_eq!(events, [TaskEvent::Created, TaskEvent::Changed]);
}

#[tokio::test]
async fn anything_but_200_silences_the_account_for_three_minutes() {
    let shop = Shop::open(&[204]).await;
    let (first, second) = (shop.task(12), shop.task(12));
    assert_eq!(shop.planfix().run_scenarios().await, 1);
    assert_eq!(shop.attempts(), [(first, Some(204), false)]);
    shop.clock.advance(SignedDuration::from_secs(179));
    assert_eq!(shop.planfix().run_scenarios().await, 0);
    shop.clock.advance(SignedDuration::from_secs(1));
    assert_eq!(shop.planfix().run_scenarios().await, 1);
    assert_eq!(shop.attempts().last(), Some(&(second, Some(200), false)));
}

#[tokio::test]
async fn a_failed_request_comes_four_more_times_and_is_given_up() {
    let shop = Shop::open(&[500; 9]).await;
    let begun = shop.clock.now();
    shop.task(12);
    while let Some(due) = shop.planfix().next_scenario_due() {
        shop.clock.advance_to(due);
        shop.planfix().run_scenarios().await;
    }
    let minutes: Vec<i64> = shop
        .planfix()
        .posted()
        .iter()
        .map(|post| post.at.duration_since(begun).as_mins())
        .collect();
    assert_eq!(minutes, [0, 15, 45, 105, 165]);
    assert!(shop.planfix().posted().last().unwrap().given_up);
    assert_eq!(shop.answers.lock().unwrap().len(), 4);
}

#[tokio::test]
async fn what_is_no_status_of_the_task_changes_nothing() {
    let shop = Shop::open(&[]).await;
    let task = shop.task(12);
    let change = TaskChange { status: Some(99), ..TaskChange::default() };
    assert!(!shop.planfix().change_task(task, change));
    assert!(!shop.planfix().change_task(1, TaskChange::default()));
    assert_eq!(shop.planfix().run_scenarios().await, 1);
}
