//! `docs/notifications.md`: the notification bodies to paste into UIS.

use super::output::Output;
use crate::failed::Done;
use crate::house::House;

pub(super) fn make(house: &House) -> Done<Output> {
    let page = house
        .cargo("run --quiet --locked --package xtask --features notification-page")
        .words("--bin notification-page")
        .read()?;
    Ok(Output::file("docs/notifications.md", page))
}
