//! Whether the other sides can be reached: what the adapters have really seen, of all nodes together.

mod probe;
mod side;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ambient::Clock;
use engine::model::ConnectionId;
use engine::{Store, StoreError};
use upstream::{Seen, Sight};

pub(crate) use probe::probe_idle;
pub use side::Side;

/// How the names of the records begin.
const BEGINNING: &str = "reach/";

/// What was seen of each side of a connection.
pub type SeenSides = BTreeMap<Side, Seen>;

/// Where the clients of a connection note how their exchanges went.
#[derive(Clone)]
pub(crate) struct Sights {
    pub(crate) data_api: Sight,
    pub(crate) call_api: Sight,
    pub(crate) rest: Sight,
    pub(crate) telephony: Sight,
}

/// What was seen of all sides of all connections.
pub struct Reach {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    sights: Mutex<HashMap<ConnectionId, Sights>>,
    /// What this node has written down last.
    kept: Mutex<HashMap<ConnectionId, SeenSides>>,
}

impl Reach {
    pub(crate) fn new(store: Arc<dyn Store>, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock, sights: Mutex::default(), kept: Mutex::default() }
    }

    /// Where the clients of a connection note what they see. Settings that are only tried, which have no
    /// connection of their own, leave no trace.
    pub(crate) fn sights(&self, id: ConnectionId) -> Sights {
        if id == ConnectionId(0) {
            return Sights::new(&self.clock);
        }
        let mut sights = lock(&self.sights);
        sights.entry(id).or_insert_with(|| Sights::new(&self.clock)).clone()
    }

    /// What was seen of the connections, by this node up to now and by the others up to a minute ago.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn all(&self) -> Result<HashMap<ConnectionId, SeenSides>, StoreError> {
        let mut all = HashMap::new();
        for (name, record) in self.store.records(BEGINNING).await? {
            let id = name.strip_prefix(BEGINNING).and_then(|id| id.parse().ok());
            let Some(id) = id.map(ConnectionId) else { continue };
            // what another version of the program wrote will be seen anew
            let seen: SeenSides = serde_json::from_value(record.value).unwrap_or_default();
            all.insert(id, seen);
        }
        for (id, own) in self.own() {
            merge(all.entry(id).or_default(), &own);
        }
        Ok(all)
    }

    /// Writes down what this node has seen since it did so last, for the others and for after a restart.
    ///
    /// # Errors
    /// When the store fails; then it is written the next time.
    pub async fn keep(&self) -> Result<(), StoreError> {
        for (id, own) in self.own() {
            if lock(&self.kept).get(&id) != Some(&own) {
                self.keep_one(id, &own).await?;
                lock(&self.kept).insert(id, own);
            }
        }
        Ok(())
    }

    async fn keep_one(&self, id: ConnectionId, own: &SeenSides) -> Result<(), StoreError> {
        let name = format!("{BEGINNING}{id}");
        loop {
            let record = self.store.record(&name).await?;
            let over = record.as_ref().map(|record| record.version);
            let known = record.map(|record| record.value).unwrap_or_default();
            let mut seen: SeenSides = serde_json::from_value(known).unwrap_or_default();
            merge(&mut seen, own);
            let value = serde_json::to_value(&seen).map_err(StoreError::broken)?;
            if self.store.swap_record(&name, over, &value).await? {
                return Ok(());
            }
        }
    }

    /// What this node has seen.
    fn own(&self) -> Vec<(ConnectionId, SeenSides)> {
        let sights = lock(&self.sights);
        sights.iter().map(|(id, sights)| (*id, sights.seen())).collect()
    }
}

impl Sights {
    fn new(clock: &Arc<dyn Clock>) -> Self {
        let sight = || Sight::new(Arc::clone(clock));
        Self { data_api: sight(), call_api: sight(), rest: sight(), telephony: sight() }
    }

    /// What was seen, without the sides of which nothing was.
    fn seen(&self) -> SeenSides {
        let all = [
            (Side::UisDataApi, &self.data_api),
            (Side::UisCallApi, &self.call_api),
            (Side::PlanfixRest, &self.rest),
            (Side::PlanfixTelephony, &self.telephony),
        ];
        let seen = all.into_iter().map(|(side, sight)| (side, sight.now()));
        seen.filter(|(_, seen)| seen.last_at().is_some()).collect()
    }
}

fn merge(into: &mut SeenSides, other: &SeenSides) {
    for (side, seen) in other {
        into.entry(*side).or_default().merge(seen);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
