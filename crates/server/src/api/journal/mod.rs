//! The journal: what became of each communication, and why.

mod chosen;
mod communication;
pub(crate) mod list;
pub(crate) mod live;
pub(crate) mod mend;
pub(crate) mod mend_many;
mod names;
pub(crate) mod replay;
pub(crate) mod show;
pub(crate) mod variables;
pub(crate) mod words;
