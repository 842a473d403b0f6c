//! `cargo xtask demo [words]`: everything built, then `svyazka demo [words]`.

use crate::failed::Done;
use crate::house::House;
use crate::needs;
use crate::shell::{Run, say};

pub(crate) fn run(house: &House, rest: &[String]) -> Done {
    needs::provide(house, needs::Purpose::Demo)?;
    build_web(house)?;
    say("building svyazka (the first time takes a few minutes)");
    house.cargo("build --locked --package svyazka").go()?;

    let binary = house.built_binary("svyazka")?;
    let mut demo = Run::new(&binary.to_string_lossy(), &house.root).word("demo");
    for word in rest {
        demo = demo.word(word);
    }
    Err(demo.become_it())
}

fn build_web(house: &House) -> Done {
    if !house.has_web() {
        say("no web/ yet: nothing to build there");
        return Ok(());
    }
    let web = house.path("web");
    Run::new("npm", &web).words("ci --no-audit --no-fund").go()?;
    Run::new("npm", &web).words("run build").go()
}
