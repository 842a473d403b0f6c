//! What people can do about a communication that did not come out as it should, and how its story answers
//! "why is there no task?".

use domain::text::Lang;
use e2e::World;
use engine::journal::JournalQuery;
use engine::model::{LaneId, Standing};
use engine::{Mend, Mended};
use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};
use sandbox::uis::{Lead, Script};

fn call(world: &World) -> Script {
    world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(42)
}

/// A world whose filter keeps the number out that everybody calls.
async fn with_filter() -> World {
    let condition = r#"{ param: virtual_number, op: exclude, values: ["8 495 023-68-54"] }"#;
    let with = format!("incoming: {condition}, outgoing: null }}");
    World::with(&[("incoming: null, outgoing: null }", &with)]).await
}

async fn mend(world: &World, how: Mend) -> Mended {
    let lane = newest(world).await;
    let mended = world.bridge().engine.mend(lane, how, "olga@romashka.ru").await.unwrap();
    world.settle().await;
    mended
}

async fn newest(world: &World) -> LaneId {
    world.journal().await.first().unwrap().id
}

async fn verdict(world: &World) -> String {
    bridge::verdict(&world.story().await, Lang::Ru).unwrap()
}

/// The task is made, its answer is lost, and it can't be looked for until everybody has given up.
async fn given_up_in_doubt() -> World {
    let world = World::start().await;
    world.play_live(&call(&world)).await;
    let lost = Fault::ServerError { when: When::AfterCommit };
    let blind = Fault::ServerError { when: When::BeforeCommit };
    let faults = world.planfix().faults();
    faults.inject(Injection::new(Door::Rest, lost).path("task").method("POST").times(1));
    faults.inject(Injection::new(Door::Rest, blind).path("task/list"));
    world.pass(40 * 3600).await;
    assert_eq!(world.journal().await[0].state, Standing::Dead, "{}", world.told().await);
    assert_eq!(world.planfix().tasks().len(), 1);
    faults.clear();
    world
}

#[tokio::test]
async fn a_call_that_the_filter_keeps_out_is_worked_off_when_somebody_wants_it() {
    let world = with_filter().await;
    world.play(&call(&world)).await;
    assert_eq!(world.journal().await[0].state, Standing::Filtered);
    let why = verdict(&world).await;
    assert!(why.starts_with("Задачи нет. "), "{why}");
    assert!(why.contains("4950236854") || why.contains("фильтр"), "{why}");

    assert_eq!(mend(&world, Mend::SetFilterAside).await, Mended::Begun);

    assert_eq!(world.planfix().tasks().len(), 1, "{}", world.told().await);
    assert!(world.planfix().cards().is_empty(), "a call that is over does not ring");
    let told = world.told().await;
    assert!(told.contains("Обработано без учёта фильтра: olga@romashka.ru"), "{told}");
    assert_eq!(world.journal().await[0].state, Standing::Done);
    // what somebody has decided outlives a replay, and nothing is doubled by it
    let before = world.ledger();
    assert_eq!(mend(&world, Mend::Replay).await, Mended::Begun);
    assert_eq!(world.ledger(), before);
    assert_eq!(world.journal().await[0].state, Standing::Done);
}

#[tokio::test]
async fn a_lead_that_the_filter_keeps_out_is_worked_off_when_somebody_wants_it() {
    let off = "filter: { enabled: true, conditions: null }";
    let on = r#"filter: { enabled: true, conditions: { param: site, op: exclude, values: ["romashka.ru"] } }"#;
    let world = World::with(&[(off, on)]).await;
    world.leave(&Lead::of("Ольга").phone("79031234567").says("Нужен букет")).await;
    assert_eq!(world.journal().await[0].state, Standing::Filtered);

    assert_eq!(mend(&world, Mend::SetFilterAside).await, Mended::Begun);

    assert_eq!(world.planfix().tasks().len(), 1, "{}", world.told().await);
    assert_eq!(world.journal().await[0].state, Standing::Done);
    // what somebody has decided outlives a replay, and nothing is doubled by it
    let before = world.ledger();
    assert_eq!(mend(&world, Mend::Replay).await, Mended::Begun);
    assert_eq!(world.ledger(), before);
    assert_eq!(mend(&world, Mend::SetFilterAside).await, Mended::Nothing);
}

