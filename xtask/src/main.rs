//! The one door for people: everything that is done with the project is a word after `cargo xtask`.
//!
//! This is the first thing compiled on a fresh machine, so it uses the standard library only.

mod bench;
mod ci;
mod demo;
mod failed;
mod generate;
mod house;
mod lint;
mod needs;
mod policy;
mod readme;
mod shell;
mod test;
mod web;

use std::process::ExitCode;

use failed::{Done, Failed};
use house::House;

/// The words, what each does, and the code behind it.
const WORDS: &[Word] = &[
    Word { name: "demo", about: "build everything and run `svyazka demo`", run: demo::run },
    Word { name: "test", about: "run every test there is", run: test::run },
    Word { name: "lint", about: "the wall: format, clippy, licences, house rules", run: lint::run },
    Word {
        name: "gen",
        about: "write generated files anew (--check: only compare)",
        run: generate::run,
    },
    Word { name: "bench", about: "measure the speed", run: bench::run },
    Word { name: "ci", about: "what must pass before a change lands", run: ci::run },
];

/// One subcommand.
struct Word {
    name: &'static str,
    about: &'static str,
    run: fn(&House, &[String]) -> Done,
}

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let chosen = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();

    let Some(word) = WORDS.iter().find(|word| word.name == chosen) else {
        return usage(&chosen);
    };
    match House::find().and_then(|house| (word.run)(&house, &rest)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            shell::say(&format!("xtask {chosen}: {failure}"));
            ExitCode::from(failure.exit_status())
        }
    }
}

fn usage(chosen: &str) -> ExitCode {
    if !matches!(chosen, "" | "help" | "--help" | "-h") {
        shell::say(&format!("xtask: there is no `{chosen}`"));
    }
    shell::say("cargo xtask WORD:");
    for word in WORDS {
        shell::say(&format!("  {:<6} {}", word.name, word.about));
    }
    ExitCode::from(Failed::WRONG_WORDS)
}
