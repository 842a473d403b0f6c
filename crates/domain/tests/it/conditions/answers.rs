//! What a condition answers.

use domain::conditions::{Condition, Fact, Facts, Param, Truth};

use super::{exclude, include, known};

fn answer(condition: &Condition, facts: &dyn Facts) -> Truth {
    condition.evaluate(facts).truth
}

#[test]
fn include_holds_when_one_of_its_values_is_there() {
    let site = include(Param::Site, &["romashka.ru", "romashka.shop"]);
    assert_eq!(answer(&site, &known(&[(Param::Site, &["romashka.shop"])])), Truth::Yes);
    assert_eq!(answer(&site, &known(&[(Param::Site, &["other.ru"])])), Truth::No);
}

#[test]
fn exclude_holds_when_none_of_its_values_is_there() {
    let tag = exclude(Param::Tag, &["Спам"]);
    assert_eq!(answer(&tag, &known(&[(Param::Tag, &["Опт", "Спам"])])), Truth::No);
    assert_eq!(answer(&tag, &known(&[(Param::Tag, &["Опт"])])), Truth::Yes);
}

#[test]
fn what_is_not_known_yet_decides_nothing() {
    assert_eq!(answer(&include(Param::Site, &["x"]), &known(&[])), Truth::Unknown);
    assert_eq!(answer(&exclude(Param::Site, &["x"]), &known(&[])), Truth::Unknown);
}

#[test]
fn a_call_without_a_site_is_on_none() {
    let no_site = known(&[(Param::Site, &[])]);
    assert_eq!(answer(&include(Param::Site, &["x"]), &no_site), Truth::No);
    assert_eq!(answer(&exclude(Param::Site, &["x"]), &no_site), Truth::Yes);
}

#[test]
fn ids_and_names_match_alike_without_case_or_blanks() {
    let facts = known(&[(Param::Campaign, &["1201", "Яндекс.Директ"])]);
    assert_eq!(answer(&include(Param::Campaign, &["1201"]), &facts), Truth::Yes);
    assert_eq!(answer(&include(Param::Campaign, &[" ЯНДЕКС.директ "]), &facts), Truth::Yes);
    assert_eq!(answer(&include(Param::Campaign, &["Яндекс"]), &facts), Truth::No);
}

#[test]
fn numbers_match_however_they_are_written() {
    let facts = known(&[(Param::VirtualNumber, &["74950236854"])]);
    let number = include(Param::VirtualNumber, &["8 (495) 023-68-54"]);
    assert_eq!(answer(&number, &facts), Truth::Yes);
}

#[test]
fn what_is_known_to_exclude_needs_no_more_facts() {
    let both = Condition::All(vec![
        include(Param::VirtualNumber, &["74950236854"]),
        include(Param::Site, &["x"]),
    ]);
    let facts = known(&[(Param::VirtualNumber, &["74951111111"])]);
    assert_eq!(answer(&both, &facts), Truth::No);
}

#[test]
fn what_is_known_to_pass_needs_no_more_facts() {
    let either =
        Condition::Any(vec![include(Param::Site, &["x"]), exclude(Param::Campaign, &["y"])]);
    let facts = known(&[(Param::Campaign, &["z"])]);
    assert_eq!(answer(&either, &facts), Truth::Yes);
}

#[test]
fn a_closure_can_be_the_facts() {
    let everything_unknown = |_: Param| Fact::Unknown;
    assert_eq!(answer(&include(Param::Tag, &["x"]), &everything_unknown), Truth::Unknown);
}
