//! Who is responsible by the rules.

use domain::conditions::{Fact, Param};
use domain::ids::PlanfixUserId;
use domain::settings::Responsibles;

use super::read;
use crate::conditions::known;

/// Site A is user 2's, campaign B is user 3's, everything else user 1's.
fn rules() -> Responsibles {
    let settings = read(
        r"
        name: a
        telephony:
          enabled: false
          responsibles:
            incoming:
              default: user:1
              rules:
                - { employee: user:2, when: { param: site, op: include, values: [A] } }
                - { employee: user:3, when: { param: campaign, op: include, values: [B] } }
        ",
    );
    settings.telephony.responsibles.incoming
}

#[test]
fn the_first_rule_that_matches_wins() {
    let both = known(&[(Param::Site, &["A"]), (Param::Campaign, &["B"])]);
    let choice = rules().choose(&both).unwrap();
    assert_eq!((choice.employee, choice.rule), (PlanfixUserId(2), Some(0)));
    assert!(choice.is_final() && choice.explanation.is_some());
}

#[test]
fn without_a_match_the_default_stands() {
    let neither = known(&[(Param::Site, &[]), (Param::Campaign, &["C"])]);
    let choice = rules().choose(&neither).unwrap();
    assert_eq!((choice.employee, choice.rule), (PlanfixUserId(1), None));
    assert!(choice.is_final() && choice.explanation.is_none());
}

#[test]
fn a_rule_that_is_not_decided_keeps_the_choice_open() {
    let campaign_only = known(&[(Param::Campaign, &["B"])]);
    let choice = rules().choose(&campaign_only).unwrap();
    assert_eq!((choice.employee, choice.rule), (PlanfixUserId(3), Some(1)));
    assert_eq!(choice.open.iter().map(|open| open.rule).collect::<Vec<_>>(), [0]);
    assert!(!choice.is_final());
}

#[test]
fn without_a_default_there_may_be_nobody() {
    assert_eq!(Responsibles::default().choose(&|_: Param| Fact::Unknown), None);
}
