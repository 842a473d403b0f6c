//! What would change is told before it is saved.

use bridge::rehearse::{Aspect, Made, Rehearsal, Row};
use domain::text::Lang;
use e2e::World;

/// Two calls: one from `romashka.ru` by the first employee, one of a known client.
async fn world_with_calls() -> World {
    let world = World::start().await;
    world.add_contact("Пётр", "79037654321", Some(3));
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(5);
    world.play(&call.transferred_to("102").answered_by("102").talks_secs(5)).await;
    let call = world.uis().outgoing("79037654321").by("102").answered().talks_secs(5);
    world.play(&call).await;
    world
}

/// The rows that change, each with what does.
fn changed(rehearsal: &Rehearsal) -> Vec<(String, Vec<Aspect>)> {
    let rows = rehearsal.rows.iter().filter(|row| !row.trial.changes().is_empty());
    rows.map(|row| {
        let phone = row.trial.phone.as_ref().unwrap().digits().to_owned();
        (phone, row.trial.changes().into_iter().collect())
    })
    .collect()
}

fn incoming(rehearsal: &Rehearsal) -> &Row {
    let mut rows = rehearsal.rows.iter();
    rows.find(|row| row.trial.phone.as_ref().unwrap().digits() == "79031234567").unwrap()
}

#[tokio::test]
async fn a_filter_that_would_keep_a_call_out_is_told_with_its_leaf() {
    let world = world_with_calls().await;
    let filter =
        r#"incoming: { param: site, op: exclude, values: ["romashka.ru"] }, outgoing: null }"#;
    let rehearsal = world.rehearse(&[("incoming: null, outgoing: null }", filter)]).await;

    assert_eq!(
        changed(&rehearsal),
        [("79031234567".to_owned(), vec![Aspect::Admission, Aspect::Task])]
    );
    assert_eq!((rehearsal.summary.kept_out, rehearsal.summary.tasks_gone), (1, 1));
    let after = &incoming(&rehearsal).trial.after;
    assert_eq!(after.made, Made::Filtered);
    let why = bridge::reason_text(&after.reason, Lang::Ru).unwrap();
    assert_eq!(why, "Не прошёл фильтр: Сайт исключает romashka.ru — а у звонка romashka.ru");
}

#[tokio::test]
async fn another_template_renames_and_nothing_else() {
    let world = world_with_calls().await;
    let template = (
        "incoming: \"Входящий звонок от {{contact_phone_number}}\"",
        "incoming: \"Звонок с {{site_domain_name}}\"",
    );
    let rehearsal = world.rehearse(&[template]).await;

    assert_eq!(changed(&rehearsal), [("79031234567".to_owned(), vec![Aspect::Name])]);
    let trial = &incoming(&rehearsal).trial;
    assert_eq!(trial.before.name.as_deref(), Some("Входящий звонок от 79031234567"));
    assert_eq!(trial.after.name.as_deref(), Some("Звонок с romashka.ru"));
    assert_eq!(
        (rehearsal.summary.seen, rehearsal.summary.changed, rehearsal.summary.renamed),
        (2, 1, 1)
    );
}

#[tokio::test]
async fn another_assignee_is_told_by_name_and_with_the_reason() {
    let world = world_with_calls().await;
    let last = (
        "first: { create: task, assign: first_talker }",
        "first: { create: task, assign: last_talker }",
    );
    let rehearsal = world.rehearse(&[last]).await;

    assert_eq!(changed(&rehearsal), [("79031234567".to_owned(), vec![Aspect::Assignee])]);
    let after = incoming(&rehearsal).trial.after.assignee.clone().unwrap();
    assert_eq!(after.user.unwrap().to_string(), "user:2");
    assert_eq!(after.name.as_deref(), Some("Борис Андреевич Кузнецов"));
    assert_eq!(after.by.unwrap().text(Lang::Ru), "последний разговаривавший");
}

#[tokio::test]
async fn settings_that_make_nothing_make_the_tasks_vanish() {
    let world = world_with_calls().await;
    let nothing = (
        "repeat: { create: task, assign: last_talker }",
        "repeat: { create: nothing, assign: last_talker }",
    );
    let rehearsal = world.rehearse(&[nothing]).await;
    assert_eq!(changed(&rehearsal), [("79037654321".to_owned(), vec![Aspect::Task])]);
    assert_eq!(rehearsal.summary.tasks_gone, 1);

    let off =
        world.rehearse(&[("telephony:\n  enabled: true", "telephony:\n  enabled: false")]).await;
    assert_eq!((off.summary.kept_out, off.summary.tasks_gone), (2, 2));
}

#[tokio::test]
async fn an_additional_field_is_told_with_its_value() {
    let world = world_with_calls().await;
    let fields = "    contact: []\n    task: [{ planfix_field: 201, uis_field: site_domain_name, update_always: false }]";
    let rehearsal = world.rehearse(&[("    contact: []\n    task: []", fields)]).await;

    let [written] = &incoming(&rehearsal).trial.after.task_fields[..] else {
        panic!("{rehearsal:?}")
    };
    assert_eq!((written.field.0, written.text.as_str()), (201, "romashka.ru"));
    assert!(changed(&rehearsal).contains(&("79031234567".to_owned(), vec![Aspect::TaskFields])));
}

#[tokio::test]
async fn another_object_moves_the_tasks() {
    let world = world_with_calls().await;
    let object =
        ("    task_object: 12\n    personal_manager", "    task_object: 13\n    personal_manager");
    let rehearsal = world.rehearse(&[object]).await;
    assert_eq!(changed(&rehearsal), [("79031234567".to_owned(), vec![Aspect::Object])]);
}

#[tokio::test]
async fn only_so_many_of_the_last_communications_are_tried() {
    let world = world_with_calls().await;
    let last = world.rehearse_last(1, &[]).await;
    let [only] = &last.rows[..] else { panic!("{last:?}") };
    assert_eq!(only.trial.phone.as_ref().unwrap().digits(), "79037654321");
}
