//! The telephony API.

mod answers;
mod commands;
