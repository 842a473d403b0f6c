//! «Назначать на».

use domain::calls::CallFacts;
use domain::decide::{Assigned, AssignedBy, People, Wanted, assign_call};
use domain::ids::PlanfixUserId;
use domain::settings::CallAssign;

use super::telephony;
use crate::calls::{Call, MARIA, report};

const FIRST: PlanfixUserId = PlanfixUserId(11);
const LAST: PlanfixUserId = PlanfixUserId(12);
const OWNER: PlanfixUserId = PlanfixUserId(13);

fn everybody() -> People {
    People { first_talker: Some(FIRST), last_talker: Some(LAST), contact_owner: Some(OWNER) }
}

/// A call from the site that rule 1 gives to user 2.
fn from_the_shop() -> CallFacts {
    let mut facts = Call::incoming().facts();
    let mut row = report(&[MARIA], 5);
    row.columns.insert("site_domain_name".to_owned(), "romashka.shop".to_owned());
    facts.learn(row);
    facts
}

fn assign(facts: &CallFacts, assign: CallAssign, people: People) -> Assigned {
    assign_call(&telephony(&[]), facts, assign, people).unwrap()
}

#[test]
fn the_person_the_settings_want_gets_the_task() {
    let facts = from_the_shop();
    for (wish, employee, by) in [
        (CallAssign::FirstTalker, FIRST, AssignedBy::FirstTalker),
        (CallAssign::LastTalker, LAST, AssignedBy::LastTalker),
        (CallAssign::ContactOwner, OWNER, AssignedBy::ContactOwner),
    ] {
        assert_eq!(assign(&facts, wish, everybody()), Assigned { employee, by });
    }
}

#[test]
fn where_that_person_does_not_exist_the_rules_choose_and_say_so() {
    for (wish, wanted) in [
        (CallAssign::FirstTalker, Wanted::FirstTalker),
        (CallAssign::LastTalker, Wanted::LastTalker),
        (CallAssign::ContactOwner, Wanted::ContactOwner),
    ] {
        let assigned = assign(&from_the_shop(), wish, People::default());
        assert_eq!(assigned.employee, PlanfixUserId(2));
        let AssignedBy::Rules { choice, instead_of } = assigned.by else { panic!() };
        assert_eq!((choice.rule, instead_of), (Some(0), Some(wanted)));
    }
}

#[test]
fn when_the_settings_want_the_rules_nobody_is_replaced() {
    let assigned = assign(&from_the_shop(), CallAssign::Rules, everybody());
    assert_eq!(assigned.employee, PlanfixUserId(2));
    assert!(matches!(assigned.by, AssignedBy::Rules { instead_of: None, .. }));
}

#[test]
fn where_no_rule_matches_it_is_the_default() {
    let mut facts = Call::incoming().facts();
    facts.learn(report(&[MARIA], 5));
    let assigned = assign(&facts, CallAssign::Rules, People::default());
    assert_eq!(assigned.employee, PlanfixUserId(1));
    let AssignedBy::Rules { choice, .. } = assigned.by else { panic!() };
    assert_eq!(choice.rule, None);
}

#[test]
fn outgoing_calls_have_rules_of_their_own() {
    let other = telephony(&[(
        "    outgoing:\n      default: \"user:1\"",
        "    outgoing:\n      default: \"user:7\"",
    )]);
    let facts = Call::outgoing_by(MARIA).facts();
    let assigned = assign_call(&other, &facts, CallAssign::Rules, People::default()).unwrap();
    assert_eq!(assigned.employee, PlanfixUserId(7));
}

#[test]
fn without_a_default_there_may_be_nobody() {
    let settings = domain::settings::Telephony::default();
    let facts = Call::incoming().facts();
    assert_eq!(assign_call(&settings, &facts, CallAssign::FirstTalker, People::default()), None);
}

#[test]
fn the_journal_says_who_and_why() {
    let facts = from_the_shop();
    let plain = Call::incoming().facts();
    let words = |assigned: Assigned| [assigned.russian(), assigned.english()];
    assert_eq!(
        words(assign(&facts, CallAssign::FirstTalker, everybody())),
        ["user:11 (первый разговаривавший)", "user:11 (the first talker)"]
    );
    assert_eq!(
        words(assign(&facts, CallAssign::LastTalker, everybody())),
        ["user:12 (последний разговаривавший)", "user:12 (the last talker)"]
    );
    assert_eq!(
        words(assign(&facts, CallAssign::ContactOwner, everybody())),
        ["user:13 (ответственный контакта)", "user:13 (the contact's owner)"]
    );
    assert_eq!(
        words(assign(&facts, CallAssign::Rules, everybody())),
        ["user:2 (ответственный по правилу 1)", "user:2 (responsible by rule 1)"]
    );
    assert_eq!(
        words(assign(&plain, CallAssign::FirstTalker, People::default())),
        [
            "user:1 (ответственный по умолчанию, так как разговаривавшего нет или он не сопоставлен)",
            "user:1 (responsible by default, since nobody talked or he is not paired)"
        ]
    );
    assert_eq!(
        words(assign(&plain, CallAssign::ContactOwner, People::default())),
        [
            "user:1 (ответственный по умолчанию, так как у контакта нет ответственного)",
            "user:1 (responsible by default, since the contact has no owner)"
        ]
    );
}
