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
pub mod model;
pub mod names;
pub mod offices;
pub mod overview;
pub mod records;
pub mod replay;
pub mod shop;
pub mod steps;
pub mod threads;
pub mod together;
pub mod words;
pub mod worker;

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

#[cfg(test)]
mod tests {
    /// A case that is not in the list of [`conformance!`] would never run.
    #[test]
    fn every_case_is_in_the_list() {
        let list = include_str!("list.rs");
        let files = [
            include_str!("agenda.rs"),
            include_str!("board.rs"),
            include_str!("dispatcher.rs"),
            include_str!("doors.rs"),
            include_str!("effects.rs"),
            include_str!("fences.rs"),
            include_str!("inbox.rs"),
            include_str!("journal.rs"),
            include_str!("lanes.rs"),
            include_str!("names.rs"),
            include_str!("offices.rs"),
            include_str!("overview.rs"),
            include_str!("records.rs"),
            include_str!("replay.rs"),
            include_str!("steps.rs"),
            include_str!("threads.rs"),
            include_str!("together.rs"),
            include_str!("worker.rs"),
        ];
        let forgotten: Vec<_> = files
            .iter()
            .flat_map(|file| file.split("\npub async fn ").skip(1))
            .filter_map(|case| case.split('(').next())
            .filter(|case| !list.contains(&format!(" {case},\n")))
            .collect();
        assert!(forgotten.is_empty(), "not in the list: {forgotten:?}");
    }
}
