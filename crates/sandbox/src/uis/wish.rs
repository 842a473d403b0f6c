//! A call told from outside, for those who need one that no scenario tells.

use serde::Deserialize;

use super::company::Company;
use super::script::{Act, Direction, Failure, Recording};
use super::{Script, Speed};

/// A call as a script outside of this program orders it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wish {
    /// In or out.
    direction: Direction,
    /// The customer's number, E.164 digits.
    phone: String,
    /// The company's number; the default one when left out.
    #[serde(default)]
    number: Option<String>,
    /// Who calls, when the call goes out.
    #[serde(default)]
    by: Option<String>,
    /// What happens, one after the other.
    #[serde(default)]
    acts: Vec<Act>,
    /// Why an outgoing call does not come about.
    #[serde(default)]
    failure: Option<Failure>,
    /// The campaign that brought the caller.
    #[serde(default)]
    campaign: Option<String>,
    /// Tags of the call.
    #[serde(default)]
    tags: Vec<String>,
    /// When the recording comes.
    #[serde(default)]
    recording: Recording,
    /// How much faster than life.
    #[serde(default)]
    speed: Option<f64>,
}

impl Wish {
    /// The call and how fast it goes.
    ///
    /// # Errors
    /// Which number, campaign or employee the company does not have.
    pub(super) fn script(self, company: &Company) -> Result<(Script, Speed), String> {
        let known = |found: bool, what: &str| {
            if found { Ok(()) } else { Err(format!("the company has no {what}")) }
        };
        for employee in self.employees() {
            known(company.employee(employee).is_some(), &format!("employee {employee}"))?;
        }
        let mut script = match self.direction {
            Direction::In => Script::incoming(&self.phone),
            Direction::Out => Script::outgoing(&self.phone),
        };
        if let Some(number) = self.number {
            known(company.number(&number).is_some(), &format!("number {number}"))?;
            script.virtual_number = number;
        }
        if let Some(campaign) = &self.campaign {
            known(company.campaign(campaign).is_some(), &format!("campaign {campaign}"))?;
        }
        script.caller = self.by;
        script.acts = self.acts;
        script.failure = self.failure;
        script.facts.campaign = self.campaign;
        script.facts.tags = self.tags;
        script.recording = self.recording;
        Ok((script, self.speed.map_or(Speed::REAL, Speed::times)))
    }

    /// Everybody who is named.
    fn employees(&self) -> impl Iterator<Item = &str> {
        let in_acts = self.acts.iter().flat_map(|act| -> Vec<&str> {
            match act {
                Act::Ring { employees, .. } => employees.iter().map(String::as_str).collect(),
                Act::Answer { employee } => employee.iter().map(String::as_str).collect(),
                Act::Transfer { to, .. } => vec![to],
                Act::Consult { with, .. } => vec![with],
                Act::Ivr { .. } | Act::Talk { .. } | Act::AskManager { .. } => Vec::new(),
            }
        });
        self.by.iter().map(String::as_str).chain(in_acts)
    }
}
