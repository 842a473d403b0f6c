//! The REST API.

mod contacts;
mod definitions;
mod new_contacts;
mod refusals;
mod tasks;
mod wire;
