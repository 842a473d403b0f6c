//! The cabinet's API.

pub(crate) mod alerts;
pub(crate) mod analytics;
pub(crate) mod audit;
pub(crate) mod connections;
pub(crate) mod deals;
pub(crate) mod employees;
pub(crate) mod errors;
pub(crate) mod journal;
pub(crate) mod notification_bodies;
pub(crate) mod overview;
pub(crate) mod people;
pub(crate) mod privacy;
pub(crate) mod role;
pub(crate) mod session;
pub(crate) mod templates;
mod text;
pub(crate) mod tokens;
pub(crate) mod workspace;
