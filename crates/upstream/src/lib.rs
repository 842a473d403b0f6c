//! The one way out over HTTP: deadline, body cap, egress guard, error classes, request budget.
//!
//! Both outside systems are spoken to through [`Http`]. What went wrong on the way is told apart here,
//! once: a request that never left may be sent again, a write that may have arrived may not
//! ([`TransportError`] becomes a [`domain::Failure`] of the right class). [`Budget`] shares out the
//! requests an account may make.

mod budget;
mod error;
mod follow;
mod guard;
mod http;
mod incoming;
mod multipart;
mod request;
mod resolve;
mod response;
mod sight;

pub use budget::{
    Budget, BudgetOptions, BudgetState, Hold, Ledger, MemoryLedger, Permit, Priority, Reserve,
    Share, SharedBudget, Sheet, Turn, WaitingCounts,
};
pub use error::{TransportError, TransportKind, codes};
pub use follow::{FollowError, MAX_HOPS};
pub use guard::{Guard, is_public};
pub use http::{Http, HttpOptions, SetupError};
pub use incoming::Incoming;
pub use multipart::FilePart;
pub use request::{DEFAULT_BODY_CAP, DEFAULT_DEADLINE, Effect, Request, shown};
pub use reqwest::{Method, StatusCode, header};
pub use response::Response;
pub use sight::{Seen, Sight};
