//! The domain, as those who use it see it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says what it expects, and fails there"
)]

mod calls;
mod chats;
mod conditions;
mod deals;
mod decide;
mod employees;
mod fields;
mod leads;
mod masking;
mod phone;
mod settings;
mod templates;
mod variables;
