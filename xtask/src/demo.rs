//! `cargo xtask demo [words]`: everything built, then `svyazka demo [words]`.

use crate::failed::Done;
use crate::house::House;
use crate::needs::{self, Purpose};
use crate::shell::{Run, say};
use crate::web;

pub(crate) fn run(house: &House, rest: &[String]) -> Done {
    needs::provide(house, Purpose::Build)?;
    web::build(house)?;
    say("building svyazka (the first time takes a few minutes)");
    house.cargo("build --locked --package svyazka").go()?;

    let binary = house.built_binary("svyazka")?;
    let mut demo = Run::new(&binary.to_string_lossy(), &house.root).word("demo");
    for word in rest {
        demo = demo.word(word);
    }
    Err(demo.become_it())
}
