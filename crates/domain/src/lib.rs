//! What Svyazka is about, and no I/O: the words of the field as types, the settings of a connection,
//! conditions, templates, communications, and decisions made of them.

pub mod calls;
pub mod failure;
pub mod ids;
pub mod phone;
pub mod tasks;

pub use failure::{Class, Failure};
