//! Tokens of the API.

pub(crate) mod create;
pub(crate) mod list;
pub(crate) mod revoke;
