//! The use cases against the simulated outside systems.
#![expect(clippy::unwrap_used, reason = "a test says what it expects, and fails there")]

mod check;
mod stage;
