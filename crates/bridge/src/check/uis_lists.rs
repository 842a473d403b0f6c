//! The lists of UIS that condition values come from, each read once and only when needed.

use std::collections::HashMap;

use domain::Failure;
use domain::conditions::Param;
use uis::data_api::DataApi;

use super::UisDoor;

/// A list of UIS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum List {
    Numbers,
    Scenarios,
    Sites,
    Campaigns,
    Employees,
    Tags,
}

impl List {
    /// Where the values of a parameter come from. Sources, forms and channels have no list.
    pub(super) fn of(param: Param) -> Option<Self> {
        match param {
            Param::VirtualNumber => Some(Self::Numbers),
            Param::Scenario => Some(Self::Scenarios),
            Param::Site => Some(Self::Sites),
            Param::Campaign => Some(Self::Campaigns),
            Param::Employee => Some(Self::Employees),
            Param::Tag => Some(Self::Tags),
            Param::Source | Param::Form | Param::Channel => None,
        }
    }
}

/// The lists read so far.
pub(super) struct UisLists<'a> {
    uis: &'a UisDoor<'a>,
    read: HashMap<List, Result<Vec<String>, Failure>>,
}

impl<'a> UisLists<'a> {
    pub(super) fn new(uis: &'a UisDoor<'a>) -> Self {
        Self { uis, read: HashMap::new() }
    }

    /// Everything the things of a list are called by.
    pub(super) async fn names(&mut self, list: List) -> Result<&[String], &Failure> {
        if !self.read.contains_key(&list) {
            let names = match self.uis {
                Ok(uis) => read(uis, list).await,
                Err(failure) => Err(failure.clone()),
            };
            self.read.insert(list, names);
        }
        match self.read.get(&list) {
            Some(Ok(names)) => Ok(names),
            Some(Err(failure)) => Err(failure),
            None => Ok(&[]),
        }
    }
}

async fn read(uis: &DataApi, list: List) -> Result<Vec<String>, Failure> {
    Ok(match list {
        List::Numbers => {
            let numbers = uis.virtual_numbers().await?.into_iter();
            let active = numbers.filter(uis::data_api::VirtualNumber::is_active);
            active.map(|one| one.number.digits().to_owned()).collect()
        }
        List::Scenarios => {
            let scenarios = uis.scenarios().await?.into_iter();
            scenarios.flat_map(|one| [one.name, one.id.to_string()]).collect()
        }
        List::Sites => {
            let sites = uis.sites().await?.into_iter();
            sites
                .flat_map(|one| [Some(one.domain), one.name, Some(one.id.to_string())])
                .flatten()
                .collect()
        }
        List::Campaigns => {
            let campaigns = uis.campaigns().await?.into_iter();
            campaigns.flat_map(|one| [one.name, one.id.to_string()]).collect()
        }
        List::Employees => {
            let employees = uis.employees().await?.into_iter();
            employees.flat_map(|one| [one.full_name, one.id.to_string()]).collect()
        }
        List::Tags => uis.tags().await?.into_iter().map(|one| one.name).collect(),
    })
}
