//! Who is who: the same person in UIS (an employee with an extension) and in Planfix (a user with a
//! short number).
//!
//! Pairs set by hand go first; then the same e-mail, then the same number.

use std::sync::Arc;

use ambient::Clock;
use domain::Failure;
use domain::calls::Direction;
use domain::ids::{PlanfixUserId, UisEmployeeId};
use domain::phone::{Phone, ShortNumber};
use domain::settings::Pair;
use jiff::SignedDuration;
use planfix::Rest;
use planfix::rest::User;
use uis::data_api::{DataApi, Employee};
use upstream::Priority;

use super::roster::Roster;
use super::{ROSTER_LIVES, Recalled};

/// The employees of a connection.
pub struct Staff {
    pairs: Vec<Pair>,
    roster: Roster,
}

impl Staff {
    pub(super) fn new(uis: Option<Arc<DataApi>>, pairs: Vec<Pair>, clock: Arc<dyn Clock>) -> Self {
        Self { pairs, roster: Roster::new(uis, clock) }
    }

    /// Forgets who is who, so that new employees count from the next call on.
    pub(crate) async fn forget(&self) {
        self.roster.forget().await;
    }

    /// Who is who, as far as it is known without asking anybody.
    pub(crate) async fn recalled(&self, rest: Option<&Rest>) -> Recalled {
        Recalled {
            pairs: self.pairs.clone(),
            employees: self.roster.recall().await,
            users: rest.and_then(Rest::recalled_users),
        }
    }

    /// The short number under which Planfix knows an employee of UIS. Asks UIS alone, never Planfix's
    /// REST API: a card that pops up can't wait for that.
    ///
    /// # Errors
    /// UIS can't be asked and never was.
    pub async fn short_number(&self, id: UisEmployeeId) -> Result<Option<ShortNumber>, Failure> {
        let paired = self.pairs.iter().find(|pair| pair.uis_employee == id);
        if let Some(number) = paired.and_then(|pair| pair.short_number.clone()) {
            return Ok(Some(number));
        }
        Ok(self.roster.find(id).await?.as_ref().and_then(extension))
    }

    /// The employee of UIS whom Planfix knows by the short number.
    ///
    /// # Errors
    /// UIS can't be asked and never was.
    pub async fn employee_with(
        &self,
        number: &ShortNumber,
    ) -> Result<Option<UisEmployeeId>, Failure> {
        let paired = self.pairs.iter().find(|pair| pair.short_number.as_ref() == Some(number));
        if let Some(pair) = paired {
            return Ok(Some(pair.uis_employee));
        }
        let everybody = self.roster.all(ROSTER_LIVES).await?;
        let found = everybody.iter().find(|employee| extension(employee).as_ref() == Some(number));
        Ok(found.map(|employee| employee.id))
    }

    /// The phones that UIS rings for the short number, the first to be rung first.
    ///
    /// # Errors
    /// UIS can't be asked and never was.
    pub async fn phones_of(&self, number: &ShortNumber) -> Result<Vec<String>, Failure> {
        let Some(id) = self.employee_with(number).await? else { return Ok(Vec::new()) };
        let employee = self.roster.find(id).await?;
        let active = employee.iter().flat_map(Employee::active_numbers);
        Ok(active.map(str::to_owned).collect())
    }

    /// Whether the employee's talks in the direction are recorded, as far as UIS tells.
    ///
    /// # Errors
    /// UIS can't be asked and never was.
    pub async fn is_recorded(&self, id: UisEmployeeId, way: Direction) -> Result<bool, Failure> {
        let mode = self.roster.find(id).await?.and_then(|employee| employee.call_recording);
        Ok(match mode.as_deref() {
            Some("off") => false,
            Some("in") => way == Direction::In,
            Some("out") => way == Direction::Out,
            _ => true,
        })
    }

    /// Whether a number is one of our own: an extension or an employee's phone.
    ///
    /// # Errors
    /// UIS can't be asked and never was.
    pub async fn is_ours(&self, number: &str) -> Result<bool, Failure> {
        Ok(is_ours(&self.roster.all(ROSTER_LIVES).await?, number))
    }

    /// The name of an employee of UIS, as far as UIS tells it now.
    pub async fn name_of(&self, id: UisEmployeeId) -> Option<String> {
        self.roster.find(id).await.ok().flatten().map(|employee| employee.full_name)
    }

    /// All employees of UIS, read at most `old` ago.
    ///
    /// # Errors
    /// UIS can't be asked and never was.
    pub async fn everybody(&self, old: SignedDuration) -> Result<Arc<Vec<Employee>>, Failure> {
        self.roster.all(old).await
    }

    /// The Planfix user who is this employee of UIS; `None` when there is none.
    ///
    /// # Errors
    /// UIS or Planfix can't be asked.
    pub async fn planfix_user(
        &self,
        id: UisEmployeeId,
        rest: &Rest,
        priority: Priority,
    ) -> Result<Option<PlanfixUserId>, Failure> {
        if let Some(pair) = self.pairs.iter().find(|pair| pair.uis_employee == id) {
            return Ok(Some(pair.planfix_user));
        }
        let Some(employee) = self.roster.find(id).await? else { return Ok(None) };
        let users = rest.users(true, priority).await?;
        if let Some(user) = user_of(&users, &employee) {
            return Ok(Some(user.id));
        }
        let Some(number) = extension(&employee) else { return Ok(None) };
        let found = rest.users_by_short_number(&number, priority).await?;
        // the filter is "contains": only a single bearer is surely the one
        let mut exact = found.iter().filter(|user| !user.is_robot());
        match (exact.next(), exact.next()) {
            (Some(user), None) => Ok(Some(user.id)),
            _ => Ok(None),
        }
    }

