//! The Data API's client against a server on this machine.

mod calls;
mod catalogues;
mod columns;
mod envelope;
mod legs;
mod pages;
mod refusals;
mod server;
mod session;
