//! The journal: what became of each communication, and why.

mod communication;
pub(crate) mod list;
pub(crate) mod live;
mod names;
pub(crate) mod replay;
pub(crate) mod show;
pub(crate) mod variables;
pub(crate) mod words;
