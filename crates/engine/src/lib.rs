//! The durable core: inbox -> lanes -> outbox -> journal. It knows neither UIS nor Planfix.
//!
//! * An event is stored before anything else happens to it ([`Store::accept`]).
//! * A lane (one call, one lead, …) is worked on by one worker at a time, under a [`model::Lease`] whose
//!   epoch fences off a worker that was thought dead.
//! * A [`Flow`] turns the lane's inputs into state, planned writes and notes, committed as one.
//! * A planned write is marked as being sent before it is sent; what is found so later is *unknown*
//!   and looked for, never blindly sent again.

mod dispatcher;
mod engine;
pub mod flow;
pub mod journal;
pub mod model;
pub mod retry;
pub mod store;
mod worker;

pub use engine::{Engine, LEASE};
pub use flow::{Flow, Found, Place};
pub use store::{Store, StoreError};
