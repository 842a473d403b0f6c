//! `cargo xtask test`: every test there is, on a machine with nothing prepared.
//!
//! Black-box tests find the program by `SVYAZKA_BIN`. Set it to test another build of the program,
//! one you have installed, say; left unset, it is built here.

use std::ffi::OsString;

use crate::failed::{Done, takes_no_words};
use crate::house::House;
use crate::needs::{self, Purpose};
use crate::shell::say;
use crate::web;

pub(crate) fn run(house: &House, rest: &[String]) -> Done {
    takes_no_words(rest)?;
    needs::provide(house, Purpose::Test)?;
    web::build(house)?;
    let binary = binary_under_test(house)?;
    test_rust(house, &binary)?;
    test_on_postgres(house)?;
    web::test(house, &binary)
}

/// The program for black-box tests. Programs and tests are built by one call, since both at once
/// agree on the features of their dependencies and no crate is built twice.
fn binary_under_test(house: &House) -> Done<OsString> {
    house.cargo("build --locked --workspace --bins --tests").go()?;
    match std::env::var_os("SVYAZKA_BIN") {
        Some(given) => {
            say(&format!("testing the given program: {}", given.to_string_lossy()));
            Ok(given)
        }
        None => Ok(house.built_binary("svyazka")?.into_os_string()),
    }
}

fn test_rust(house: &House, binary: &OsString) -> Done {
    if has_nextest(house) {
        house
            .cargo("nextest run --locked --workspace --no-fail-fast")
            .env("SVYAZKA_BIN", binary)
            .go()?;
    } else {
        say("cargo-nextest is not installed: plain `cargo test` (slower, the same tests)");
        house
            .cargo("test --locked --workspace --bins --lib --tests")
            .env("SVYAZKA_BIN", binary)
            .go()?;
    }
    house.cargo("test --locked --workspace --doc").go()
}

/// What stands on a store passes on SQLite and on PostgreSQL alike: the same tests once more. Those of the
/// built program choose their database themselves.
fn test_on_postgres(house: &House) -> Done {
    say("once more, on PostgreSQL");
    let packages = "--package cabinet --package bridge --package server --package e2e";
    let tests = if has_nextest(house) {
        let run = house.cargo("nextest run --locked --no-fail-fast").words(packages);
        run.word("-E").word("kind(test) and not test(/^binary::/)")
    } else {
        house.cargo("test --locked --test it").words(packages).words("-- --skip binary::")
    };
    tests.env("SVYAZKA_TEST_STORE", "postgres").go()
}

fn has_nextest(house: &House) -> bool {
    house.cargo("--list").read().is_ok_and(|list| {
        list.lines().any(|line| line.split_whitespace().next() == Some("nextest"))
    })
}