#[tokio::test]
async fn what_is_not_the_filters_doing_is_not_set_aside() {
    let off = ("telephony:\n  enabled: true", "telephony:\n  enabled: false");
    let world = World::with(&[off]).await;
    world.play(&call(&world)).await;
    assert_eq!(mend(&world, Mend::SetFilterAside).await, Mended::Nothing);
    assert_eq!(verdict(&world).await, "Задачи нет. Раздел «Телефония» выключен");
}

#[tokio::test]
async fn a_task_given_up_in_doubt_is_found_by_a_retry() {
    let world = given_up_in_doubt().await;
    let why = verdict(&world).await;
    assert!(why.starts_with("Задачи нет. Отправить не удалось: задача «"), "{why}");

    assert_eq!(mend(&world, Mend::Retry).await, Mended::Begun);

    assert_eq!(world.planfix().tasks().len(), 1, "{}", world.told().await);
    let one = world.journal().await.remove(0);
    assert_eq!((one.state, one.task), (Standing::Done, Some(2001)), "{}", world.told().await);
    let told = world.told().await;
    assert!(told.contains("Невыполненное повторено: olga@romashka.ru"), "{told}");
    assert_eq!(verdict(&world).await, "Есть задача 2001.");
    assert_eq!(mend(&world, Mend::Retry).await, Mended::Nothing);
}

#[tokio::test]
async fn a_task_given_up_in_doubt_that_is_sent_anyway_is_there_twice() {
    let world = given_up_in_doubt().await;
    assert_eq!(mend(&world, Mend::SendAnyway).await, Mended::Begun);
    assert_eq!(world.planfix().tasks().len(), 2, "{}", world.told().await);
    let told = world.told().await;
    assert!(
        told.contains("Отправлено без проверки, нет ли уже такого: olga@romashka.ru"),
        "{told}"
    );
}

#[tokio::test]
async fn the_story_says_that_the_contact_of_a_call_is_awaited_and_how_long() {
    // a short number that Planfix does not know: it shows no card, and makes no contact
    let pair = r#"employees: { enabled: true, pairs: [{ planfix_user: "user:1", short_number: "777", uis_employee: 4501 }] }"#;
    let world = World::with(&[("employees: { enabled: true, pairs: [] }", pair)]).await;
    world.play(&call(&world)).await;
    let told = world.told().await;
    assert!(
        told.contains("ждём не дольше 100 с, затем задача будет создана без контрагента"),
        "{told}"
    );
    assert_eq!(world.planfix().tasks().len(), 1, "{told}");
    assert_eq!(told.matches("ждём не дольше").count(), 1, "{told}");
}

#[tokio::test]
async fn a_communication_that_is_not_there_can_not_be_mended() {
    let world = World::start().await;
    let mended = world.bridge().engine.mend(LaneId(99), Mend::Retry, "olga").await.unwrap();
    assert_eq!(mended, Mended::Missing);
}

#[tokio::test]
async fn the_client_is_found_by_the_name_that_planfix_knows() {
    let world = World::start().await;
    world.add_contact("Пётр Алёхин", "79031234567", None);
    world.play(&call(&world)).await;
    let query = |name: &str| JournalQuery {
        name: Some(name.to_owned()),
        limit: 9,
        ..JournalQuery::default()
    };
    let store = world.bridge().engine.store();
    let found = store.journal(query("алехин петр")).await.unwrap().items;
    assert_eq!(found[0].client.as_deref(), Some("Пётр Алёхин"));
    assert!(store.journal(query("Сидоров")).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn the_story_says_what_a_call_waits_for() {
    let world = World::start().await;
    world.planfix().faults().inject(Injection::new(Door::Rest, Fault::RevokedToken));
    world.play(&call(&world)).await;
    let why = verdict(&world).await;
    assert!(why.starts_with("Задачи пока нет. "), "{why}");
    assert!(why.contains("PF-TOKEN"), "{why}");
}
