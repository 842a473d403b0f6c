//! Two lists of people and what a plan says of them.

use domain::employees::{
    Email, HeardNumber, Number, Outcome, Plan, PlanfixPerson, Skip, Standing, Step, UisPerson, plan,
};
use domain::ids::{PlanfixUserId, UisEmployeeId};
use domain::phone::{Extension, ShortNumber};
use domain::settings::{Employees, Pair};

/// Both sides of a connection.
#[derive(Debug, Clone, Default)]
pub(super) struct Company {
    pub(super) settings: Employees,
    pub(super) users: Vec<PlanfixPerson>,
    pub(super) employees: Vec<UisPerson>,
    pub(super) heard: Vec<HeardNumber>,
}

impl Company {
    /// Synchronises everybody.
    pub(super) fn new() -> Self {
        let settings = Employees { enabled: true, sync_all: true, ..Employees::default() };
        Self { settings, ..Self::default() }
    }

    /// Somebody in Planfix: `"3 Смирнова Анна <anna@romashka.ru> 101"`, e-mail and number as wanted.
    pub(super) fn user(mut self, card: &str) -> Self {
        let card = Card::read(card);
        self.users.push(PlanfixPerson {
            id: PlanfixUserId(card.id),
            last_name: card.names.first().cloned(),
            first_name: card.names.get(1).cloned(),
            patronymic: card.names.get(2).cloned(),
            emails: card.email.into_iter().collect(),
            short_number: card.number.as_deref().and_then(ShortNumber::parse),
            standing: Standing::Active,
        });
        self
    }

    /// The last user stands otherwise.
    pub(super) fn who_is(mut self, standing: Standing) -> Self {
        self.users.last_mut().unwrap().standing = standing;
        self
    }

    /// Somebody in UIS.
    pub(super) fn employee(mut self, card: &str) -> Self {
        let card = Card::read(card);
        self.employees.push(UisPerson {
            id: UisEmployeeId(card.id),
            full_name: card.names.join(" "),
            email: card.email,
            extension: card.number.as_deref().and_then(Extension::parse),
        });
        self
    }

    pub(super) fn pair(mut self, user: i64, employee: i64) -> Self {
        self.settings.pairs.push(Pair {
            planfix_user: PlanfixUserId(user),
            short_number: None,
            uis_employee: UisEmployeeId(employee),
        });
        self
    }

    pub(super) fn select(mut self, users: &[i64]) -> Self {
        self.settings.sync_all = false;
        self.settings.selected = users.iter().copied().map(PlanfixUserId).collect();
        self
    }

    pub(super) fn heard(mut self, extension: &str, user: i64) -> Self {
        let extension = Extension::parse(extension).unwrap();
        self.heard.push(HeardNumber { extension, user: PlanfixUserId(user) });
        self
    }

    pub(super) fn plan(&self) -> Plan {
        plan(&self.settings, &self.users, &self.employees, &self.heard)
    }

    /// What the plan says, a line a user: `3 = 501 by Email`.
    pub(super) fn told(&self) -> Vec<String> {
        let plan = self.plan();
        let lines = plan.lines.iter();
        lines.map(|line| format!("{} {}", line.who.user.0, step(&line.step))).collect()
    }
}

fn step(step: &Step) -> String {
    match step {
        Step::Settled(Outcome::Matched { by, employee }) => {
            format!("= {} by {by:?}", employee.id)
        }
        Step::Settled(Outcome::Suggested { employees }) => {
            let ids: Vec<_> = employees.iter().map(|one| one.id.0).collect();
            format!("perhaps {ids:?}")
        }
        Step::Settled(Outcome::Skipped { reason }) => format!("- {}", reason_of(reason)),
        Step::Settled(other) => format!("{other:?}"),
        Step::Create(newcomer) => match &newcomer.number {
            Number::Given { extension } => format!("+ {} {extension}", newcomer.last_name),
            Number::Unknown => format!("+ {}", newcomer.last_name),
            other => format!("+ {} {other:?}", newcomer.last_name),
        },
    }
}

fn reason_of(reason: &Skip) -> String {
    match reason {
        Skip::PairBroken { employee } => format!("PairBroken {employee}"),
        Skip::SameEmail { users } => {
            format!("SameEmail {:?}", users.iter().map(|one| one.user.0).collect::<Vec<_>>())
        }
        Skip::EmailTaken { employee } => format!("EmailTaken {}", employee.id),
        Skip::SeveralEmployees { by, employees } => {
            let ids: Vec<_> = employees.iter().map(|one| one.id.0).collect();
            format!("SeveralEmployees by {by:?} {ids:?}")
        }
        Skip::SeveralUsers { by, users, employee } => {
            let ids: Vec<_> = users.iter().map(|one| one.user.0).collect();
            format!("SeveralUsers by {by:?} {ids:?} for {}", employee.id)
        }
        plain => format!("{plain:?}"),
    }
}

struct Card {
    id: i64,
    names: Vec<String>,
    email: Option<Email>,
    number: Option<String>,
}

impl Card {
    fn read(text: &str) -> Self {
        let mut card = Self { id: 0, names: Vec::new(), email: None, number: None };
        for (place, word) in text.split_whitespace().enumerate() {
            if place == 0 {
                card.id = word.parse().unwrap();
            } else if word.starts_with('<') {
                card.email = Email::parse(word.trim_matches(['<', '>']));
            } else if word.starts_with(|c: char| c.is_ascii_digit() || c == '+') {
                card.number = Some(word.to_owned());
            } else {
                card.names.push(word.to_owned());
            }
        }
        card
    }
}
