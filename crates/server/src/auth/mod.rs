//! Who calls the API, and whether he may.

mod address;
mod body;
mod caller;
mod cookie;
mod proxies;
mod veil;

pub(crate) use address::Address;
pub(crate) use body::Body;
pub(crate) use caller::{Admin, Caller, Identity, Operator, Owner, Viewer};
pub(crate) use cookie::{begin, end};
pub use proxies::{NoProxies, TrustedProxies};
pub(crate) use veil::Veil;
