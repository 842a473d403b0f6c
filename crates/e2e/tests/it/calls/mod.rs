//! Calls: what Planfix is shown and what is made of them.

mod incoming;
mod scenarios;
