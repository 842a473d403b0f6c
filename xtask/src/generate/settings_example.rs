//! `docs/connection.yaml`: the example of every setting, which the tests of `domain` parse.

use super::output::Output;
use crate::failed::Done;
use crate::house::House;

const TESTED: &str = "crates/domain/tests/fixtures/connection.yaml";

pub(super) fn make(house: &House) -> Done<Output> {
    Ok(Output::file("docs/connection.yaml", house.read(TESTED)?))
}
