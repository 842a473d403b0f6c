//! The Call API's client against a server on this machine.

mod live_calls;
mod refusals;
mod start;
mod steering;
mod unknown;
