//! The commands, one file each.

pub(crate) mod backup;
pub(crate) mod connection;
pub(crate) mod copy;
pub(crate) mod demo;
pub(crate) mod doctor;
pub(crate) mod employees;
pub(crate) mod migrate;
pub(crate) mod restore;
pub(crate) mod sandbox;
pub(crate) mod serve;
pub(crate) mod token;
pub(crate) mod user;
