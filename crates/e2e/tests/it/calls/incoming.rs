//! Incoming calls.

use e2e::World;

#[tokio::test]
async fn a_call_that_one_employee_takes() {
    let world = World::start().await;
    let call = world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(42);
    world.play(&call).await;
    insta::assert_snapshot!(world.ledger(), @"");
    insta::assert_snapshot!(world.told().await, @"");
}
