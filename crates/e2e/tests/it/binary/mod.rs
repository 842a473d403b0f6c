//! The built program, run as its administrator runs it.

mod backup;
mod command_line;
mod employees;
mod many_calls;
mod moving;
mod power_cut;
mod several_nodes;
