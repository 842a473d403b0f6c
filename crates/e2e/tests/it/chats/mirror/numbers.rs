//! The task and the contact that Planfix made, and what is written into them.

use sandbox::uis::ReportLag;

use super::super::{igor, only_task};
use super::{IGOR, ON, talk, the_next_answer_is_lost, world};

const FIELDS: (&str, &str) = (
    "  fields: { contact: [], task: [] }",
    "  fields: { contact: [{ planfix_field: 102, uis_field: source_name, update_always: false }], task: [{ planfix_field: 201, uis_field: visitor_name, update_always: false }] }",
);

/// Switches on the filling of fields.
async fn fill(world: &e2e::World) {
    let section = super::super::section(&[ON]);
    let [one, two, three, four] = super::super::with_chats(&section);
    world.change_settings(&[one, two, three, four, FIELDS]).await;
}

#[tokio::test]
async fn a_task_that_planfix_shows_late_is_found_and_nothing_is_doubled() {
    let world = world().await;
    world.planfix().configure(|settings| settings.chat_lag = 40);
    world.chat(igor().writes("Раз")).await;
    world.pass(20).await;
    assert_eq!(world.journal().await[0].task, None);
    assert!(world.told().await.contains("задачу чата ещё не показывает"));
    world.chat(igor().writes("Два")).await;
    world.settle().await;
    let task = only_task(&world);
    let listed = world.journal().await.remove(0);
    assert_eq!(listed.task, Some(i64::try_from(task.id).unwrap()));
    assert!(listed.contact.is_some());
    assert_eq!(talk(&world).len(), 2, "{:?}", talk(&world));
}

#[tokio::test]
async fn a_task_that_planfix_showed_too_late_is_asked_for_when_somebody_writes_again() {
    let world = world().await;
    world.planfix().configure(|settings| settings.chat_lag = 3 * 3600);
    world.chat(igor().writes("Раз")).await;
    world.pass(2 * 3600).await;
    world.pass(2 * 3600).await;
    assert_eq!(world.journal().await[0].task, None);
    world.chat(igor().writes("Два")).await;
    world.settle().await;
    assert!(world.journal().await[0].task.is_some());
}

#[tokio::test]
async fn a_first_message_of_lost_answer_is_not_doubled_though_its_task_shows_late() {
    let world = world().await;
    world.planfix().configure(|settings| settings.chat_lag = 5);
    the_next_answer_is_lost(&world);
    world.chat(igor().writes("Раз")).await;
    world.settle().await;
    assert_eq!(talk(&world), [format!("{IGOR}: Раз")], "{}", world.planfix().ledger());
}

#[tokio::test]
async fn fields_are_filled_once_and_by_few_requests() {
    let world = world().await;
    fill(&world).await;
    world.chat(igor().writes("Раз").writes("Два").writes("Три")).await;
    world.settle().await;
    let task = only_task(&world);
    assert_eq!(
        task.custom.get(&201).map(ToString::to_string).as_deref(),
        Some("\"Игорь Лебедев\"")
    );
    let rest = world.planfix().ledger().rest().without_reads().to_string();
    assert_eq!(rest.matches(&format!("POST task/{}", task.id)).count(), 1, "{rest}");
    assert!(rest.lines().count() <= 2, "{rest}");
    world.replay_newest().await;
    world.settle().await;
    let again = world.planfix().ledger().rest().without_reads().to_string();
    assert_eq!(again, rest, "worked off anew nothing is written again");
    assert_eq!(talk(&world).len(), 3, "{:?}", talk(&world));
}

#[tokio::test]
async fn without_a_row_in_the_report_the_fields_are_filled_with_what_is_known() {
    let world = world().await;
    fill(&world).await;
    world.uis().chats().configure(|settings| settings.report_lag = ReportLag::Never);
    world.chat(igor().writes("Раз")).await;
    world.pass(1200).await;
    world.settle().await;
    let task = only_task(&world);
    assert!(task.custom.contains_key(&201), "{:?}", task.custom);
}
