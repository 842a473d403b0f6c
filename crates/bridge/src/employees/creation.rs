//! Creating in UIS who is missing there.

use std::collections::HashSet;

use domain::employees::{
    Email, Line, Newcomer, Number, Outcome, PlanfixRef, Planned, Step, UisPerson, UisRef,
};
use domain::ids::UisEmployeeId;
use domain::text::Lang;
use domain::{Class, Failure};
use engine::Tenure;
use uis::data_api::{DataApi, Employee, NewEmployee};

use super::{BUSY, NotRun};
use crate::stored::not_stored;

/// The creations of one run.
pub(super) struct Creation<'a> {
    uis: &'a DataApi,
    /// The right to create anybody in this connection.
    tenure: &'a Tenure,
    /// Who was there before.
    known: HashSet<UisEmployeeId>,
    /// Why nobody else is tried: what is refused to one for such a reason is refused to all.
    halted: Option<Failure>,
}

impl<'a> Creation<'a> {
    pub(super) fn new(uis: &'a DataApi, employees: &[UisPerson], tenure: &'a Tenure) -> Self {
        let known = employees.iter().map(|employee| employee.id).collect();
        Self { uis, tenure, known, halted: None }
    }

    /// Creates everybody who is to be created. One who can't be does not stop the others.
    pub(super) async fn carry_out(mut self, planned: Vec<Planned>) -> Vec<Line> {
        let mut lines = Vec::with_capacity(planned.len());
        for Planned { who, step } in planned {
            let outcome = match step {
                Step::Settled(outcome) => outcome,
                Step::Create(newcomer) => self.create(&who, newcomer).await,
            };
            lines.push(Line { who, outcome });
        }
        lines
    }

    async fn create(&mut self, who: &PlanfixRef, newcomer: Newcomer) -> Outcome {
        if self.halted.is_none() {
            self.halted = self.renew().await.err();
        }
        if let Some(failure) = self.halted.clone() {
            return Outcome::Failed { failure };
        }
        let asked = wire(&newcomer);
        let created = match self.uis.create_employee(&asked).await {
            Err(failure) if failure.class == Class::Unknown => self.look(&asked, failure).await,
            answer => answer,
        };
        match created {
            Ok(id) => {
                self.known.insert(id);
                let employee =
                    UisRef { id, name: who.name.clone(), extension: asked.extension.clone() };
                Outcome::Created { employee, number: newcomer.number }
            }
            Err(failure) => {
                tracing::warn!(user = %who.user, %failure, "an employee was not created in UIS");
                self.halted = concerns_all(&failure).then(|| failure.clone());
                Outcome::Failed { failure }
            }
        }
    }

    /// Holds on to the right: whoever has lost it must not create anybody any more.
    async fn renew(&self) -> Result<(), Failure> {
        if self.tenure.renew().await.map_err(not_stored)? {
            return Ok(());
        }
        Err(Failure::retry(BUSY, NotRun::busy(Lang::Ru)))
    }

    /// He may have been created though UIS did not say so: then he is there now and was not before.
    async fn look(&self, asked: &NewEmployee, failure: Failure) -> Result<UisEmployeeId, Failure> {
        let everybody = self.uis.employees().await.map_err(|_| failure.clone())?;
        let new = everybody.iter().filter(|employee| !self.known.contains(&employee.id));
        let same: Vec<&Employee> = new.filter(|employee| is_same(employee, asked)).collect();
        match same.as_slice() {
            [only] => Ok(only.id),
            _ => Err(failure),
        }
    }
}

fn wire(newcomer: &Newcomer) -> NewEmployee {
    NewEmployee {
        last_name: newcomer.last_name.clone(),
        first_name: newcomer.first_name.clone(),
        patronymic: newcomer.patronymic.clone(),
        email: newcomer.email.as_ref().map(|email| email.as_str().to_owned()),
        extension: match &newcomer.number {
            Number::Given { extension } => Some(extension.clone()),
            Number::Unknown | Number::Unfit { .. } | Number::Taken { .. } => None,
        },
    }
}

fn is_same(employee: &Employee, asked: &NewEmployee) -> bool {
    let address = |email: &Option<String>| email.as_deref().and_then(Email::parse);
    employee.last_name.as_deref() == Some(&asked.last_name)
        && employee.first_name == asked.first_name
        && address(&employee.email) == address(&asked.email)
}

/// The token, the account or its allowance: no matter who is to be created.
fn concerns_all(failure: &Failure) -> bool {
    matches!(failure.class, Class::AuthBroken | Class::Throttled { .. } | Class::WaitUntil { .. })
}
