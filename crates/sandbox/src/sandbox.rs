//! The two sides together.

use std::sync::Arc;

use ambient::Clock;
use axum::Router;

use crate::planfix::Planfix;
use crate::uis::Uis;
use crate::{Changes, control, page, scenarios};

/// Both simulated systems over one clock. A clone is another handle to the same state.
#[derive(Clone)]
pub struct Sandbox {
    clock: Arc<dyn Clock>,
    changes: Changes,
    planfix: Planfix,
    uis: Uis,
}

impl Sandbox {
    /// An empty but working company on each side.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        let changes = Changes::new();
        let planfix = Planfix::new(Arc::clone(&clock), changes.clone());
        let uis = Uis::new(Arc::clone(&clock), changes.clone());
        Self { clock, changes, planfix, uis }
    }

    /// The clock both sides live by.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// The counter of changes of both sides.
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// The simulated Planfix.
    pub fn planfix(&self) -> &Planfix {
        &self.planfix
    }

    /// The simulated UIS.
    pub fn uis(&self) -> &Uis {
        &self.uis
    }

    /// Both sides forget everything that happened.
    pub fn reset(&self) {
        self.planfix.reset();
        self.uis.reset();
    }

    /// Every door of the sandbox; it works at the root and nested under any prefix.
    pub fn router(&self) -> Router {
        Router::new()
            .nest("/uis", self.uis.router())
            .merge(self.planfix.router())
            .merge(control::router(self.clone()))
            .merge(self.uis.control())
            .merge(scenarios::router(self.clone()))
            .merge(page::router())
    }
}
