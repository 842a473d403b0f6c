//! What holds for any two lists of people.

use std::collections::HashSet;

use domain::employees::{Number, Outcome, Step, UisPerson};
use domain::ids::UisEmployeeId;
use proptest::prelude::*;

use super::company::Company;

/// Few names, addresses and numbers, so that they meet often.
fn card() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec!["Иванов Иван", "Иван Иванов", "Белова Мария", "Орлова"]);
    let email = prop::sample::select(vec!["", "<a@x.ru>", "<b@x.ru>", "<c@x.ru>"]);
    let number = prop::sample::select(vec!["", "101", "102", "103", "1234567"]);
    (name, email, number).prop_map(|(name, email, number)| format!("{name} {email} {number}"))
}

fn company() -> impl Strategy<Value = Company> {
    let lists = (prop::collection::vec(card(), 0..6), prop::collection::vec(card(), 0..5));
    (lists, prop::option::of((0..6_i64, 0..5_i64))).prop_map(|((users, employees), pair)| {
        let mut company = Company::new();
        for (id, card) in users.iter().enumerate() {
            company = company.user(&format!("{} {card}", id + 1));
        }
        for (id, card) in employees.iter().enumerate() {
            company = company.employee(&format!("{} {card}", id + 501));
        }
        match pair {
            Some((user, employee)) => company.pair(user + 1, employee + 501),
            None => company,
        }
    })
}

proptest! {
    #[test]
    fn everybody_has_one_line(company in company()) {
        let lines: Vec<_> = company.plan().lines.iter().map(|line| line.who.user).collect();
        let users: Vec<_> = company.users.iter().map(|user| user.id).collect();
        prop_assert_eq!(lines, users);
    }

    #[test]
    fn nobody_is_two_people(company in company()) {
        let mut seen = HashSet::new();
        for line in company.plan().lines {
            if let Step::Settled(Outcome::Matched { employee, .. }) = line.step {
                prop_assert!(seen.insert(employee.id), "{:?}", company.told());
            }
        }
    }

    #[test]
    fn the_order_of_the_lists_does_not_matter(company in company()) {
        let mut turned = company.clone();
        turned.users.reverse();
        turned.employees.reverse();
        let (mut one, mut other) = (company.plan().lines, turned.plan().lines);
        for lines in [&mut one, &mut other] {
            lines.sort_by_key(|line| line.who.user);
        }
        let kinds = |lines: &[domain::employees::Planned]| -> Vec<_> {
            lines.iter().map(|line| kind(&line.step)).collect()
        };
        prop_assert_eq!(kinds(&one), kinds(&other));
    }

    #[test]
    fn a_second_run_creates_nobody(company in company()) {
        let mut after = company.clone();
        for (place, line) in company.plan().lines.into_iter().enumerate() {
            let Step::Create(newcomer) = line.step else { continue };
            let extension = match newcomer.number {
                Number::Given { extension } => Some(extension),
                _ => None,
            };
            let names = [Some(newcomer.last_name), newcomer.first_name];
            after.employees.push(UisPerson {
                id: UisEmployeeId(900 + i64::try_from(place).unwrap()),
                full_name: names.into_iter().flatten().collect::<Vec<_>>().join(" "),
                email: newcomer.email,
                extension,
            });
        }
        for line in after.plan().lines {
            prop_assert!(!matches!(line.step, Step::Create(_)), "{:?}", after.told());
        }
    }

    #[test]
    fn newcomers_never_share_an_email_or_number_with_anybody_in_uis(company in company()) {
        let (mut emails, mut numbers): (HashSet<_>, HashSet<_>) = company
            .employees
            .iter()
            .map(|one| (one.email.clone(), one.extension.clone()))
            .unzip();
        for line in company.plan().lines {
            let Step::Create(newcomer) = line.step else { continue };
            if newcomer.email.is_some() {
                prop_assert!(emails.insert(newcomer.email));
            }
            if let Number::Given { extension } = newcomer.number {
                prop_assert!(numbers.insert(Some(extension)));
            }
        }
    }
}

fn kind(step: &Step) -> (&'static str, Option<UisEmployeeId>) {
    match step {
        Step::Create(_) => ("create", None),
        Step::Settled(Outcome::Matched { employee, .. }) => ("matched", Some(employee.id)),
        Step::Settled(Outcome::Suggested { .. }) => ("suggested", None),
        Step::Settled(_) => ("left out", None),
    }
}
