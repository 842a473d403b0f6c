//! The Chat API: its client, and the reader of its callbacks.

mod callbacks;
mod files;
mod refusals;
mod repeats;
mod session;
mod sturdiness;
mod world;
mod writing;
