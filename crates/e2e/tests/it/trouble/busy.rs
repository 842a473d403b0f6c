//! Planfix says that it is asked too often.

use e2e::World;
use sandbox::Door;
use sandbox::faults::{Fault, Injection, Throttling};

use super::{assert_whole, call};

#[tokio::test]
async fn throttling_in_any_of_its_shapes_only_delays() {
    for shape in [Throttling::Forbidden, Throttling::TooManyRequests, Throttling::QuietFailure] {
        let world = World::start().await;
        world.play_live(&call(&world)).await;
        let throttle = Fault::Throttle { shape, seconds: 40 };
        world.planfix().faults().inject(Injection::new(Door::Rest, throttle).times(3));
        world.settle().await;
        assert_whole(&world);
    }
}

#[tokio::test]
async fn a_day_of_throttling_gives_nothing_up() {
    let world = World::start().await;
    world.play_live(&call(&world)).await;
    let throttle = Fault::Throttle { shape: Throttling::Forbidden, seconds: 900 };
    world.planfix().faults().inject(Injection::new(Door::Rest, throttle));
    world.pass(24 * 3600).await;
    world.planfix().faults().clear();
    world.pass(3600).await;
    assert_whole(&world);
}

#[tokio::test]
async fn one_account_is_asked_once_a_second_at_most() {
    let world = World::start().await;
    world.planfix().configure(|settings| settings.one_per_second = true);
    let calls: Vec<_> = (0..12)
        .map(|n| {
            world
                .uis()
                .incoming(&format!("790312345{n:02}"))
                .rings("101")
                .answered_by("101")
                .talks_secs(5)
        })
        .collect();
    world.play_together(calls.iter().map(|call| (0, call))).await;
    assert_eq!(world.planfix().tasks().len(), 12);
    let refused = world.planfix().ledger().filter(|entry| entry.refusal.is_some());
    assert!(refused.is_empty(), "{refused}");
}

#[tokio::test]
async fn a_first_call_costs_two_rest_requests_and_a_repeat_one() {
    let world = World::start().await;
    let warm_up = world.uis().incoming("79030000000").rings("101").answered_by("101").talks_secs(5);
    world.play(&warm_up).await;
    let requests = || world.planfix().ledger().rest().len();
    let before = requests();
    world.play_live(&call(&world)).await;
    world.pass(60).await;
    assert_eq!(requests() - before, 2, "{}", world.planfix().ledger().rest());
    world.play_live(&call(&world)).await;
    world.pass(60).await;
    assert_eq!(requests() - before, 3, "{}", world.planfix().ledger().rest());
}
