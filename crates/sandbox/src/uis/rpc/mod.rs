//! JSON-RPC as UIS speaks it, the same for the Data API and the Call API: one address, the method in
//! the body, always HTTP 200.

mod account;
mod answer;
mod envelope;
mod error;
mod params;
mod points;
mod service;

pub(in crate::uis) use answer::answer;
pub(in crate::uis) use envelope::Request;
pub(in crate::uis) use error::ApiError;
pub(in crate::uis) use params::{Param, Shape, check};
pub(in crate::uis) use points::Points;
pub(in crate::uis) use service::{Answer, Service};
