//! A call's facts as conditions see them.

use crate::calls::CallFacts;
use crate::conditions::{Fact, Facts, Param};
use crate::ids::UisEmployeeId;

/// A call seen by conditions. What only the report tells is unknown until its row is there; who takes
/// part is unknown until the report or the notifications of all talks tell.
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
            Param::Scenario | Param::Site | Param::Source | Param::Campaign => {
                self.named(param, reported)
            }
            Param::Employee if reported || (facts.talked() && facts.is_all_told()) => {
                Fact::Known(employees(facts))
            }
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
    fn named(&self, param: Param, reported: bool) -> Fact {
        let known: Vec<String> = param
            .variables()
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
    let ids = if facts.talked() { facts.everybody_who_talked() } else { everybody_rung(facts) };
    let names = |id: UisEmployeeId| {
        [Some(id.to_string()), facts.name_of(id).map(str::to_owned)].into_iter().flatten()
    };
    ids.into_iter().flat_map(names).collect()
}

fn everybody_rung(facts: &CallFacts) -> Vec<UisEmployeeId> {
    let mut rung: Vec<_> = facts.parties.iter().map(|party| party.employee.id).collect();
    let reported = facts.report.iter().flat_map(|report| &report.employees).map(|one| one.id);
    rung.extend(reported.filter(|id| facts.parties.iter().all(|party| party.employee.id != *id)));
    rung
}
