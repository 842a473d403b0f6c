//! `docs/openapi.json`: a change of the API shows as a change of this file.

use super::output::Output;
use crate::failed::Done;
use crate::house::House;

pub(super) fn make(house: &House) -> Done<Output> {
    let description = house
        .cargo("run --quiet --locked --package xtask --features openapi --bin openapi")
        .read()?;
    Ok(Output::file("docs/openapi.json", description))
}
