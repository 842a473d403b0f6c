//! The facts of a lead or chat as conditions see them.

use crate::conditions::{Fact, Facts, Param};
use crate::templates::Variables;

/// A lead or chat seen by conditions.
#[derive(Debug, Clone, Copy)]
pub struct TextConditions<'a> {
    /// What was told of it.
    pub variables: &'a Variables,
    /// Whether nothing more will be told: then what is not known does not exist.
    pub complete: bool,
}

impl Facts for TextConditions<'_> {
    fn fact(&self, param: Param) -> Fact {
        let value = |name: &&str| self.variables.get(name).map(str::to_owned);
        let known: Vec<String> = match param {
            // a list in one text
            Param::Tag => self.variables.get("tags").map(split).unwrap_or_default(),
            _ => param.variables().iter().filter_map(value).collect(),
        };
        if known.is_empty() && !self.complete { Fact::Unknown } else { Fact::Known(known) }
    }
}

fn split(list: &str) -> Vec<String> {
    list.split(',').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
}
