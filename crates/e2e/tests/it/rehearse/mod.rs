//! Settings are tried on real communications before they are saved.

mod agreement;
mod changes;
mod gaps;
mod leads;
