//! What is made of a call.

use domain::calls::Direction;
use domain::decide::{Acquaintance, Make, Source, create_for_call};
use domain::ids::TaskObjectId;
use domain::settings::CallAssign;

use super::telephony;

const NEW: Acquaintance = Acquaintance::First { source: Source::Planfix };
const KNOWN: Acquaintance =
    Acquaintance::Repeat { source: Source::Planfix, name: None, owner: None };

#[test]
fn first_and_repeated_calls_of_each_direction_have_settings_of_their_own() {
    let settings = telephony(&[]);
    for (direction, acquaintance, make, assign) in [
        (Direction::In, NEW, Make::Task, CallAssign::FirstTalker),
        (Direction::In, KNOWN, Make::Nothing, CallAssign::ContactOwner),
        (Direction::Out, NEW, Make::Task, CallAssign::FirstTalker),
        (Direction::Out, KNOWN, Make::Task, CallAssign::LastTalker),
    ] {
        let creation = create_for_call(&settings, direction, &acquaintance);
        assert_eq!(
            (creation.make, creation.assign),
            (make, assign),
            "{direction} {acquaintance:?}"
        );
        assert_eq!(creation.object, Some(TaskObjectId(12)));
    }
}

#[test]
fn a_task_may_be_wanted_only_while_none_is_open() {
    let repeat = "repeat: { create: nothing, assign: contact_owner }   # «Повторные";
    let wanted = "repeat: { create: task_if_none_open, assign: rules } # «Повторные";
    let settings = telephony(&[(repeat, wanted)]);
    let creation = create_for_call(&settings, Direction::In, &KNOWN);
    assert_eq!((creation.make, creation.assign), (Make::TaskIfNoneOpen, CallAssign::Rules));
}

#[test]
fn settings_that_say_nothing_make_nothing() {
    let settings = domain::settings::Telephony::default();
    for direction in [Direction::In, Direction::Out] {
        for acquaintance in [NEW, KNOWN] {
            let creation = create_for_call(&settings, direction, &acquaintance);
            assert_eq!((creation.make, creation.object), (Make::Nothing, None));
        }
    }
}