    /// The short number of a Planfix user; `None` when nobody knows it.
    ///
    /// # Errors
    /// UIS or Planfix can't be asked.
    pub async fn short_number_of_user(
        &self,
        id: PlanfixUserId,
        rest: &Rest,
        priority: Priority,
    ) -> Result<Option<ShortNumber>, Failure> {
        let paired = self.pairs.iter().find(|pair| pair.planfix_user == id);
        if let Some(pair) = paired {
            return match &pair.short_number {
                Some(number) => Ok(Some(number.clone())),
                None => self.short_number(pair.uis_employee).await,
            };
        }
        let users = rest.users(true, priority).await?;
        let Some(user) = users.iter().find(|user| user.id == id) else { return Ok(None) };
        if let Some(number) = &user.short_number {
            return Ok(Some(number.clone()));
        }
        let everybody = self.roster.all(ROSTER_LIVES).await?;
        Ok(everybody.iter().find(|employee| same_email(user, employee)).and_then(extension))
    }
}

impl Staff {
    /// The e-mail under which Planfix knows an employee of UIS; his own in UIS, when Planfix can't be asked or
    /// does not show it. `None` when Planfix does not know him.
    pub(crate) async fn email_in_planfix(
        &self,
        id: UisEmployeeId,
        rest: Option<&Rest>,
    ) -> Option<String> {
        let employee = self.roster.find(id).await.ok().flatten();
        let own = employee.as_ref().and_then(|employee| employee.email.clone());
        let Some(rest) = rest else { return own };
        let Ok(users) = rest.users(true, Priority::LiveCall).await else { return own };
        let paired = self.pairs.iter().find(|pair| pair.uis_employee == id);
        let user = match (paired, &employee) {
            (Some(pair), _) => users.iter().find(|user| user.id == pair.planfix_user),
            (None, Some(employee)) => user_of(&users, employee),
            (None, None) => None,
        };
        user.and_then(|user| user.emails.first().cloned().or(own))
    }

    /// The employee of UIS who is the Planfix user of the name; `None` when there is none, or several.
    pub(crate) async fn employee_named(
        &self,
        name: &str,
        rest: Option<&Rest>,
    ) -> Option<UisEmployeeId> {
        let everybody = self.roster.all(ROSTER_LIVES).await.ok()?;
        if let Some(rest) = rest
            && let Ok(users) = rest.users(true, Priority::LiveCall).await
            && let Some(user) = only(users.iter().filter(|user| is_called(&user.name, name)))
        {
            if let Some(pair) = self.pairs.iter().find(|pair| pair.planfix_user == user.id) {
                return Some(pair.uis_employee);
            }
            let same = everybody.iter().find(|employee| same_email(user, employee));
            if let Some(employee) = same {
                return Some(employee.id);
            }
        }
        let named = everybody.iter().filter(|employee| is_called(&employee.full_name, name));
        only(named).map(|employee| employee.id)
    }

    /// Some employee of UIS, always the same.
    pub(crate) async fn anybody(&self) -> Option<UisEmployeeId> {
        let everybody = self.roster.all(ROSTER_LIVES).await.ok()?;
        everybody.iter().map(|employee| employee.id).min()
    }
}

/// The only one there is.
fn only<T>(mut some: impl Iterator<Item = T>) -> Option<T> {
    some.next().filter(|_| some.next().is_none())
}

/// Whether a full name has all words of the name, in any order.
fn is_called(full: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase().split_whitespace().map(str::to_owned).collect()
    };
    let (full, name) = (words(full), words(name));
    !name.is_empty() && name.iter().all(|word| full.contains(word))
}

/// The user who is the employee: by e-mail, else by number.
pub(super) fn user_of<'a>(users: &'a [User], employee: &Employee) -> Option<&'a User> {
    let people = || users.iter().filter(|user| !user.is_robot());
    let number = extension(employee);
    let same_number = |user: &&User| number.is_some() && user.short_number == number;
    people().find(|user| same_email(user, employee)).or_else(|| people().find(same_number))
}

/// Whether the number is an extension or a phone of one of the employees.
pub(super) fn is_ours(employees: &[Employee], number: &str) -> bool {
    let phone = Phone::parse(number);
    employees.iter().any(|employee| {
        let own_extension = extension(employee).is_some_and(|own| own.as_str() == number.trim());
        let own_phone =
            phone.is_some() && employee.phones.iter().any(|own| Phone::parse(&own.number) == phone);
        own_extension || own_phone
    })
}

pub(super) fn extension(employee: &Employee) -> Option<ShortNumber> {
    employee.extension.as_ref().and_then(|own| ShortNumber::parse(own.as_str()))
}

fn same_email(user: &User, employee: &Employee) -> bool {
    let Some(own) = employee.email.as_deref() else { return false };
    user.emails.iter().any(|email| email.trim().eq_ignore_ascii_case(own.trim()))
}
