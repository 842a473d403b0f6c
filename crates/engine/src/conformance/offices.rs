//! An office is held by one at a time.

use std::sync::Arc;

use ambient::ManualClock;
use futures::future::join_all;
use jiff::SignedDuration;

use super::desk::{Desk, at};
use crate::{Office, Tenure};

const TERM: i64 = 15;

/// An office and the clock it goes by.
struct Town {
    office: Office,
    clock: Arc<ManualClock>,
}

impl Town {
    fn at(desk: &Desk) -> Self {
        let clock = Arc::new(ManualClock::at(at(0)));
        let term = SignedDuration::from_secs(TERM);
        let office = Office::new(Arc::clone(&desk.store), clock.clone(), "duties", term);
        Self { office, clock }
    }

    async fn take(&self, holder: &str) -> Option<Tenure> {
        self.office.take(holder).await.unwrap()
    }

    fn pass(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }
}

pub async fn an_office_is_held_by_one_at_a_time(desk: Desk) {
    let town = Town::at(&desk);
    assert!(town.take("one").await.is_some());
    assert!(town.take("two").await.is_none());
    assert!(town.take("one").await.is_some());
}

pub async fn an_office_whose_holder_is_gone_is_taken_after_its_term(desk: Desk) {
    let town = Town::at(&desk);
    town.take("one").await.unwrap();
    town.pass(TERM - 1);
    assert!(town.take("two").await.is_none());
    town.pass(1);
    assert!(town.take("two").await.is_some());
}

pub async fn a_renewed_office_is_not_taken(desk: Desk) {
    let town = Town::at(&desk);
    let tenure = town.take("one").await.unwrap();
    town.pass(TERM - 1);
    assert!(tenure.renew().await.unwrap());
    town.pass(TERM - 1);
    assert!(town.take("two").await.is_none());
}

pub async fn a_lost_office_is_not_renewed(desk: Desk) {
    let town = Town::at(&desk);
    let lost = town.take("one").await.unwrap();
    town.pass(TERM);
    town.take("two").await.unwrap();
    assert!(!lost.renew().await.unwrap());
    // nor kept: this returns
    lost.keep().await;
}

pub async fn an_office_given_back_is_free_at_once(desk: Desk) {
    let town = Town::at(&desk);
    town.take("one").await.unwrap().resign().await.unwrap();
    assert!(town.take("two").await.is_some());
}

pub async fn who_lost_an_office_can_not_give_it_back(desk: Desk) {
    let town = Town::at(&desk);
    let lost = town.take("one").await.unwrap();
    town.pass(TERM);
    town.take("two").await.unwrap();
    lost.resign().await.unwrap();
    assert!(town.take("three").await.is_none());
}

pub async fn of_many_who_take_an_office_one_holds_it(desk: Desk) {
    let town = Town::at(&desk);
    let holders: Vec<_> = (0..12).map(|number| number.to_string()).collect();
    let taken = join_all(holders.iter().map(|holder| town.take(holder))).await;
    assert_eq!(taken.iter().flatten().count(), 1);
}
