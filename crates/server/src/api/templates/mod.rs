//! Templates: what may stand in them, and what comes of them.

pub(crate) mod preview;
pub(crate) mod variables;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A kind of communication.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Flow {
    /// Calls.
    Call,
    /// Leads.
    Lead,
    /// Chats.
    Chat,
}

impl From<Flow> for domain::flow::Flow {
    fn from(flow: Flow) -> Self {
        match flow {
            Flow::Call => Self::Call,
            Flow::Lead => Self::Lead,
            Flow::Chat => Self::Chat,
        }
    }
}
