//! Has the pages built in anew whenever one was written.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    writeln!(std::io::stdout(), "cargo::rerun-if-changed=../../docs/errors")
}
