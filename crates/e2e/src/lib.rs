//! End-to-end tests: the whole program between the simulated systems.
//!
//! [`World`] runs everything in one process over real HTTP, with time in the test's hand. [`Program`]
//! runs the built program as its administrator does.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "this crate is test equipment: what can't be set up fails the test"
)]

mod balancer;
mod program;
mod world;

pub use balancer::Balancer;
pub use program::Program;
pub use world::{AtWork, ServedSandbox, World, WorldBuilder, usual_settings};
