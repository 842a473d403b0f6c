//! How the program gets out: what is sent, what is refused, what a lost answer means, whose turn it is.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says what it expects, and fails there"
)]

mod answers;
mod budget;
mod egress;
mod lost;
mod moved;
mod nodes;
mod world;
