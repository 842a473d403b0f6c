//! `cargo xtask lint`: the wall. All of it is tried, so that one run tells all that is wrong.

mod dependency_reasons;
mod error_pages;
mod file_sizes;
mod licences;
mod links;
mod manifests;
mod marks;
mod unused;

use crate::failed::{Done, Failed, takes_no_words};
use crate::house::House;
use crate::needs;
use crate::shell::say;

pub(crate) use error_pages::{FOLDER as ERROR_PAGES, code_of as error_page_code};

/// A check gives the lines that are wrong; none means it passed.
type Check = fn(&House) -> Done<Vec<String>>;

/// Cheap ones first.
const CHECKS: &[(&str, Check)] = &[
    ("leftovers and machine paths", marks::check),
    ("file sizes", file_sizes::check),
    ("links between pages", links::check),
    ("pages of error codes", error_pages::check),
    ("unused dependencies", unused::check),
    ("reasons of dependencies", dependency_reasons::check),
    ("licences of dependencies", licences::check),
    ("format", format),
    ("clippy", clippy),
];

pub(crate) fn run(house: &House, rest: &[String]) -> Done {
    takes_no_words(rest)?;
    needs::provide(house, needs::Purpose::Build)?;
    let mut failed = Vec::new();
    for (name, check) in CHECKS {
        let wrong = check(house).unwrap_or_else(|failure| vec![failure.to_string()]);
        say(&format!("{name}: {}", if wrong.is_empty() { "ok" } else { "FAILED" }));
        for line in &wrong {
            say(&format!("  {line}"));
        }
        if !wrong.is_empty() {
            failed.push(*name);
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Failed::new(format!("failed: {}", failed.join("; "))))
    }
}

fn format(house: &House) -> Done<Vec<String>> {
    house.cargo("fmt --all --check").go()?;
    Ok(Vec::new())
}

fn clippy(house: &House) -> Done<Vec<String>> {
    house
        .cargo("clippy --locked --workspace --all-targets")
        .words(
            "--features xtask/notification-page,xtask/openapi,xtask/postgres-schema,xtask/sqlite-schema -- -D warnings",
        )
        .go()?;
    Ok(Vec::new())
}
