//! The PostgreSQL store, from outside.

#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected must stop")]

mod announcements;
mod clock;
mod conformance;
mod schema;
