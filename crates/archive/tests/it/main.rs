//! Copying between the real stores.

mod copying;
mod schemas;
mod stores;
