//! What must be on the machine beside Rust, as data: a new need is one more entry.

use crate::failed::{Done, Failed};
use crate::house::House;
use crate::shell::{Run, has_command, say};

/// A program some part of the project can't do without.
struct Need {
    /// The program, as it is called.
    command: &'static str,
    /// Whether it is there.
    there: fn(&str) -> bool,
    /// What it is needed for.
    why: &'static str,
    /// Debian's package that brings it, where that package is fresh enough.
    debian: Option<&'static str>,
    /// How a person gets it where we can't install it.
    otherwise: &'static str,
    /// Whether anything in the project uses it by now.
    used: fn(&House) -> bool,
    /// Whether only tests do.
    only_tests: bool,
}

/// What the needs are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Building and running.
    Build,
    /// Testing, too.
    Test,
}

const NEEDS: &[Need] = &[
    Need {
        command: "git",
        there: has_command,
        why: "lists the project's files",
        debian: Some("git"),
        otherwise: "https://git-scm.com/downloads",
        used: |_| true,
        only_tests: false,
    },
    Need {
        command: "initdb",
        there: |command| has_command(command) || debian_has_postgres(command),
        why: "the tests start a PostgreSQL of their own",
        debian: Some("postgresql"),
        otherwise: "PostgreSQL 15 or newer, its programs in PATH: https://www.postgresql.org/download",
        used: |_| true,
        only_tests: true,
    },
    Need {
        command: "pgbouncer",
        there: has_command,
        why: "a test puts a transaction pooler between the program and its database",
        debian: Some("pgbouncer"),
        otherwise: "https://www.pgbouncer.org/install.html",
        used: |_| true,
        only_tests: true,
    },
    Need {
        command: "npm",
        there: has_command,
        why: "builds and tests web/",
        debian: None, // Debian 12 has node 18, web/ needs 20
        otherwise: "Node.js 20 or newer with npm: https://nodejs.org/en/download",
        used: House::has_web,
        only_tests: false,
    },
    Need {
        command: "chromium",
        there: has_command,
        why: "opens the cabinet in the tests of web/",
        debian: Some("chromium"),
        otherwise: "https://www.chromium.org/getting-involved/download-chromium/",
        used: House::has_web,
        only_tests: true,
    },
];

/// Makes sure that everything in use is there, installing what Debian has when we are root.
///
/// # Errors
/// Something is missing and can't be installed by us; the message says how to get it.
pub(crate) fn provide(house: &House, purpose: Purpose) -> Done {
    let needed = |need: &&Need| {
        (purpose == Purpose::Test || !need.only_tests) && (need.used)(house) && !need.is_there()
    };
    let missing: Vec<&Need> = NEEDS.iter().filter(needed).collect();
    let packages: Vec<&str> = missing.iter().filter_map(|need| need.debian).collect();
    if !packages.is_empty() && may_install() {
        install(house, &packages)?;
    }
    let still_missing: Vec<String> =
        missing.iter().filter(|need| !need.is_there()).map(|need| need.advice()).collect();
    if still_missing.is_empty() {
        Ok(())
    } else {
        Err(Failed::new(format!("missing on this machine:\n{}", still_missing.join("\n"))))
    }
}

impl Need {
    fn is_there(&self) -> bool {
        (self.there)(self.command)
    }

    fn advice(&self) -> String {
        let Self { command, why, otherwise, .. } = self;
        match self.debian {
            Some(package) => {
                format!("  {command} ({why}): apt-get install {package}, or {otherwise}")
            }
            None => format!("  {command} ({why}): {otherwise}"),
        }
    }
}

/// Debian keeps PostgreSQL's programs in a folder for each version, outside `PATH`.
fn debian_has_postgres(command: &str) -> bool {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    versions.map(|version| version.path().join("bin").join(command)).any(|path| path.is_file())
}

/// Whether we are root on a Debian.
fn may_install() -> bool {
    let root = Run::new("id", ".".as_ref()).word("-u").read().is_ok_and(|id| id.trim() == "0");
    root && has_command("apt-get")
}

fn install(house: &House, packages: &[&str]) -> Done {
    say(&format!("installing Debian packages: {}", packages.join(", ")));
    Run::new("apt-get", &house.root).words("update -qq").go()?;
    Run::new("apt-get", &house.root)
        .words("install -y -qq --no-install-recommends")
        .words(&packages.join(" "))
        .env("DEBIAN_FRONTEND", "noninteractive")
        .go()
}
