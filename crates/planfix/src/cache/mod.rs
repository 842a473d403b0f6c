//! What has been read lately and need not be asked again: the account's requests are the scarce thing.

mod flights;

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambient::Clock;
use domain::Failure;
use jiff::{SignedDuration, Timestamp};
use upstream::Priority;

use flights::Flights;

/// Values by key, each good for a while; concurrent askers of one key share one request.
pub struct Cache<K, V> {
    clock: Arc<dyn Clock>,
    lives: SignedDuration,
    room: usize,
    worth_keeping: fn(&V) -> bool,
    kept: Mutex<Kept<K, V>>,
    flights: Flights<(K, Priority), V>,
}

struct Kept<K, V> {
    entries: HashMap<K, Entry<V>>,
    /// Counts the clearings: what was asked before one must not be kept after it.
    generation: u64,
}

struct Entry<V> {
    value: V,
    good_until: Timestamp,
}

impl<K: Clone + Eq + Hash, V: Clone> Cache<K, V> {
    /// An empty cache whose values are good for `lives`, at most `room` of them.
    pub fn new(clock: Arc<dyn Clock>, lives: SignedDuration, room: usize) -> Self {
        let kept = Mutex::new(Kept { entries: HashMap::new(), generation: 0 });
        Self { clock, lives, room, worth_keeping: |_| true, kept, flights: Flights::default() }
    }

    /// Keeps only the values for which the function says so; the others are asked for each time.
    #[must_use]
    pub fn keeping(mut self, worth_keeping: fn(&V) -> bool) -> Self {
        self.worth_keeping = worth_keeping;
        self
    }

    /// The value of the key: kept, or loaded. Those who ask for it while it is being loaded with the
    /// same priority wait for that one load, its failure included; a more urgent asker is not made to
    /// wait behind a less urgent load.
    ///
    /// # Errors
    /// The load's own failure.
    pub async fn get_or_load<F>(
        &self,
        key: &K,
        priority: Priority,
        load: impl FnOnce() -> F,
    ) -> Result<V, Failure>
    where
        F: Future<Output = Result<V, Failure>>,
    {
        if let Some(value) = self.fresh(key) {
            return Ok(value);
        }
        let flight = (key.clone(), priority);
        self.flights
            .join(&flight, || async {
                let generation = self.kept().generation;
                let value = load().await?;
                self.keep(key, &value, generation);
                Ok(value)
            })
            .await
    }

    /// The value as it was last loaded, also when it is past its time; asks nobody.
    pub fn recall(&self, key: &K) -> Option<V> {
        self.kept().entries.get(key).map(|entry| entry.value.clone())
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.forget_where(|_, _| true);
    }

    /// Forgets the values for which the function says so.
    pub fn forget_where(&self, mut of_it: impl FnMut(&K, &V) -> bool) {
        let mut kept = self.kept();
        kept.generation += 1;
        kept.entries.retain(|key, entry| !of_it(key, &entry.value));
    }

    fn fresh(&self, key: &K) -> Option<V> {
        let now = self.clock.now();
        self.kept().entries.get(key).filter(|entry| entry.good_until > now).map(|e| e.value.clone())
    }

    fn keep(&self, key: &K, value: &V, generation: u64) {
        if !(self.worth_keeping)(value) {
            return;
        }
        let now = self.clock.now();
        let good_until = now.saturating_add(self.lives).unwrap_or(Timestamp::MAX);
        let mut kept = self.kept();
        if kept.generation != generation {
            return;
        }
        if kept.entries.len() >= self.room {
            kept.make_room(now);
        }
        kept.entries.insert(key.clone(), Entry { value: value.clone(), good_until });
    }

    fn kept(&self) -> MutexGuard<'_, Kept<K, V>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Clone + Eq + Hash, V> Kept<K, V> {
    /// Drops what is past its time, and the older half when that frees nothing.
    fn make_room(&mut self, now: Timestamp) {
        let full = self.entries.len();
        self.entries.retain(|_, entry| entry.good_until > now);
        if self.entries.len() < full {
            return;
        }
        let mut ends: Vec<Timestamp> =
            self.entries.values().map(|entry| entry.good_until).collect();
        ends.sort_unstable();
        if let Some(middle) = ends.get(ends.len() / 2).copied() {
            self.entries.retain(|_, entry| entry.good_until > middle);
        }
    }
}

impl<K, V> fmt::Debug for Cache<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache")
            .field("lives", &self.lives)
            .field("room", &self.room)
            .finish_non_exhaustive()
    }
}
