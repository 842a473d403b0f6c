//! A call's facts as conditions see them.

use crate::calls::CallFacts;
use crate::conditions::{Fact, Facts, Param};

/// A call seen by conditions. What only the report tells is unknown until its row is there; who takes
/// part is unknown until the call is over.
pub struct CallConditions<'a>(pub &'a CallFacts);

impl Facts for CallConditions<'_> {
    fn fact(&self, param: Param) -> Fact {
        let facts = self.0;
        let reported = facts.report.is_some();
        match param {
            Param::VirtualNumber => match &facts.virtual_number {
                Some(number) => Fact::Known(vec![number.digits().to_owned()]),
                None => if_reported(reported),
            },
            Param::Scenario => self.named(&["scenario_name", "scenario_id"], reported),
            Param::Site => self.named(&["site_domain_name", "site_id", "site_name"], reported),
            Param::Source => {
                self.named(&["source_name", "source_new", "source_id", "source"], reported)
            }
            Param::Campaign => self.named(&["campaign_name", "campaign_id"], reported),
            Param::Employee if facts.ended_at.is_some() => Fact::Known(employees(facts)),
            Param::Tag => match &facts.report {
                Some(report) => Fact::Known(report.tags.clone()),
                None => Fact::Unknown,
            },
            // not parameters of calls; the settings refuse them
            Param::Employee | Param::Form | Param::Channel => Fact::Unknown,
        }
    }
}

impl CallConditions<'_> {
    /// Everything the thing is called by, of the variables that are there.
    fn named(&self, variables: &[&str], reported: bool) -> Fact {
        let known: Vec<String> = variables
            .iter()
            .filter_map(|name| self.0.variables.get(*name))
            .filter(|value| !value.trim().is_empty())
            .cloned()
            .collect();
        if known.is_empty() { if_reported(reported) } else { Fact::Known(known) }
    }
}

fn if_reported(reported: bool) -> Fact {
    if reported { Fact::Known(Vec::new()) } else { Fact::Unknown }
}

/// Ids and names of those who talked; of those who were rung, when nobody did.
fn employees(facts: &CallFacts) -> Vec<String> {
    let talked = facts.talked();
    let parties = facts.parties.iter().filter(|party| !talked || party.talked());
    let mut names: Vec<String> = parties
        .flat_map(|party| [Some(party.employee.id.to_string()), party.employee.full_name.clone()])
        .flatten()
        .collect();
    let reported = facts.report.iter().flat_map(|report| &report.employees);
    for employee in reported.filter(|employee| !talked || employee.talked) {
        names.push(employee.id.to_string());
        names.extend(employee.full_name.clone());
    }
    names
}
