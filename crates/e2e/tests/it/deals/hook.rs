//! The hook: Planfix falls silent for three minutes after any answer but 200.

use axum::http::StatusCode;
use cabinet::HookKind;
use sandbox::planfix::{AutomaticScenario, Body, NewTask, TaskEvent};

use super::{deals, shop, told};

#[tokio::test]
async fn whatever_holds_a_number_is_answered_200() {
    let world = shop().await;
    let hook = world.hook_url(HookKind::PlanfixDeals).await;
    for (kind, body) in [
        ("application/json", r#"{"task_id": 2001}"#),
        ("application/json", r#"{"task_id": "2001"}"#),
        ("application/json", r#"{"name":"Букет "Весна"","task_id":"2001"}"#),
        ("application/x-www-form-urlencoded", "task_id=2001"),
        ("text/plain", "task_id=2001"),
    ] {
        let (status, answer) = world.post(&hook, kind, body).await;
        assert_eq!((status, answer.as_str()), (StatusCode::OK, ""), "{body}");
    }
    let mut by_address = hook.clone();
    by_address.set_query(Some("task_id=2001"));
    assert_eq!(world.get(&by_address).await.0, StatusCode::OK);
}

#[tokio::test]
async fn what_holds_none_is_refused_and_kept_for_the_journal() {
    let world = shop().await;
    let hook = world.hook_url(HookKind::PlanfixDeals).await;
    let (status, answer) = world.post(&hook, "application/json", r#"{"task":"?"}"#).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(answer.contains("{{Задача.Номер}}"), "{answer}");
    assert_eq!(world.get(&hook).await.0, StatusCode::BAD_REQUEST);
    let one = world.journal().await.pop().unwrap();
    assert_eq!(one.title, "planfix_deals");
    assert!(world.told_all().await.contains("task_id"), "{}", world.told_all().await);
}

#[tokio::test]
async fn a_scenario_whose_body_the_tasks_name_breaks_is_understood() {
    let world = shop().await;
    world.planfix().configure(|settings| {
        for scenario in &mut settings.scenarios {
            scenario.body = Body::Text;
        }
    });
    let name = "Букет \"Весна\"\nс доставкой";
    let task = world.planfix().add_task(&NewTask { name, object: Some(12), ..NewTask::default() });
    told(&world).await;
    assert_eq!(deals(&world)[0][0], task.to_string());
    assert!(world.planfix().posted().iter().all(|post| post.status == Some(200)));
}

#[tokio::test]
async fn scenarios_come_again_after_a_failure_and_the_account_is_silent_meanwhile() {
    let world = shop().await;
    let (right, wrong) = (world.hook_url(HookKind::PlanfixDeals).await, "http://127.0.0.1:9/");
    let both = |url: &str| AutomaticScenario::both(12, url);
    world.planfix().configure(|settings| settings.scenarios = both(wrong));
    let task = world.planfix().add_task(&NewTask {
        name: "Заказ",
        object: Some(12),
        ..NewTask::default()
    });
    world.planfix().run_scenarios().await;
    world.planfix().configure(|settings| settings.scenarios = both(right.as_str()));
    world.planfix().change_task(task, super::moved(2));
    assert_eq!(world.planfix().run_scenarios().await, 0, "silent for three minutes");
    world.pass(180).await;
    told(&world).await;
    assert_eq!(deals(&world)[0][1], "2");
    let events: Vec<_> = world
        .planfix()
        .posted()
        .iter()
        .map(|post| (post.event, post.status, post.attempt))
        .collect();
    assert_eq!(events, [(TaskEvent::Created, None, 1), (TaskEvent::Changed, Some(200), 1)]);
}
