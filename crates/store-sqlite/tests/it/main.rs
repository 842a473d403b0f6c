//! The SQLite store, from outside.

#![expect(clippy::unwrap_used, reason = "a test that meets the unexpected must stop")]

mod conformance;
mod file;
