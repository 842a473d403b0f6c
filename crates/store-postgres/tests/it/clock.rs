//! All nodes go by the database's clock.

use ambient::Clock as _;
use jiff::SignedDuration;
use store_postgres::{DatabaseClock, testing};

#[tokio::test]
async fn the_clock_shows_the_time_of_the_database() {
    let (store, database) = testing::fresh().await;
    let clock = DatabaseClock::of(&store).await.unwrap();

    let mut postgres = database.connect().await;
    let before = clock.now();
    let told: i64 =
        sqlx::query_scalar("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")
            .fetch_one(&mut postgres)
            .await
            .unwrap();
    let after = clock.now();

    let told = jiff::Timestamp::from_microsecond(told).unwrap();
    let slack = SignedDuration::from_millis(500);
    assert!(before - slack <= told && told <= after + slack, "{before} {told} {after}");
}
