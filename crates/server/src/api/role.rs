//! Roles on the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What somebody may do; each may do all that the ones before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Role {
    /// Looks at settings and the journal.
    Viewer,
    /// Answers chats, too.
    Operator,
    /// Changes settings and replays, too.
    Admin,
    /// Manages accounts and tokens, too.
    Owner,
}

impl From<cabinet::Role> for Role {
    fn from(role: cabinet::Role) -> Self {
        match role {
            cabinet::Role::Viewer => Self::Viewer,
            cabinet::Role::Operator => Self::Operator,
            cabinet::Role::Admin => Self::Admin,
            cabinet::Role::Owner => Self::Owner,
        }
    }
}

impl From<Role> for cabinet::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Viewer => Self::Viewer,
            Role::Operator => Self::Operator,
            Role::Admin => Self::Admin,
            Role::Owner => Self::Owner,
        }
    }
}
