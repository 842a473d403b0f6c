//! The built program, run as its administrator runs it.

mod command_line;
mod employees;
mod power_cut;
