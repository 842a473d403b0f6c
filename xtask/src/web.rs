//! The part of the project that is written for browsers. The program has it built in, so it is built
//! first.

use std::ffi::OsString;

use crate::failed::Done;
use crate::house::House;
use crate::shell::Run;

/// Installs what it is made with, and builds it.
pub(crate) fn build(house: &House) -> Done {
    if !house.has_web() {
        return Ok(());
    }
    let web = house.path("web");
    Run::new("npm", &web).words("ci --no-audit --no-fund").go()?;
    Run::new("npm", &web).words("run build").go()
}

/// Tests it, in a browser too, against the given program.
pub(crate) fn test(house: &House, binary: &OsString) -> Done {
    if !house.has_web() {
        return Ok(());
    }
    Run::new("npm", &house.path("web")).words("test").env("SVYAZKA_BIN", binary).go()
}
