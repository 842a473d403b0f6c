//! Systems that refuse or are not there.

use e2e::World;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, When};

use super::{assert_whole, call};

#[tokio::test]
async fn a_revoked_token_pauses_the_door_and_a_new_one_opens_it() {
    let world = World::start().await;
    world.planfix().configure(|settings| settings.rest_token = "another-token".to_owned());
    world.play_live(&call(&world)).await;
    world.pass(3600).await;
    assert!(world.planfix().tasks().is_empty());
    let told = world.told().await;
    assert!(told.contains("PF-TOKEN"), "{told}");

    world.change_settings(&[("token: sandbox-rest-token", "token: another-token")]).await;
    world.pass(600).await;
    assert_whole(&world);
}

#[tokio::test]
async fn planfix_down_for_hours_loses_nothing() {
    let world = World::start().await;
    let down = |door| Injection::new(door, Fault::ServerError { when: When::BeforeCommit });
    world.planfix().faults().inject(down(Door::Rest));
    world.planfix().faults().inject(down(Door::Telephony));
    world.play_live(&call(&world)).await;
    world.pass(5 * 3600).await;
    assert!(world.planfix().tasks().is_empty());
    world.planfix().faults().clear();
    world.pass(5 * 3600).await;
    assert_whole(&world);
}

#[tokio::test]
async fn a_page_instead_of_an_answer_is_no_answer() {
    let world = World::start().await;
    world.play_live(&call(&world)).await;
    world.planfix().faults().inject(Injection::new(Door::Rest, Fault::HtmlPage).times(3));
    world.settle().await;
    assert_whole(&world);
}

#[tokio::test]
async fn uis_down_delays_the_task_and_not_the_cards() {
    let world = World::start().await;
    let warm_up = world.uis().incoming("79030000000").rings("101").answered_by("101").talks_secs(5);
    world.play(&warm_up).await;
    let down = Fault::ServerError { when: When::BeforeCommit };
    world.uis().faults().inject(Injection::new(Door::DataApi, down));
    world.play_live(&call(&world)).await;
    assert_eq!(world.planfix().history().len(), 2);
    assert_eq!(world.planfix().tasks().len(), 1);
    world.uis().faults().clear();
    world.pass(1800).await;
    assert_eq!(world.planfix().tasks().len(), 2);
}

#[tokio::test]
async fn an_account_that_moved_to_another_owner_names_the_address_to_enter() {
    let world = World::start().await;
    let moved = Fault::Redirect { status: 301, to: "http://crm.example.org".to_owned() };
    world.planfix().faults().inject(Injection::new(Door::Rest, moved));
    world.play(&call(&world)).await;
    let told = world.told().await;
    assert!(told.contains("PF-MOVED"), "{told}");
    assert!(told.contains("http://crm.example.org/planfix/rest/"), "{told}");
    assert!(world.planfix().tasks().is_empty());
}
