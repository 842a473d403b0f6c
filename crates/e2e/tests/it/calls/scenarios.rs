//! Every scenario of the sandbox, as the demo plays it: what Planfix was asked to change, what the
//! history then shows, and how the journal tells it.

use e2e::World;
use sandbox::scenarios;

#[tokio::test]
async fn every_scenario_leaves_what_it_promises() {
    for scenario in scenarios::ALL {
        let world = World::start().await;
        world.play_scenario(scenario).await;
        let told = world.told_all().await;
        let seen = format!("{}\n\n{}\n\n{told}", scenario.title.ru, world.ledger());
        insta::with_settings!({ description => scenario.sees.en, snapshot_suffix => scenario.id }, {
            insta::assert_snapshot!("scenario", seen);
        });
        assert!(world.planfix().ledger().violations().is_empty(), "{}", scenario.id);
    }
}
