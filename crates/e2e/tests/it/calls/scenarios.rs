//! Every scenario of the sandbox, as the demo plays it: what Planfix was asked to change, what the
//! history then shows, and how the journal tells it.

use std::time::Duration;

use e2e::{World, WorldBuilder};
use sandbox::scenarios::{self, Group};

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

#[tokio::test]
async fn every_scenario_between_both_sides_leaves_what_it_promises() {
    for interplay in scenarios::INTERPLAYS {
        let world = WorldBuilder::default().asks_for(Duration::from_millis(50)).start().await;
        match interplay.group {
            Group::Leads => world.play_interplay_with_leads(interplay).await,
            _ => world.play_interplay(interplay).await,
        }
        let told = world.without_ports(&world.told_all().await);
        let seen = format!("{}\n\n{}\n\n{told}", interplay.title.ru, world.ledger());
        insta::with_settings!({ description => interplay.sees.en, snapshot_suffix => interplay.id }, {
            insta::assert_snapshot!("interplay", seen);
        });
        assert!(world.planfix().ledger().violations().is_empty(), "{}", interplay.id);
    }
}
