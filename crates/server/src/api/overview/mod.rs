//! Whether the integration works, at a glance.

mod connection;
mod hours;
pub(crate) mod show;
mod troubles;
