//! Whether the integration works, at a glance.

mod budget;
mod connection;
mod hours;
pub(crate) mod show;
mod sides;
mod troubles;
