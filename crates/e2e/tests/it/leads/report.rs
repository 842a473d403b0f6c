//! The report of leads: read now and then, whatever happens to UIS meanwhile.

use e2e::World;
use sandbox::faults::{Fault, Injection};
use sandbox::uis::{Lead, ReportLag};
use sandbox::{Door, faults::When};

use super::olga;

fn readings(world: &World) -> usize {
    world.uis().ledger().containing("get.offline_messages_report").len()
}

#[tokio::test]
async fn a_lead_that_shows_late_is_taken_in_once() {
    let world = World::start().await;
    world.uis().configure(|settings| settings.lead_lag = ReportLag::Secs(3600));
    world.leave(&olga()).await;
    assert!(world.journal().await.is_empty());
    for _ in 0..4 {
        world.pass(1200).await;
        world.read_leads().await;
    }
    assert_eq!(world.planfix().tasks().len(), 1, "{}", world.told_all().await);
    assert_eq!(world.journal().await.len(), 1);
}

#[tokio::test]
async fn an_hour_without_uis_is_made_up_for() {
    let world = World::start().await;
    world.read_leads().await;
    let down = Injection::new(Door::DataApi, Fault::ServerError { when: When::BeforeCommit });
    world.uis().faults().inject(down);
    for minute in 0..6 {
        world.uis().leave(&Lead::of("Гость").phone(&format!("7903000000{minute}"))).await;
        world.pass(600).await;
        world.read_leads().await;
    }
    assert!(world.journal().await.is_empty());
    world.uis().faults().clear();
    world.read_leads().await;
    assert_eq!(world.planfix().contacts().len(), 6, "{}", world.told_all().await);
    assert_eq!(world.planfix().tasks().len(), 6);
}

#[tokio::test]
async fn leads_from_before_they_were_switched_on_are_not_made_up_for() {
    let off = &[("text:\n  enabled: true", "text:\n  enabled: false")];
    let world = World::start().await;
    world.read_leads().await;
    world.change_settings(off).await;
    world.read_leads().await;
    world.uis().leave(&olga()).await;
    world.pass(3600).await;
    world.read_leads().await;
    world.change_settings(&[]).await;
    world.read_leads().await;
    assert!(world.journal().await.is_empty(), "{}", world.told_all().await);
    world.leave(&olga()).await;
    assert_eq!(world.planfix().tasks().len(), 1);
}

#[tokio::test]
async fn the_report_is_read_once_a_minute_and_less_often_where_points_are_few() {
    let world = World::start().await;
    let hour = async |world: &World| {
        let before = readings(world);
        for _ in 0..60 {
            world.pass(60).await;
            world.bridge().duties.run_due().await.unwrap();
        }
        readings(world) - before
    };
    assert_eq!(hour(&world).await, 60);
    world.uis().configure(|settings| settings.limits.day = 1000);
    world.read_leads().await;
    let read = hour(&world).await;
    assert!((8..=30).contains(&read), "{read}");
}

#[tokio::test]
async fn nobody_reads_it_for_a_connection_without_leads() {
    let world = World::with(&[("text:\n  enabled: true", "text:\n  enabled: false")]).await;
    for _ in 0..5 {
        world.read_leads().await;
    }
    assert_eq!(readings(&world), 0);
}
