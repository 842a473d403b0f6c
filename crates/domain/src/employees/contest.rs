//! Who may be whom: one round for each means of recognising, the surest first.

use std::collections::{HashMap, HashSet};

use super::people::{PlanfixPerson, Standing, UisPerson};
use super::report::{By, Outcome, Skip};
use crate::ids::{PlanfixUserId, UisEmployeeId};
use crate::settings::Pair;

/// The people of both sides, and what was settled about them.
pub(super) struct Contest<'a> {
    /// Everybody in Planfix who works and is not paired by hand, selected or not: whoever is not
    /// selected still is somebody.
    contenders: Vec<&'a PlanfixPerson>,
    employees: &'a [UisPerson],
    /// Employees about whom there is nothing more to settle.
    taken: HashSet<UisEmployeeId>,
    settled: HashMap<PlanfixUserId, Outcome>,
}

impl<'a> Contest<'a> {
    /// Begins with the pairs set by hand.
    pub(super) fn new(
        pairs: &[Pair],
        users: &'a [PlanfixPerson],
        employees: &'a [UisPerson],
    ) -> Self {
        let paired: HashMap<PlanfixUserId, UisEmployeeId> =
            pairs.iter().map(|pair| (pair.planfix_user, pair.uis_employee)).collect();
        let contends = |user: &&PlanfixPerson| {
            user.standing == Standing::Active && !paired.contains_key(&user.id)
        };
        let settled = paired.iter().map(|(user, employee)| (*user, by_hand(*employee, employees)));
        Self {
            settled: settled.collect(),
            contenders: users.iter().filter(contends).collect(),
            taken: paired.into_values().collect(),
            employees,
        }
    }

    /// Keeps those out whose e-mail belongs to somebody paired by hand: UIS would not take it twice.
    pub(super) fn bar(&mut self, same: impl Fn(&PlanfixPerson, &UisPerson) -> bool) {
        for user in self.open() {
            let owner = self
                .employees
                .iter()
                .find(|employee| self.taken.contains(&employee.id) && same(user, employee));
            if let Some(owner) = owner {
                let reason = Skip::EmailTaken { employee: owner.shown() };
                self.settled.insert(user.id, Outcome::Skipped { reason });
            }
        }
    }

    /// Settles whoever can be recognised by `same`; where more than one answer is possible, nobody is
    /// recognised, and those employees are out of the later rounds.
    pub(super) fn round(&mut self, by: By, same: impl Fn(&PlanfixPerson, &UisPerson) -> bool) {
        let (open, free) = (self.open(), self.free());
        for user in &open {
            let candidates: Vec<_> =
                free.iter().copied().filter(|employee| same(user, employee)).collect();
            let outcome = match candidates.as_slice() {
                [] => continue,
                [only] => {
                    let rivals =
                        open.iter().filter(|other| other.id != user.id && same(other, only));
                    recognised(by, only, &rivals.copied().collect::<Vec<_>>())
                }
                several => {
                    let employees = several.iter().map(|employee| employee.shown()).collect();
                    Outcome::Skipped { reason: Skip::SeveralEmployees { by, employees } }
                }
            };
            self.settled.insert(user.id, outcome);
            self.taken.extend(candidates.iter().map(|employee| employee.id));
        }
    }

    /// The contenders about whom nothing is settled.
    pub(super) fn open(&self) -> Vec<&'a PlanfixPerson> {
        let open = |user: &&&PlanfixPerson| !self.settled.contains_key(&user.id);
        self.contenders.iter().filter(open).copied().collect()
    }

    /// The employees who may still be somebody.
    pub(super) fn free(&self) -> Vec<&'a UisPerson> {
        self.employees.iter().filter(|employee| !self.taken.contains(&employee.id)).collect()
    }

    /// Everybody in Planfix who works and is not paired by hand.
    pub(super) fn contenders(&self) -> &[&'a PlanfixPerson] {
        &self.contenders
    }

    /// What was settled about somebody.
    pub(super) fn settled(&self, user: PlanfixUserId) -> Option<&Outcome> {
        self.settled.get(&user)
    }
}

fn by_hand(id: UisEmployeeId, employees: &[UisPerson]) -> Outcome {
    match employees.iter().find(|employee| employee.id == id) {
        Some(employee) => Outcome::Matched { by: By::Pair, employee: employee.shown() },
        None => Outcome::Skipped { reason: Skip::PairBroken { employee: id } },
    }
}

fn recognised(by: By, employee: &UisPerson, rivals: &[&PlanfixPerson]) -> Outcome {
    let employee = employee.shown();
    if rivals.is_empty() {
        return Outcome::Matched { by, employee };
    }
    let users = rivals.iter().map(|rival| rival.shown()).collect();
    Outcome::Skipped { reason: Skip::SeveralUsers { by, users, employee } }
}
