//! UIS as it speaks, seen from outside the crate.

mod notifications;
