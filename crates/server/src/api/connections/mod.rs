//! Connections.

pub(crate) mod list;
