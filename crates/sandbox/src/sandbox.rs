//! The two sides together.

use std::sync::Arc;

use ambient::Clock;
use axum::Router;

use crate::Changes;
use crate::uis::Uis;

/// Both simulated systems over one clock. A clone is another handle to the same state.
#[derive(Clone)]
pub struct Sandbox {
    clock: Arc<dyn Clock>,
    changes: Changes,
    uis: Uis,
}

impl Sandbox {
    /// An empty but working company on each side.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        let changes = Changes::new();
        let uis = Uis::new(Arc::clone(&clock), changes.clone());
        Self { clock, changes, uis }
    }

    /// The clock both sides live by.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// The counter of changes of both sides.
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// The simulated UIS.
    pub fn uis(&self) -> &Uis {
        &self.uis
    }

    /// Every door of the sandbox; it works at the root and nested under any prefix.
    pub fn router(&self) -> Router {
        Router::new().nest("/uis", self.uis.router()).merge(self.uis.control())
    }
}
