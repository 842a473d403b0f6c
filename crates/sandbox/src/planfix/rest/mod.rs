//! Planfix REST API v2 as its description 1.3.4 and its help pages have it.

mod answer;
mod budget;
mod comments;
mod contact_card;
mod contacts;
mod custom;
mod data_tags;
mod dates;
mod describe;
mod filters;
mod lookups;
mod operations;
mod page;
mod request;
mod schema;
mod selection;
mod task_form;
mod tasks;
mod users;
mod work;

pub(crate) use answer::Refusal;
pub(crate) use budget::Budget;
pub(crate) use dates::point;
pub(crate) use request::Request;
pub(crate) use work::{carry_out, carry_out_queued, note};
