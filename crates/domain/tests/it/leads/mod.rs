//! Leads: what is known of them, what is decided, and in which words.

mod deciding;
mod facts;
mod notes;
