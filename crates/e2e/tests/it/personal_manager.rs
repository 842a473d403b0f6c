//! «Переадресация на персонального менеджера».

use axum::http::StatusCode;
use cabinet::HookKind;
use e2e::World;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};

#[tokio::test]
async fn a_client_with_an_owner_is_put_through_to_him() {
    let world = World::start().await;
    world.add_contact("Пётр", "79031234567", Some(3));
    let call = world.uis().incoming("79031234567").asks_personal_manager().answered().talks_secs(9);
    world.play(&call).await;
    assert_eq!(
        world.planfix().ledger().containing("COMPLETED/Success 103").len(),
        1,
        "{}",
        world.ledger()
    );
    let told = world.told().await;
    assert!(told.contains("Персональный менеджер: сотрудник 103"), "{told}");
}

#[tokio::test]
async fn nobody_is_named_for_a_stranger_and_when_the_feature_is_off_or_planfix_is_silent() {
    let ask = async |world: &World| {
        let mut hook = world.hook_url(HookKind::UisPersonalManager).await;
        hook.set_query(Some("numb=74950236854&call_session_id=77&numa=79031234567"));
        let answer = world.get(&hook).await;
        world.planfix().faults().release();
        world.run().await;
        (answer, world.told().await)
    };
    let nobody = (StatusCode::OK, "{}".to_owned());

    let world = World::start().await;
    let (answer, told) = ask(&world).await;
    assert_eq!(answer, nobody);
    assert!(told.contains("нет ответственного"), "{told}");

    let world = World::with(&[("personal_manager: true", "personal_manager: false")]).await;
    world.add_contact("Пётр", "79031234567", Some(3));
    let (answer, told) = ask(&world).await;
    assert_eq!(answer, nobody);
    assert!(told.contains("переадресация выключена"), "{told}");

    let world = World::start().await;
    world.add_contact("Пётр", "79031234567", Some(3));
    let silence = Injection::new(Door::Telephony, Fault::Hang { when: When::BeforeCommit });
    world.planfix().faults().inject(silence.path("contact"));
    assert_eq!(ask(&world).await.0, nobody);
}

#[tokio::test]
async fn the_answer_is_the_same_by_post_and_in_any_order() {
    let world = World::start().await;
    world.add_contact("Пётр", "79031234567", Some(3));
    let hook = world.hook_url(HookKind::UisPersonalManager).await;
    let form = "cdr_id=1&numb=74950236854&numa=79031234567";
    let by_form = world.post(&hook, "application/x-www-form-urlencoded", form).await;
    let json = r#"{"numa": 79031234567, "numb": "74950236854", "input_result": "None"}"#;
    let by_json = world.post(&hook, "application/json", json).await;
    assert_eq!(by_form, by_json);
    assert_eq!(by_form, (StatusCode::OK, r#"{"phones":["74951004503"]}"#.to_owned()));
}

#[tokio::test]
async fn a_filtered_number_is_not_put_through() {
    let filter = r#"incoming: { param: virtual_number, op: exclude, values: ["74950236854"] }, outgoing: null }"#;
    let world = World::with(&[("incoming: null, outgoing: null }", filter)]).await;
    world.add_contact("Пётр", "79031234567", Some(3));
    let mut hook = world.hook_url(HookKind::UisPersonalManager).await;
    hook.set_query(Some("numa=79031234567&numb=74950236854"));
    assert_eq!(world.get(&hook).await, (StatusCode::OK, "{}".to_owned()));
}

#[tokio::test]
async fn a_new_owner_is_believed_from_the_next_card_on() {
    let world = World::start().await;
    let contact = world.add_contact("Пётр", "79031234567", Some(3));
    let mut hook = world.hook_url(HookKind::UisPersonalManager).await;
    hook.set_query(Some("numa=79031234567&numb=74950236854"));
    assert!(world.get(&hook).await.1.contains("74951004503"));
    world.planfix().set_contact_owner(contact, 2);
    assert!(world.get(&hook).await.1.contains("74951004503"), "believed for a minute");
    world.pass(61).await;
    assert!(world.get(&hook).await.1.contains("74951004502"));
}
