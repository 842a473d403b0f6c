//! The PostgreSQL store, from outside.

mod announcements;
mod clock;
mod conformance;
mod schema;
