//! The laws of three-valued logic.

use std::collections::BTreeMap;

use domain::conditions::{Condition, Fact, Leaf, Op, Param, Truth};
use domain::flow::Flow;
use proptest::prelude::*;

type Known = BTreeMap<Param, Fact>;

fn facts(known: &Known) -> impl Fn(Param) -> Fact {
    |param| known.get(&param).cloned().unwrap_or(Fact::Unknown)
}

fn answer(condition: &Condition, known: &Known) -> Truth {
    condition.evaluate(&facts(known)).truth
}

fn param() -> impl Strategy<Value = Param> {
    prop::sample::select(Param::of(Flow::Call))
}

fn word() -> impl Strategy<Value = String> {
    "[abc]"
}

fn leaf() -> impl Strategy<Value = Condition> {
    let op = prop_oneof![Just(Op::Include), Just(Op::Exclude)];
    (param(), op, prop::collection::vec(word(), 1..3))
        .prop_map(|(param, op, values)| Condition::Leaf(Leaf { param, op, values }))
}

fn condition() -> impl Strategy<Value = Condition> {
    leaf().prop_recursive(4, 24, 4, |inner| {
        let parts = prop::collection::vec(inner, 1..4);
        prop_oneof![parts.clone().prop_map(Condition::All), parts.prop_map(Condition::Any)]
    })
}

fn some_known() -> impl Strategy<Value = Known> {
    let fact = prop::collection::vec(word(), 0..3).prop_map(Fact::Known);
    prop::collection::btree_map(param(), fact, 0..7)
}

fn truth() -> impl Strategy<Value = Truth> {
    prop_oneof![Just(Truth::Yes), Just(Truth::No), Just(Truth::Unknown)]
}

/// The opposite condition: every row turned round, И and ИЛИ exchanged.
fn opposite(condition: &Condition) -> Condition {
    match condition {
        Condition::All(parts) => Condition::Any(parts.iter().map(opposite).collect()),
        Condition::Any(parts) => Condition::All(parts.iter().map(opposite).collect()),
        Condition::Leaf(leaf) => {
            let op = match leaf.op {
                Op::Include => Op::Exclude,
                Op::Exclude => Op::Include,
            };
            Condition::Leaf(Leaf { op, ..leaf.clone() })
        }
    }
}

proptest! {
    #[test]
    fn and_and_or_are_kleenes(a in truth(), b in truth(), c in truth()) {
        prop_assert_eq!(a.and(b), b.and(a));
        prop_assert_eq!(a.or(b), b.or(a));
        prop_assert_eq!(a.and(b).and(c), a.and(b.and(c)));
        prop_assert_eq!(a.or(b).or(c), a.or(b.or(c)));
        prop_assert_eq!(a.and(b.or(c)), a.and(b).or(a.and(c)));
        prop_assert_eq!(!(a.and(b)), (!a).or(!b));
        prop_assert_eq!(!!a, a);
        prop_assert_eq!(a.and(Truth::Yes), a);
        prop_assert_eq!(a.or(Truth::No), a);
        prop_assert_eq!(a.and(Truth::No), Truth::No);
    }

    #[test]
    fn turning_every_row_round_turns_the_answer_round(
        condition in condition(),
        known in some_known(),
    ) {
        prop_assert_eq!(answer(&opposite(&condition), &known), !answer(&condition, &known));
    }

    #[test]
    fn a_group_of_one_is_that_one(condition in condition(), known in some_known()) {
        let alone = answer(&condition, &known);
        prop_assert_eq!(answer(&Condition::All(vec![condition.clone()]), &known), alone);
        prop_assert_eq!(answer(&Condition::Any(vec![condition]), &known), alone);
    }

    #[test]
    fn learning_more_never_turns_an_answer_round(
        condition in condition(),
        known in some_known(),
        more in some_known(),
    ) {
        let before = answer(&condition, &known);
        let mut learnt = more;
        learnt.extend(known);
        prop_assume!(before != Truth::Unknown);
        prop_assert_eq!(answer(&condition, &learnt), before);
    }

    #[test]
    fn with_every_fact_known_there_is_an_answer(condition in condition(), known in some_known()) {
        let mut all: Known =
            Param::of(Flow::Call).iter().map(|param| (*param, Fact::Known(vec![]))).collect();
        all.extend(known);
        prop_assert_ne!(answer(&condition, &all), Truth::Unknown);
    }

    #[test]
    fn every_answer_has_deciding_rows(condition in condition(), known in some_known()) {
        let explanation = condition.evaluate(&facts(&known));
        prop_assert!(!explanation.deciding().is_empty());
    }
}
