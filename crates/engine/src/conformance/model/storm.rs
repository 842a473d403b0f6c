//! What may happen.

use proptest::collection::vec;
use proptest::prelude::*;

use super::flow::{DOORS, LANES};

/// How long after the attempt the other side carries it out (seconds); `None` = never.
pub(super) type Lands = Option<u8>;

/// One thing that happens.
#[derive(Debug, Clone)]
pub(super) enum Action {
    /// An event reaches a lane.
    Deliver { lane: usize },
    /// An event that came before comes again.
    Repeat { event: usize },
    /// The engine does what is due.
    Work,
    /// Time passes.
    Pass { seconds: u16 },
    /// Time passes until something is due, and the engine does it; so many times.
    Wait { rounds: u8 },
    /// The next write at the door goes wrong.
    Trouble { door: usize, trouble: Trouble },
    /// Every write at the door goes wrong.
    Outage { door: usize, trouble: Trouble },
    /// That ends.
    Peace { door: usize },
    /// The next step goes wrong.
    StepTrouble(Trouble),
    /// The next look goes wrong.
    LookTrouble(Trouble),
    /// The process ends in the middle.
    Crash { point: Point, lands: Lands },
    /// It starts again, and is the only one.
    Restart,
    /// A worker stands still until another one has taken over, then goes on as if nothing was.
    Zombie { point: Point, lands: Lands },
    /// A lane is replayed.
    Replay { lane: usize },
    /// A lane is replayed while a write of it is on its way.
    ReplayMidway { lands: Lands },
    /// Somebody opens a door.
    Open { door: usize },
}

/// Where a worker is caught.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    Step,
    Send,
    Look,
}

/// How a call of the outside world goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    Retry,
    WaitUntil { seconds: u16 },
    Throttled { seconds: u16 },
    AuthBroken,
    Unknown { lands: Lands },
    Permanent,
    Panic { lands: Lands },
}

/// Storms, from a breeze to a hurricane.
pub(super) fn storm() -> impl Strategy<Value = Vec<Action>> {
    vec(action(), 1..48)
}

fn action() -> impl Strategy<Value = Action> {
    let (lane, door) = (0..LANES.len(), 0..DOORS.len());
    prop_oneof![
        8 => lane.clone().prop_map(|lane| Action::Deliver { lane }),
        2 => any::<prop::sample::Index>().prop_map(|event| Action::Repeat { event: event.index(64) }),
        4 => Just(Action::Work),
        3 => (0..4000_u16).prop_map(|seconds| Action::Pass { seconds }),
        3 => (1..16_u8).prop_map(|rounds| Action::Wait { rounds }),
        6 => (door.clone(), trouble()).prop_map(|(door, trouble)| Action::Trouble { door, trouble }),
        2 => (door.clone(), trouble()).prop_map(|(door, trouble)| Action::Outage { door, trouble }),
        1 => door.clone().prop_map(|door| Action::Peace { door }),
        2 => trouble().prop_map(Action::StepTrouble),
        3 => trouble().prop_map(Action::LookTrouble),
        3 => (point(), lands(2)).prop_map(|(point, lands)| Action::Crash { point, lands }),
        2 => Just(Action::Restart),
        2 => (point(), lands(20)).prop_map(|(point, lands)| Action::Zombie { point, lands }),
        1 => lane.prop_map(|lane| Action::Replay { lane }),
        2 => lands(20).prop_map(|lands| Action::ReplayMidway { lands }),
        1 => door.prop_map(|door| Action::Open { door }),
    ]
}

fn trouble() -> impl Strategy<Value = Trouble> {
    prop_oneof![
        3 => Just(Trouble::Retry),
        1 => (0..600_u16).prop_map(|seconds| Trouble::WaitUntil { seconds }),
        2 => (0..600_u16).prop_map(|seconds| Trouble::Throttled { seconds }),
        1 => Just(Trouble::AuthBroken),
        // what answers with an error at once is carried out soon, or not at all
        4 => lands(2).prop_map(|lands| Trouble::Unknown { lands }),
        2 => Just(Trouble::Permanent),
        1 => lands(2).prop_map(|lands| Trouble::Panic { lands }),
    ]
}

fn point() -> impl Strategy<Value = Point> {
    prop_oneof![1 => Just(Point::Step), 4 => Just(Point::Send), 1 => Just(Point::Look)]
}

fn lands(at_most: u8) -> impl Strategy<Value = Lands> {
    prop::option::of(0..=at_most)
}
