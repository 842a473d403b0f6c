//! Whether the server is well.

pub(crate) mod healthz;
pub(crate) mod metrics;
pub(crate) mod readyz;
