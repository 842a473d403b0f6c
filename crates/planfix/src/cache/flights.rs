//! Requests under way, shared by those who ask the same.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::Failure;
use tokio::sync::OnceCell;

/// One request under way: whoever comes first carries it, the others wait; should the carrier be
/// dropped, one of them takes over.
type Flight<V> = Arc<OnceCell<Result<V, Failure>>>;

pub(super) struct Flights<K, V> {
    under_way: Mutex<HashMap<K, Flight<V>>>,
}

impl<K, V> Default for Flights<K, V> {
    fn default() -> Self {
        Self { under_way: Mutex::new(HashMap::new()) }
    }
}

impl<K: Clone + Eq + Hash, V: Clone> Flights<K, V> {
    /// The outcome of the flight of that key, starting it when there is none.
    pub(super) async fn join<F>(&self, key: &K, carry: impl FnOnce() -> F) -> Result<V, Failure>
    where
        F: Future<Output = Result<V, Failure>>,
    {
        let seat = Seat { flights: self, key, flight: self.board(key) };
        seat.flight.get_or_init(carry).await.clone()
    }

    fn board(&self, key: &K) -> Flight<V> {
        Arc::clone(self.under_way().entry(key.clone()).or_default())
    }

    fn under_way(&self) -> MutexGuard<'_, HashMap<K, Flight<V>>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody's share in a flight; whoever leaves a landed flight, or leaves it last, strikes it off.
struct Seat<'a, K: Clone + Eq + Hash, V: Clone> {
    flights: &'a Flights<K, V>,
    key: &'a K,
    flight: Flight<V>,
}

impl<K: Clone + Eq + Hash, V: Clone> Drop for Seat<'_, K, V> {
    fn drop(&mut self) {
        let mut under_way = self.flights.under_way();
        let listed =
            under_way.get(self.key).is_some_and(|flight| Arc::ptr_eq(flight, &self.flight));
        // Two holders are the list and this seat: nobody else waits.
        if listed && (self.flight.initialized() || Arc::strong_count(&self.flight) <= 2) {
            under_way.remove(self.key);
        }
    }
}
