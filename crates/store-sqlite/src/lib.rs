//! The engine's and the cabinet's data in one SQLite file.
