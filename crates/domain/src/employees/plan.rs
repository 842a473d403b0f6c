//! Deciding what a run does.

use super::contest::Contest;
use super::names::Name;
use super::people::{Email, PlanfixPerson, Standing, UisPerson};
use super::report::{By, Number, Outcome, PlanfixRef, Skip, UisRef};
use crate::ids::PlanfixUserId;
use crate::phone::{Extension, ShortNumber};
use crate::settings::Employees;

/// What UIS takes as an extension (`extension_phone_number`): at most five digits.
const EXTENSION_DIGITS: usize = 5;

/// Planfix finds one user alone by this short number, though it does not tell the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeardNumber {
    /// The number asked for.
    pub extension: Extension,
    /// Whom Planfix named.
    pub user: PlanfixUserId,
}

/// What a run is going to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// A line for every user of Planfix.
    pub lines: Vec<Planned>,
    /// Employees of UIS who are nobody in Planfix.
    pub only_in_uis: Vec<UisRef>,
    /// Planfix tells nobody's short number.
    pub short_numbers_hidden: bool,
    /// Extensions by which Planfix could be asked for somebody not recognised yet.
    pub worth_asking: Vec<Extension>,
}

/// What is going to become of one user of Planfix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Who.
    pub who: PlanfixRef,
    /// What.
    pub step: Step,
}

/// What is going to be done about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Nothing more.
    Settled(Outcome),
    /// He is to be created.
    Create(Newcomer),
}

/// Somebody to be created in UIS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// Last name.
    pub last_name: String,
    /// First name.
    pub first_name: Option<String>,
    /// Patronymic.
    pub patronymic: Option<String>,
    /// E-mail.
    pub email: Option<Email>,
    /// Extension.
    pub number: Number,
}

/// Decides about every user of Planfix. `heard` is what Planfix answered to an earlier plan's
/// [`worth_asking`](Plan::worth_asking).
pub fn plan(
    settings: &Employees,
    users: &[PlanfixPerson],
    employees: &[UisPerson],
    heard: &[HeardNumber],
) -> Plan {
    let mut contest = Contest::new(&settings.pairs, users, employees);
    contest.bar(same_email);
    contest.round(By::Email, same_email);
    contest.round(By::Extension, same_number);
    contest.round(By::ExtensionSearch, |user, employee| {
        user.short_number.is_none()
            && heard.iter().any(|one| {
                one.user == user.id && employee.extension.as_ref() == Some(&one.extension)
            })
    });

    let planner = Planner { contest: &contest, employees };
    let known = users.iter().map(|user| planner.line(settings, user));
    let lost = settings.selected.iter().filter(|id| !settings.sync_all && !is_among(users, **id));
    let lines: Vec<Planned> = known.chain(lost.map(|id| not_found(*id))).collect();
    Plan {
        worth_asking: worth_asking(&lines, users, &contest),
        only_in_uis: contest.free().into_iter().map(UisPerson::shown).collect(),
        short_numbers_hidden: hidden(users),
        lines,
    }
}

fn same_email(user: &PlanfixPerson, employee: &UisPerson) -> bool {
    employee.email.as_ref().is_some_and(|email| user.emails.contains(email))
}

fn same_number(user: &PlanfixPerson, employee: &UisPerson) -> bool {
    let (own, theirs) = (user.short_number.as_ref(), employee.extension.as_ref());
    own.map(ShortNumber::as_str).is_some_and(|own| theirs.map(Extension::as_str) == Some(own))
}

fn is_among(users: &[PlanfixPerson], id: PlanfixUserId) -> bool {
    users.iter().any(|user| user.id == id)
}

fn not_found(user: PlanfixUserId) -> Planned {
    let outcome = Outcome::Skipped { reason: Skip::NotFound };
    Planned { who: PlanfixRef { user, name: String::new() }, step: Step::Settled(outcome) }
}

fn hidden(users: &[PlanfixPerson]) -> bool {
    let mut active = users.iter().filter(|user| user.standing == Standing::Active).peekable();
    active.peek().is_some() && active.all(|user| user.short_number.is_none())
}

