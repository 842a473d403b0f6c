//! The cabinet over its real store.

mod hooks;
mod import;
mod office;
mod tokens;
