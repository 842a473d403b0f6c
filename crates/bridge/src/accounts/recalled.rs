//! Who is who, as far as it is known without asking anybody: for what must cost no request.

use std::sync::Arc;

use domain::decide::Answer;
use domain::ids::{PlanfixUserId, UisEmployeeId};
use domain::phone::ShortNumber;
use domain::settings::Pair;
use planfix::rest::User;
use uis::data_api::Employee;

use super::staff::{extension, is_ours, user_of};

/// What was last read about people, however long ago.
#[derive(Debug, Clone, Default)]
pub(crate) struct Recalled {
    pub(super) pairs: Vec<Pair>,
    /// `None` = never read.
    pub(super) employees: Option<Arc<Vec<Employee>>>,
    /// `None` = never read.
    pub(super) users: Option<Vec<User>>,
}

impl Recalled {
    /// The same people under other pairs.
    pub(crate) fn with_pairs(&self, pairs: Vec<Pair>) -> Self {
        Self { pairs, ..self.clone() }
    }

    /// The user who was made the employee's pair by hand.
    pub(crate) fn paired(&self, employee: UisEmployeeId) -> Option<PlanfixUserId> {
        let pair = self.pairs.iter().find(|pair| pair.uis_employee == employee);
        pair.map(|pair| pair.planfix_user)
    }

    /// The Planfix user who is the employee of UIS.
    pub(crate) fn planfix_user(&self, id: UisEmployeeId) -> Answer<PlanfixUserId> {
        if let Some(user) = self.paired(id) {
            return Answer::Is(user);
        }
        let Some(employees) = &self.employees else { return Answer::Unasked };
        let Some(employee) = employees.iter().find(|employee| employee.id == id) else {
            return Answer::Nothing;
        };
        let Some(users) = &self.users else { return Answer::Unasked };
        match user_of(users, employee) {
            Some(user) => Answer::Is(user.id),
            None if extension(employee).is_none() => Answer::Nothing,
            // Planfix was to be asked who has the number
            None => Answer::Unasked,
        }
    }

    /// The Planfix user with the short number; `None` when it is not known who he is.
    pub(crate) fn user_with(&self, number: &ShortNumber) -> Option<PlanfixUserId> {
        let paired = self.pairs.iter().find(|pair| pair.short_number.as_ref() == Some(number));
        if let Some(pair) = paired {
            return Some(pair.planfix_user);
        }
        let mut users = self.users.iter().flatten();
        if let Some(user) = users.find(|user| user.short_number.as_ref() == Some(number)) {
            return Some(user.id);
        }
        let mut employees = self.employees.iter().flat_map(|all| all.iter());
        let employee = employees.find(|one| extension(one).as_ref() == Some(number))?;
        match self.planfix_user(employee.id) {
            Answer::Is(user) => Some(user),
            Answer::Nothing | Answer::Unasked => None,
        }
    }

    /// The user's name.
    pub(crate) fn name_of(&self, id: PlanfixUserId) -> Option<&str> {
        let mut users = self.users.iter().flatten();
        users.find(|user| user.id == id).map(|user| user.name.as_str())
    }

    /// Whether the number is known to be one of our own.
    pub(crate) fn is_ours(&self, number: &str) -> bool {
        self.employees.as_ref().is_some_and(|employees| is_ours(employees, number))
    }
}
