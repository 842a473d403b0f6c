//! The whole database as rows: copied from one store into another, and compared.
//!
//! A store says what tables it has and gives and takes rows in the order of their keys; everything else is
//! the same for every pair of stores, and a table that is new needs nothing here. An installation that
//! outgrew one machine moves by this, and so does a backup of PostgreSQL, which is a SQLite file.

mod checksum;
mod copy;
mod rows;
mod table;

pub use checksum::{Checksum, checksum};
pub use copy::{CopyError, Progress, Stage, copy};
pub use rows::{ArchiveError, Source, Target};
pub use table::{Cell, Column, Kind, Row, Table, in_order};
