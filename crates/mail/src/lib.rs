//! E-mail through the administrator's own SMTP server.
//!
//! One letter, one connection: letters are rare. Only addresses that the egress guard permits are connected
//! to; what is resolved is what is connected to.

mod error;
mod letter;
mod server;

pub use error::codes;
pub use letter::{Letter, is_address};
pub use server::{Security, Server, send};