/// Asking costs a request of Planfix's few, so only while somebody who matters is not recognised.
fn worth_asking(
    lines: &[Planned],
    users: &[PlanfixPerson],
    contest: &Contest<'_>,
) -> Vec<Extension> {
    let open = |line: &&Planned| {
        matches!(line.step, Step::Create(_) | Step::Settled(Outcome::Suggested { .. }))
    };
    let silent = |line: &Planned| {
        users.iter().any(|user| user.id == line.who.user && user.short_number.is_none())
    };
    if !lines.iter().filter(open).any(silent) {
        return Vec::new();
    }
    contest.free().into_iter().filter_map(|employee| employee.extension.clone()).collect()
}

/// Decides about those whom nothing was settled about.
struct Planner<'a> {
    contest: &'a Contest<'a>,
    employees: &'a [UisPerson],
}

impl Planner<'_> {
    fn line(&self, settings: &Employees, user: &PlanfixPerson) -> Planned {
        let step = match left_out(settings, user) {
            Some(reason) => Step::Settled(Outcome::Skipped { reason }),
            None => match self.contest.settled(user.id) {
                Some(outcome) => Step::Settled(outcome.clone()),
                None => self.missing(user),
            },
        };
        Planned { who: user.shown(), step }
    }

    /// Somebody who is not in UIS, or is there only by the look of his name.
    fn missing(&self, user: &PlanfixPerson) -> Step {
        let namesakes = self.namesakes(user);
        if !namesakes.is_empty() {
            return Step::Settled(Outcome::Suggested { employees: namesakes });
        }
        let sharers = self.sharers(user);
        if !sharers.is_empty() {
            return skip(Skip::SameEmail { users: sharers });
        }
        let Some(last_name) = user.last_name.clone() else { return skip(Skip::NoLastName) };
        Step::Create(Newcomer {
            last_name,
            first_name: user.first_name.clone(),
            patronymic: user.patronymic.clone(),
            email: user.emails.first().cloned(),
            number: self.number(user),
        })
    }

    fn namesakes(&self, user: &PlanfixPerson) -> Vec<UisRef> {
        let name = Name::of(&user.full_name());
        let free = self.contest.free().into_iter();
        free.filter(|employee| Name::of(&employee.full_name).suggests(&name))
            .map(UisPerson::shown)
            .collect()
    }

    fn sharers(&self, user: &PlanfixPerson) -> Vec<PlanfixRef> {
        let shares = |other: &&&PlanfixPerson| {
            other.id != user.id && other.emails.iter().any(|email| user.emails.contains(email))
        };
        self.contest.contenders().iter().filter(shares).map(|other| other.shown()).collect()
    }

    fn number(&self, user: &PlanfixPerson) -> Number {
        let Some(short_number) = user.short_number.clone() else { return Number::Unknown };
        let text = short_number.as_str();
        let fits = text.len() <= EXTENSION_DIGITS && text.chars().all(|c| c.is_ascii_digit());
        let Some(extension) = Extension::parse(text).filter(|_| fits) else {
            return Number::Unfit { short_number };
        };
        let in_uis = self.employees.iter().any(|one| one.extension.as_ref() == Some(&extension));
        let in_planfix =
            self.contest.contenders().iter().any(|other| {
                other.id != user.id && other.short_number.as_ref() == Some(&short_number)
            });
        if in_uis || in_planfix {
            Number::Taken { short_number }
        } else {
            Number::Given { extension }
        }
    }
}

fn left_out(settings: &Employees, user: &PlanfixPerson) -> Option<Skip> {
    match user.standing {
        Standing::Deleted => Some(Skip::Deleted),
        Standing::Robot => Some(Skip::Robot),
        Standing::Inactive => Some(Skip::Inactive),
        Standing::Active if settings.sync_all || settings.selected.contains(&user.id) => None,
        Standing::Active => Some(Skip::NotSelected),
    }
}

fn skip(reason: Skip) -> Step {
    Step::Settled(Outcome::Skipped { reason })
}
