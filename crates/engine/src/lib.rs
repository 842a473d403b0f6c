//! The durable core: inbox -> lanes -> outbox -> journal. It knows neither UIS nor Planfix.
//!
//! * An event is stored before anything else happens to it ([`Store::accept`]).
//! * A lane (one call, one lead, …) is worked on by one worker at a time, under a [`model::Lease`] whose
//!   epoch fences off a worker that was thought dead.
//! * A [`Flow`] turns the lane's inputs into state, planned writes and notes, committed as one.
//! * A planned write is marked as being sent before it is sent; what is found so later is *unknown*
//!   and looked for, never blindly sent again.

pub mod board;
#[cfg(feature = "conformance")]
#[expect(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_errors_doc,
    reason = "tests in all but name: they fail by panicking, and their names say what they are about"
)]
pub mod conformance;
mod dispatcher;
mod engine;
pub mod flow;
pub mod journal;
mod live;
pub mod mend;
pub mod model;
mod office;
pub mod overview;
pub mod retry;
pub mod store;
pub mod stored;
mod worker;

pub use board::Boards;
pub use engine::{Engine, LEASE};
pub use flow::{Flow, Found, Place};
pub use mend::{Mend, Mended, Resend};
pub use office::{Office, Tenure};
pub use store::{Store, StoreError};
