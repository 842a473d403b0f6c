//! What became of communications: tasks, deals, revenue, by where the clients came from.

mod csv;
mod table;

pub use csv::{Cell, csv};
pub use table::{Dimension, Fate, Line, Outcome, Table};
