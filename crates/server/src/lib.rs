//! axum: hooks, the API, health.
//!
//! One endpoint is one file. A hook does nothing but check its key, have the event stored and answer.

mod api;
mod app;
mod auth;
mod health;
mod hooks;
mod openapi;
mod problem;
mod router;
mod web;

pub use app::{App, Parts};
pub use auth::{NoProxies, TrustedProxies};
pub use openapi::openapi;
pub use router::router;
pub use web::SandboxLink;
