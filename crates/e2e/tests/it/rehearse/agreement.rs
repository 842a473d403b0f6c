//! A rehearsal decides as the flow does.

use std::collections::BTreeSet;

use bridge::rehearse::{Made, Rehearsal, Unknown};
use e2e::World;
use engine::journal::Communication;
use engine::model::Standing;
use sandbox::scenarios::{self, Scenario};

/// Everything on: a filter, fields, open tasks that go on, rules.
const RICH: &[(&str, &str)] = &[
    (
        "repeat: { create: task, assign: contact_owner }",
        "repeat: { create: task_if_none_open, assign: contact_owner }",
    ),
    (
        "incoming: null, outgoing: null }",
        r#"incoming: { param: scenario, op: exclude, values: ["Тест"] }, outgoing: null }"#,
    ),
    (
        r#"incoming: { default: "user:1", rules: [] }"#,
        r#"incoming: { default: "user:1", rules: [{ employee: "user:2", when: { param: site, op: include, values: ["romashka.ru"] } }] }"#,
    ),
    (
        "    contact: []\n    task: []",
        "    contact: [{ planfix_field: 101, uis_field: site_domain_name, update_always: false }]\n    task: [{ planfix_field: 201, uis_field: utm_source, update_always: true }]",
    ),
];

/// What the rehearsal says of the saved settings is what really became of each communication.
async fn assert_as_it_was(world: &World, rehearsal: &Rehearsal, told: &str) {
    let journal = world.journal().await;
    for row in &rehearsal.rows {
        let really = journal.iter().find(|one| one.id == row.lane).unwrap();
        let before = &row.trial.before;
        assert!(before.unknown.is_empty(), "{told}: {:?}", before.unknown);
        match before.made {
            Made::Filtered => assert_eq!(really.state, Standing::Filtered, "{told}"),
            Made::Nothing => {
                assert_eq!((really.state, really.task), (Standing::Done, None), "{told}");
            }
            Made::GoesOn(task) => assert_eq!(really.task, Some(task.0), "{told}"),
            Made::Task => {
                assert_eq!(before.name.as_deref(), Some(really.title.as_str()), "{told}");
                assert_eq!(
                    before.assignee.as_ref().unwrap().user.unwrap().to_string(),
                    assignee(world, really),
                    "{told}"
                );
            }
        }
    }
}

fn assignee(world: &World, one: &Communication) -> String {
    let id = u64::try_from(one.task.unwrap()).unwrap();
    let task = world.planfix().tasks().into_iter().find(|task| task.id == id).unwrap();
    task.assignees.users.iter().map(ToString::to_string).collect()
}

/// A world in which the scenario has happened under the settings. Rehearsing these very settings changes
/// nothing, and tells what happened.
async fn played(scenario: &Scenario, settings: &[(&str, &str)]) -> (World, Rehearsal) {
    let world = World::with(settings).await;
    world.play_scenario(scenario).await;
    let same = world.rehearse(settings).await;
    // of one that UIS never told of there is nothing
    assert_eq!(same.rows.len(), world.journal().await.len(), "{}", scenario.id);
    assert_eq!((same.summary.changed, same.summary.left_out), (0, 0), "{}", scenario.id);
    assert_as_it_was(&world, &same, scenario.id).await;
    (world, same)
}

#[tokio::test]
async fn a_rehearsal_foretells_what_happens_in_every_scenario() {
    for scenario in scenarios::ALL {
        let (world, _) = played(scenario, &[]).await;
        let (_, happened) = played(scenario, RICH).await;
        let foretold = world.rehearse(RICH).await;
        assert_eq!(foretold.rows.len(), happened.rows.len(), "{}", scenario.id);
        for (row, real) in foretold.rows.iter().zip(&happened.rows) {
            let (foretold, real) = (&row.trial.after, &real.trial.before);
            // what Planfix held then is known only when somebody looked
            let unasked = BTreeSet::from([Unknown::OpenTask, Unknown::ContactFields]);
            assert!(foretold.unknown.is_subset(&unasked), "{}: {foretold:?}", scenario.id);
            if foretold.unknown.is_empty() {
                assert_eq!(foretold, real, "{}", scenario.id);
            }
        }
    }
}

#[tokio::test]
async fn a_rehearsal_asks_nobody_and_writes_nothing() {
    let world = World::start().await;
    world.add_contact("Пётр", "79031234567", Some(3));
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(5);
    world.play(&call).await;
    let (planfix, uis) = (world.planfix().ledger().to_string(), world.uis().ledger().to_string());
    let (told, due) = (world.told().await, world.journal().await);
    // whatever was read is past its time by now
    world.pass(86_400).await;

    let rehearsal = world.rehearse(RICH).await;

    assert_eq!(rehearsal.summary.seen, 1);
    assert_eq!(world.planfix().ledger().to_string(), planfix);
    assert_eq!(world.uis().ledger().to_string(), uis);
    assert_eq!((world.told().await, world.journal().await), (told, due));
}
