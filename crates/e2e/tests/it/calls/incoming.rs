//! Incoming calls.

use e2e::World;

/// What Planfix was told by its telephony API, without the recordings' links.
fn telephony(world: &World) -> Vec<String> {
    let ledger = world.planfix().ledger().telephony().without_reads();
    let requests = ledger.entries().iter().map(|entry| entry.request.clone());
    requests.filter(|request| !request.starts_with("record")).collect()
}

#[tokio::test]
async fn the_card_pops_up_before_anything_is_asked_over_rest() {
    let world = World::start().await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(42);
    world.play_live(&call).await;
    let rest_while_talking = world.planfix().ledger().rest();
    assert!(rest_while_talking.is_empty(), "{rest_while_talking}");
    assert_eq!(world.planfix().cards().len(), 1);
}

#[tokio::test]
async fn a_call_passed_on_in_turn_and_missed_is_missed_once_by_the_last_one() {
    let world = World::start().await;
    let call = world.uis().incoming("79031234567").rings("101").rings("102").for_secs(20);
    world.play(&call).await;
    assert_eq!(
        telephony(&world),
        [
            "INCOMING 79031234567 -> 101 call 2384912001 line 74950236854",
            "COMPLETED/Cancelled 101 call 2384912001 0s",
            "INCOMING 79031234567 -> 102 call 2384912001 line 74950236854",
            "COMPLETED/Missed 102 call 2384912001 0s",
        ]
    );
}

#[tokio::test]
async fn a_call_that_rang_nobody_goes_to_the_contacts_owner() {
    let world = World::start().await;
    world.add_contact("Пётр", "79031234567", Some(3));
    let call = world.uis().incoming("79031234567").hears_ivr_secs(20).served_by_ivr();
    world.play(&call).await;
    assert_eq!(
        telephony(&world),
        [
            "INCOMING 79031234567 -> 103 call 2384912001 line 74950236854",
            "COMPLETED/Missed 103 call 2384912001 0s",
        ]
    );
}

#[tokio::test]
async fn an_employee_who_is_never_recorded_promises_no_recording() {
    let world = World::start().await;
    world.uis().change_company(|company| {
        for employee in &mut company.employees {
            employee.call_recording = "off";
        }
    });
    let call = world.uis().incoming("79031234567").rings("102").answered_by("102").talks_secs(5);
    world.play(&call).await;
    let end = world.planfix().ledger().containing("COMPLETED/Success").to_string();
    assert!(!end.contains("recorded"), "{end}");
}

#[tokio::test]
async fn a_hidden_number_shows_no_card_and_still_makes_the_task() {
    let world = World::start().await;
    world.uis().configure(|settings| {
        settings.tricks.empty = vec!["contact_phone_number".to_owned()];
    });
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(9);
    world.uis().configure(|settings| settings.report_lag = sandbox::uis::ReportLag::Never);
    world.play(&call).await;
    assert!(world.planfix().cards().is_empty());
    assert_eq!(world.planfix().tasks().len(), 1);
    assert!(world.told().await.contains("Номер клиента скрыт"));
}

#[tokio::test]
async fn a_number_paired_by_hand_is_shown_to_that_short_number() {
    let pairs = r#"pairs: [{ planfix_user: "user:2", short_number: "777", uis_employee: 4504 }]"#;
    let world = World::with(&[("pairs: []", pairs)]).await;
    world.planfix().set_short_number(2, Some("777"));
    let call = world.uis().incoming("79031234567").rings("4504").answered_by("4504").talks_secs(7);
    world.play(&call).await;
    assert_eq!(
        telephony(&world).first().unwrap(),
        "INCOMING 79031234567 -> 777 call 2384912001 line 74950236854"
    );
    let task = world.planfix().tasks().pop().unwrap();
    let assignees: Vec<String> = task.assignees.users.iter().map(ToString::to_string).collect();
    assert_eq!(assignees, ["user:2"]);
}

#[tokio::test]
async fn a_missed_call_that_rang_only_somebody_unknown_to_planfix_is_still_shown() {
    let world = World::start().await;
    let call = world.uis().incoming("79031234567").rings("4504").for_secs(20);
    world.play(&call).await;
    assert_eq!(
        telephony(&world),
        [
            "INCOMING 79031234567 -> 101 call 2384912001 line 74950236854",
            "COMPLETED/Missed 101 call 2384912001 0s",
        ]
    );
}
