//! What communications have brought.

use bridge::analytics::Question;
use domain::analytics::{Dimension, Line, Table};
use domain::deals::Money;
use e2e::World;
use serde_json::json;

use super::chats::shop_with_chats;
use super::{moved_with, order, shop, told};
use crate::chats::igor;
use crate::leads::olga;

async fn call(world: &World, phone: &str, campaign: &str) {
    let call = world.uis().incoming(phone).from_campaign(campaign);
    world.play(&call.rings("101").answered_by("101").talks_secs(40)).await;
    told(world).await;
}

async fn counted(world: &World, by: Dimension, from: &str, till: &str) -> Table {
    let (from, till) = (from.parse().unwrap(), till.parse().unwrap());
    let connection = world.connection().await;
    world.bridge().analytics.table(&Question { connection, from, till, by }).await.unwrap()
}

const DAY: (&str, &str) = ("2026-03-01T21:00:00Z", "2026-03-02T21:00:00Z");

#[tokio::test]
async fn calls_tasks_deals_and_revenue_are_counted_by_campaign() {
    let world = shop().await;
    call(&world, "79031000001", "Яндекс.Директ: букеты").await;
    call(&world, "79031000002", "Яндекс.Директ: букеты").await;
    call(&world, "79031000003", "Google Ads: розы").await;
    // a repeat of the first client: another call, another task
    call(&world, "79031000001", "Яндекс.Директ: букеты").await;
    let lonely = order(&world, None);
    for (task, status, amount) in [
        (2001, 5, json!(1000)),
        (2002, 6, json!(500)),
        (2003, 2, json!(99.5)),
        (lonely, 5, json!(7)),
    ] {
        world.planfix().change_task(task, moved_with(status, amount));
    }
    told(&world).await;

    let table = counted(&world, Dimension::Campaign, DAY.0, DAY.1).await;
    let lines = table.lines();
    let rubles = |number: i64| Money::hundredths(number * 100);
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(
        lines[0],
        (
            Some("Яндекс.Директ: букеты"),
            Line {
                communications: 3,
                tasks: 3,
                deals: 3,
                won: 1,
                lost: 1,
                revenue: rubles(1000),
                expected: rubles(0),
            }
        )
    );
    assert_eq!(lines[1].1.expected, Money::hundredths(9_950));
    assert_eq!((table.alone.deals, table.alone.revenue), (1, rubles(7)));
    assert_eq!((table.total.communications, table.total.revenue), (4, rubles(1007)));

    let by_employee = counted(&world, Dimension::Employee, DAY.0, DAY.1).await;
    assert_eq!(by_employee.lines()[0].0, Some("Анна Смирнова"));
    assert_eq!(by_employee.total, table.total);
}

#[tokio::test]
async fn leads_and_chats_count_with_their_tasks_deals_and_revenue_like_calls() {
    let world = shop_with_chats().await;
    call(&world, "79031000001", "Яндекс.Директ: букеты").await;
    world.leave(&olga()).await;
    told(&world).await;
    world.chat(igor().writes("Есть пионы?")).await;
    told(&world).await;
    for (task, status, amount) in [(2001, 5, 1000), (2002, 5, 500), (2003, 5, 70)] {
        world.planfix().change_task(task, moved_with(status, json!(amount)));
    }
    told(&world).await;

    let table = counted(&world, Dimension::Campaign, DAY.0, DAY.1).await;
    let told: Vec<_> = table
        .lines()
        .into_iter()
        .map(|(name, line)| (name, line.communications, line.tasks, line.won, line.revenue))
        .collect();
    let rubles = |number: i64| Money::hundredths(number * 100);
    assert_eq!(
        told,
        [
            (Some("Яндекс.Директ: букеты"), 2, 2, 2, rubles(1500)),
            (Some("Посетители без рекламной кампании"), 1, 1, 1, rubles(70)),
        ]
    );
    assert_eq!(table.alone, Line::default(), "every deal is its communication's");
    for by in [Dimension::Source, Dimension::Site] {
        let table = counted(&world, by, DAY.0, DAY.1).await;
        assert_eq!(table.total.revenue, rubles(1570));
        assert!(table.lines().iter().all(|(name, _)| name.is_some()), "{by:?}: {table:?}");
    }
}

#[tokio::test]
async fn a_communication_counts_in_the_period_in_which_it_began() {
    let world = shop().await;
    call(&world, "79031000001", "Яндекс.Директ: букеты").await;
    world.pass(24 * 3600).await;
    world.planfix().change_task(2001, moved_with(5, json!(1000)));
    told(&world).await;
    let first = counted(&world, Dimension::Source, DAY.0, DAY.1).await;
    assert_eq!((first.total.communications, first.total.won), (1, 1));
    let second = counted(&world, Dimension::Source, DAY.1, "2026-03-09T21:00:00Z").await;
    assert_eq!(second.total, Line::default());
}

#[tokio::test]
async fn hundreds_of_communications_are_read_page_by_page() {
    let world = shop().await;
    let tasks: Vec<u64> = (0..620).map(|_| order(&world, None)).collect();
    told(&world).await;
    let table = counted(&world, Dimension::Site, DAY.0, DAY.1).await;
    assert_eq!(table.alone.deals, u64::try_from(tasks.len()).unwrap());
}
