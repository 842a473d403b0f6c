//! Who sees clients' phones whole.

pub(crate) mod change;
pub(crate) mod show;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::role::Role;

/// Who sees clients' phones whole.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Privacy {
    /// The weakest role that sees phones whole; the others see their last four digits.
    phones: Role,
}
