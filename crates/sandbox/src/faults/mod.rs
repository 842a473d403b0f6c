//! Faults on demand: which requests shall fail, how, and for how long.

mod fault;
mod injection;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

pub use fault::{Fault, Throttling, When};
pub use injection::Injection;

use crate::Door;

/// Waits for the next release of hanging requests.
pub(crate) struct Releases {
    seen: watch::Receiver<u64>,
}

impl Releases {
    /// Returns when the hanging requests are released, or when nobody is left to do it.
    pub(crate) async fn wait(&mut self) {
        if self.seen.changed().await.is_err() {
            // the switchboard is gone, and with it the reason to wait
        }
    }
}

/// The switchboard of one simulated system. A clone is another handle to the same board.
#[derive(Debug, Clone)]
pub struct Faults {
    injections: Arc<Mutex<Vec<Injection>>>,
    releases: Arc<watch::Sender<u64>>,
}

impl Faults {
    /// A board with everything in order.
    pub fn new() -> Self {
        Self { injections: Arc::default(), releases: Arc::new(watch::Sender::new(0)) }
    }

    /// Arms a fault; earlier ones strike first.
    pub fn inject(&self, injection: Injection) {
        self.lock().push(injection);
    }

    /// Arms a fault for the next `times` requests at `door`.
    pub fn next(&self, times: u32, door: Door, fault: Fault) {
        self.inject(Injection::new(door, fault).times(times));
    }

    /// Arms a fault for all requests at `door` until [`Faults::clear`].
    pub fn always(&self, door: Door, fault: Fault) {
        self.inject(Injection::new(door, fault));
    }

    /// Puts everything in order again and lets go the requests that hang.
    pub fn clear(&self) {
        self.lock().clear();
        self.release();
    }

    /// Takes one such fault back and lets go the requests that hang.
    pub fn disarm(&self, injection: &Injection) {
        let mut armed = self.lock();
        if let Some(place) = armed.iter().position(|other| other == injection) {
            armed.remove(place);
        }
        drop(armed);
        self.release();
    }

    /// Lets go the requests that hang; what is armed stays armed.
    pub fn release(&self) {
        self.releases.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// What is armed now.
    pub fn armed(&self) -> Vec<Injection> {
        self.lock().clone()
    }

    /// The fault for this request, if one is armed; it counts as used.
    pub(crate) fn strike(&self, door: Door, method: &str, path: &str) -> Option<Fault> {
        let mut injections = self.lock();
        let struck = injections.iter_mut().find(|armed| armed.matches(door, method, path))?;
        let fault = struck.fault.clone();
        struck.count_down();
        injections.retain(|armed| armed.times != Some(0));
        Some(fault)
    }

    /// A ticket taken before a request is looked at: no release after that is missed.
    pub(crate) fn releases(&self) -> Releases {
        Releases { seen: self.releases.subscribe() }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Injection>> {
        self.injections.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Faults {
    fn default() -> Self {
        Self::new()
    }
}
