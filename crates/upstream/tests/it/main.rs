//! How the program gets out: what is sent, what is refused, what a lost answer means, whose turn it is.

mod answers;
mod budget;
mod egress;
mod lost;
mod moved;
mod world;
