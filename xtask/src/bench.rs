//! `cargo xtask bench`: how fast it is. Speed is measured here and nowhere else: tests never depend on it.

use crate::failed::Done;
use crate::house::House;
use crate::shell::say;

/// The benchmarks: a package and the name of its bench.
const BENCHES: &[(&str, &str)] = &[("test-stores", "engine")];

pub(crate) fn run(house: &House, _rest: &[String]) -> Done {
    for (package, bench) in BENCHES {
        say(&format!("{package}/{bench}, release build"));
        house.cargo(&format!("bench --locked --package {package} --bench {bench}")).go()?;
    }
    Ok(())
}
