//! The cabinet's API.

pub(crate) mod connections;
pub(crate) mod employees;
pub(crate) mod journal;
mod text;
