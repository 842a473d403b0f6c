//! Test equipment: a PostgreSQL of the tests' own.
//!
//! Nothing is assumed but Debian's package `postgresql` (or any PostgreSQL whose programs stand in `PATH`): a
//! server is made with initdb on a free port and vanishes after its last user.
//!
//! * [`shared`] is one server for all tests of this machine that run at the time, each with a
//!   [`Database`] of its own. It forgoes the disk: no test of it cuts the power.
//! * [`Pooler`] stands between the program and a server.
//! * [`Server::start`] is a server of one test's own, which it may stop and start as it likes.

#![expect(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "this crate is test equipment: what can't be set up fails the test"
)]

mod database;
mod pooler;
mod programs;
mod server;
mod shared;

pub use database::Database;
pub use pooler::Pooler;
pub use server::Server;
pub use shared::shared;
