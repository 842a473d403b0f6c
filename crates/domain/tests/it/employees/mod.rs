//! Who is who in both systems.

mod company;
mod laws;
mod recognising;
mod words;
