//! Faults on demand: which requests shall fail, how, and for how long.

mod fault;
mod injection;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

pub use fault::{Fault, Throttling, When};
pub use injection::Injection;

use crate::Door;

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

    /// Waits until somebody releases the hanging requests.
    pub(crate) async fn released(&self) {
        let mut releases = self.releases.subscribe();
        // the sender lives in `self`, so the wait ends only by a release
        let _: Result<(), watch::error::RecvError> = releases.changed().await;
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
