//! `cargo xtask ci`: what must pass before a change lands.

use std::time::Duration;

use crate::failed::{Done, Failed, takes_no_words};
use crate::house::House;
use crate::readme;
use crate::shell::{Run, say};

/// Set alike for all steps, so that nothing is built twice with other settings: no debug
/// information and no incremental files halve the build of a clone that is thrown away after.
const BUILD_SETTINGS: &[(&str, &str)] =
    &[("CARGO_PROFILE_DEV_DEBUG", "0"), ("CARGO_INCREMENTAL", "0")];

/// A step's name and the command line of it.
type Step = (&'static str, String);

pub(crate) fn run(house: &House, rest: &[String]) -> Done {
    takes_no_words(rest)?;
    let steps: [Step; 3] = [
        ("lint", "cargo xtask lint".to_owned()),
        ("test, as the README says", readme::test_command(house)?),
        ("generated files", "cargo xtask gen --check".to_owned()),
    ];

    let mut report = Vec::new();
    let mut failed = Vec::new();
    for (name, commands) in &steps {
        say(&format!("\n=== {name}"));
        let (outcome, took) = timed(|| shell_commands(house, commands));
        let word = if outcome.is_ok() { "passed" } else { "FAILED" };
        report.push(format!("  {word}  {:>6.1} s  {name}", took.as_secs_f64()));
        if let Err(failure) = outcome {
            say(&failure.to_string());
            failed.push(*name);
        }
    }

    say(&format!("\n=== summary\n{}", report.join("\n")));
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Failed::new(format!("failed: {}", failed.join("; "))))
    }
}

fn shell_commands(house: &House, commands: &str) -> Done {
    let mut shell = Run::new("sh", &house.root).words("-euc").word(commands);
    for (name, value) in BUILD_SETTINGS {
        shell = shell.env(name, value);
    }
    shell.go()
}

#[expect(clippy::disallowed_methods, reason = "the tool times its own steps on the real clock")]
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = std::time::Instant::now();
    let outcome = work();
    (outcome, start.elapsed())
}
