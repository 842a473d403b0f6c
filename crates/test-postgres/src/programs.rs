//! Where PostgreSQL's own programs are, and how they are called.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where Debian keeps the programs of each version, outside `PATH`.
const DEBIAN: &str = "/usr/lib/postgresql";

/// Runs one of the programs that must not run as root, and returns what it printed.
pub(crate) fn run(program: &str, arguments: &[&str]) -> String {
    let output = command(program, arguments).stdin(Stdio::null()).output().unwrap();
    let printed = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(
        output.status.success(),
        "{program} {}: {}{}",
        arguments.join(" "),
        printed(&output.stdout),
        printed(&output.stderr)
    );
    printed(&output.stdout)
}

/// The call of a program. Debian's package makes a user `postgres`, who runs it when we are root.
pub(crate) fn command(program: &str, arguments: &[&str]) -> Command {
    let own = folder().join(program);
    // a pooler stands in PATH, where PostgreSQL's own programs need not
    let path = if own.exists() { own } else { program.into() };
    let mut command = if is_root() {
        let mut as_postgres = Command::new("setpriv");
        as_postgres.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(path);
        as_postgres
    } else {
        Command::new(path)
    };
    command.args(arguments).current_dir("/");
    command
}

/// Makes a folder that the server may fill.
pub(crate) fn make_folder(path: &Path) {
    std::fs::create_dir_all(path).unwrap();
    if is_root() {
        let given = Command::new("chown").arg("postgres").arg(path).status().unwrap();
        assert!(given.success(), "chown postgres {}", path.display());
    }
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").unwrap().uid() == 0
}

/// The folder of the newest version's programs; empty when they stand in `PATH`.
fn folder() -> PathBuf {
    let versions = std::fs::read_dir(DEBIAN).into_iter().flatten().flatten();
    let number = |folder: &PathBuf| folder.file_name()?.to_str()?.parse::<u32>().ok();
    let newest = versions
        .map(|entry| entry.path())
        .filter(|folder| folder.join("bin/initdb").exists())
        .max_by_key(number);
    newest.map(|folder| folder.join("bin")).unwrap_or_default()
}
