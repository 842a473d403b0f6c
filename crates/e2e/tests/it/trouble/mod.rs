//! What outside systems do when they are not well: nothing is lost, nothing is doubled, everything is
//! explained.

mod busy;
mod patience;
mod refused;
mod unknown;

use e2e::World;
use sandbox::uis::Script;

/// The call of these tests.
fn call(world: &World) -> Script {
    world.uis().incoming("79031234567").rings("101").answered_by("101").talks_secs(42)
}

/// What must be there of the call in the end, once.
fn assert_whole(world: &World) {
    let history = world.planfix().history();
    assert_eq!(history.len(), 1, "history\n{}", world.planfix().ledger());
    assert_eq!(world.planfix().tasks().len(), 1, "tasks\n{}", world.planfix().ledger());
    assert_eq!(world.planfix().contacts().len(), 1, "contacts\n{}", world.planfix().ledger());
}
