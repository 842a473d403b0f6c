//! What the rows of a store mean, the same for every store: a store reads and writes rows, and leaves to
//! these what follows from them.

pub mod agenda;
pub mod board;
pub mod change;
pub mod journal;
pub mod overview;
pub mod values;
