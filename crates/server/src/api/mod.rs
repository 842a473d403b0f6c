//! The cabinet's API.

pub(crate) mod connections;
pub(crate) mod journal;
