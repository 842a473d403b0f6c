//! What Svyazka is about, and no I/O: the words of the field as types, the settings of a connection,
//! conditions, templates, communications, and decisions made of them.

pub mod alerts;
pub mod analytics;
pub mod calls;
pub mod chats;
pub mod clients;
pub mod conditions;
pub mod deals;
pub mod decide;
pub mod email;
pub mod employees;
pub mod entities;
pub mod failure;
pub mod fields;
pub mod flow;
pub mod ids;
mod lane_kind;
pub mod leads;
pub mod phone;
pub mod settings;
pub mod tasks;
pub mod templates;
pub mod text;
pub mod variables;
pub mod workspace;

pub use failure::{Class, Failure};
pub use lane_kind::LaneKind;
