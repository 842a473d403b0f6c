//! `docs/errors/README.md`: the list of error pages, from their titles.

use std::fmt::Write as _;

use super::output::Output;
use crate::failed::Done;
use crate::house::House;
use crate::lint::{ERROR_PAGES, error_page_code};

const HEAD: &str = "\
<!-- written by `cargo xtask gen` from the pages' titles -->
# Коды ошибок · Error codes

Код стоит в журнале, в ответах `svyazka connection check` и в логе. На странице кода написано, что
случилось, что проверить и как исправить.
A code stands in the journal, in `svyazka connection check` and in the log; each page ends in English.

| код | что это |
|---|---|
";

pub(super) fn make(house: &House) -> Done<Output> {
    let mut index = HEAD.to_owned();
    for file in house.files()? {
        let Some(code) = error_page_code(&file) else { continue };
        let page = house.read(&file)?;
        let title =
            page.lines().next().and_then(|line| line.split_once(": ")).map_or("", |(_, t)| t);
        writeln!(index, "| [{code}]({code}.md) | {title} |")?;
    }
    Ok(Output::file(&format!("{ERROR_PAGES}README.md"), index))
}
