//! The use cases: what happens to a call.
