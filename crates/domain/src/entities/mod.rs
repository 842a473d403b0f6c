//! What is made in Planfix of a communication of any kind: its contact, its task, their fields.

mod note;

pub use note::{EntityNote, FoundBy};
