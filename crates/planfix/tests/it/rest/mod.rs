//! The REST API.

mod contacts;
mod definitions;
mod refusals;
mod tasks;
mod wire;
