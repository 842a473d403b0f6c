//! The services of UIS that speak JSON-RPC.

/// Which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Service {
    /// Reports and catalogues.
    DataApi,
    /// Calls as they go.
    CallApi,
}

impl Service {
    /// Its name in UIS's cabinet.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::DataApi => "Data API",
            Self::CallApi => "Call API",
        }
    }

    /// The version this crate speaks, as its address ends.
    pub(super) fn version(self) -> &'static str {
        match self {
            Self::DataApi => "/v2.0",
            Self::CallApi => "/v4.0",
        }
    }
}
