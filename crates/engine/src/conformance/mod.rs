//! What every store must do, written once: a store runs it by one line in its tests.
//!
//! ```text
//! async fn open_store() -> engine::conformance::Fresh { … }
//! engine::conformance!(open_store);
//! ```
//!
//! * The cases, a file for each concern, ask the store alone; [`worker`] and [`dispatcher`] run the
//!   engine on it.
//! * [`model`] plays storms of trouble against the whole engine and checks its promises afterwards.

pub mod agenda;
pub mod board;
pub mod clock;
pub mod desk;
pub mod dispatcher;
pub mod doors;
pub mod effects;
pub mod fences;
pub mod flows;
pub mod inbox;
pub mod journal;
pub mod lanes;
mod list;
pub mod mending;
pub mod model;
pub mod names;
pub mod offices;
pub mod overview;
pub mod records;
pub mod replay;
pub mod search;
pub mod shop;
pub mod steps;
pub mod threads;
pub mod together;
pub mod words;
pub mod worker;

#[cfg(test)]
mod forgotten;

use std::any::Any;
use std::sync::Arc;

use crate::Store;

/// An empty store for one case, and what must live as long as it (such as its folder).
pub struct Fresh {
    /// The store.
    pub store: Arc<dyn Store>,
    /// Dropped after the case.
    pub guard: Box<dyn Any + Send>,
}
