//! Reads the catalogue's data file, once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Origin, Variable};
use crate::flow::Flow;

const FILE: &str = include_str!("catalogue.txt");

static VARIABLES: LazyLock<Vec<Variable>> =
    LazyLock::new(|| lines().filter_map(variable).collect());

static BY_NAME: LazyLock<BTreeMap<&'static str, &'static Variable>> =
    LazyLock::new(|| VARIABLES.iter().map(|variable| (variable.name, variable)).collect());

/// Every variable there is, in the order people look for them.
pub fn all() -> &'static [Variable] {
    &VARIABLES
}

/// The variables that communications of the kind have.
pub fn of_flow(flow: Flow) -> impl Iterator<Item = &'static Variable> {
    all().iter().filter(move |variable| variable.origin(flow).is_some())
}

/// The variable of this name.
pub fn find(name: &str) -> Option<&'static Variable> {
    BY_NAME.get(name).copied()
}

fn lines() -> impl Iterator<Item = &'static str> {
    FILE.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Reads one line; a malformed one is left out here and caught by the test below.
fn variable(line: &'static str) -> Option<Variable> {
    let mut cells = line.split(" | ").map(str::trim);
    Some(Variable {
        name: cells.next()?,
        call: origin(cells.next()?)?,
        lead: origin(cells.next()?)?,
        chat: origin(cells.next()?)?,
        title_ru: cells.next()?,
        title_en: cells.next()?,
        example: cells.next()?,
    })
}

/// Reads where a variable comes from; the outer `None` is a malformed cell.
#[expect(
    clippy::option_option,
    reason = "the outer is malformed, the inner is: this flow has it not"
)]
fn origin(cell: &str) -> Option<Option<Origin>> {
    match cell {
        "R" => Some(Some(Origin::Report)),
        "N" => Some(Some(Origin::Notice)),
        "RN" => Some(Some(Origin::Both)),
        "-" => Some(None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_file_is_a_variable() {
        for line in lines() {
            assert!(variable(line).is_some(), "malformed line: {line}");
            assert_eq!(line.split(" | ").count(), 7, "cells of: {line}");
        }
    }

    #[test]
    fn names_are_unique_and_fit_into_templates() {
        assert_eq!(BY_NAME.len(), all().len());
        for variable in all() {
            let plain = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(variable.name.chars().all(plain), "{}", variable.name);
        }
    }

    #[test]
    fn every_variable_has_titles_an_example_and_a_flow() {
        for variable in all() {
            let cyrillic = |text: &str| text.chars().any(|c| ('а'..='я').contains(&c));
            assert!(cyrillic(variable.title_ru), "Russian title of {}", variable.name);
            assert!(!cyrillic(variable.title_en), "English title of {}", variable.name);
            assert!(
                !variable.title_en.is_empty() && !variable.example.is_empty(),
                "{}",
                variable.name
            );
            assert!(
                Flow::ALL.iter().any(|flow| variable.origin(*flow).is_some()),
                "{}",
                variable.name
            );
        }
    }
}
