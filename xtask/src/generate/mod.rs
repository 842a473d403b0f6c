//! `cargo xtask gen [--check]`: files that are made from others, kept in git so that they can be
//! reviewed, and never out of date because `--check` compares.

mod error_index;
mod notification_page;
mod openapi;
mod output;
mod queries;
mod settings_example;

use crate::failed::{Done, Failed};
use crate::house::House;
use crate::needs;
use crate::shell::say;
use output::Output;

/// Makes what the repository should hold, changing nothing there.
type Make = fn(&House) -> Done<Output>;

/// All generators: what each makes, and the code that makes it.
const GENERATORS: &[(&str, Make)] = &[
    ("index of error pages", error_index::make),
    ("example of all settings", settings_example::make),
    ("notification bodies", notification_page::make),
    ("description of the API", openapi::make),
    ("checked queries of store-sqlite", queries::sqlite),
    ("checked queries of store-postgres", queries::postgres),
];

pub(crate) fn run(house: &House, rest: &[String]) -> Done {
    let only_check = match rest.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => false,
        ["--check"] => true,
        _ => return Err(Failed::wrong_words("gen takes nothing but --check")),
    };

    needs::provide(house, needs::Purpose::Test)?;
    let mut out_of_date = false;
    for (name, make) in GENERATORS {
        let output = make(house)?;
        let differences = output.differences(house)?;
        say(&format!("{name}: {}", if differences.is_empty() { "up to date" } else { "differs" }));
        for difference in &differences {
            say(&format!("  {difference}"));
        }
        if !only_check {
            output.write(house)?;
        }
        out_of_date |= !differences.is_empty();
    }
    if only_check && out_of_date {
        return Err(Failed::new(
            "generated files are out of date: run `cargo xtask gen` and commit",
        ));
    }
    Ok(())
}
