//! Calls: what Planfix is shown and what is made of them.

mod acquaintance;
mod fields;
mod filter;
mod incoming;
mod scenarios;
mod tasks;
