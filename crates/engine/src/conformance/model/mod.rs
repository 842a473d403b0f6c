//! Storms of trouble against the whole engine on a store, and what must hold afterwards.
//!
//! A [`storm`] is a list of actions: events come, come twice, the other side refuses, throttles, answers
//! nothing, the process crashes or is thought dead, lanes are replayed. A [`flow`] of a few lanes works
//! through it against a [`world`] that counts what was really carried out. Then the world heals, the
//! engine runs until nothing is left to do, and the [`promises`] are checked; then every lane is
//! replayed, which must mend all that was given up and double nothing.
//!
//! The storms are the same in every run. `PROPTEST_CASES` asks for more of them; a storm that breaks a
//! promise is made as small as it can be.

mod driver;
mod flow;
mod promises;
mod storm;
mod world;

use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};

use super::Fresh;
use driver::Driver;

/// How many storms are played unless more are asked for.
const STORMS: u32 = 80;

/// Plays the storms, each on a fresh store.
///
/// # Panics
/// When a promise is broken; the message holds the smallest storm that breaks it.
pub fn the_engine_keeps_its_promises_in_every_storm<F: Future<Output = Fresh>>(
    open: impl Fn() -> F,
) {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let config = Config {
        cases: cases.unwrap_or(STORMS),
        failure_persistence: None,
        max_shrink_iters: 2000,
        ..Config::default()
    };
    let same_every_time = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, same_every_time);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let played = runner.run(&storm::storm(), |storm| {
        runtime.block_on(async { play(open().await, &storm).await });
        Ok(())
    });
    match played {
        Ok(()) => {}
        Err(TestError::Fail(why, storm)) => panic!("{why}\nin the storm {storm:#?}"),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

async fn play(fresh: Fresh, storm: &[storm::Action]) {
    let Fresh { store, guard } = fresh;
    let mut driver = Driver::new(store);
    for action in storm {
        driver.act(action).await;
    }
    driver.world.heal();
    driver.until_quiet().await;
    promises::after_the_storm(&driver).await;
    driver.replay_everything().await;
    driver.until_quiet().await;
    promises::after_the_replay(&driver).await;
    drop(guard);
}
