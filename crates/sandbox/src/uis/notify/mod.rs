//! HTTP notifications: what the customer configured and how they travel.

mod kind;
mod log;
mod sender;
mod template;
mod tricks;

pub use kind::Kind;
pub use log::{Outcome, Sent};
pub use template::{Carrier, Template, Variables};
pub use tricks::{Order, Tricks};

pub(in crate::uis) use log::Log;
pub(in crate::uis) use sender::{Parcel, Sender};
pub(in crate::uis) use tricks::shuffle;
