//! Whether UIS and Planfix can be reached, as was really seen.

use bridge::health::ConnectionHealth;
use bridge::reach::Side;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A door of UIS or Planfix, as it was seen lately.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OverviewSide {
    /// `uis.data_api`, `uis.call_api`, `planfix.rest`, `planfix.telephony`.
    #[schema(example = "planfix.rest")]
    side: &'static str,
    /// Whether it answers.
    state: SideState,
    /// When it last answered; `null` when that was never seen.
    #[schema(value_type = Option<String>, format = DateTime)]
    answered_at: Option<Timestamp>,
    /// When it last did not answer or did not let us in; `null` when that was never seen.
    #[schema(value_type = Option<String>, format = DateTime)]
    failed_at: Option<Timestamp>,
    /// Since when it has not answered; `null` when it answered last.
    #[schema(value_type = Option<String>, format = DateTime)]
    failing_since: Option<Timestamp>,
    /// The stable code of its last failure, as in the pages of errors.
    #[schema(example = "NET-CONNECT")]
    code: Option<String>,
    /// What happened then, in Russian.
    message: Option<String>,
}

/// Whether a side answers.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SideState {
    /// It answered when it was last asked.
    Answers,
    /// It did not.
    Fails,
    /// Nobody has asked it yet.
    Unknown,
    /// The settings have no credentials for it.
    Off,
}

/// Every side of the connection.
pub(super) fn of(health: &ConnectionHealth) -> Vec<OverviewSide> {
    Side::ALL.into_iter().map(|side| one(health, side)).collect()
}

fn one(health: &ConnectionHealth, side: Side) -> OverviewSide {
    let seen = health.seen.get(&side).cloned().unwrap_or_default();
    let state = match (health.is_set_up(side), seen.failing_since, seen.answered_at) {
        (false, ..) => SideState::Off,
        (true, Some(_), _) => SideState::Fails,
        (true, None, Some(_)) => SideState::Answers,
        (true, None, None) => SideState::Unknown,
    };
    OverviewSide {
        side: side.as_str(),
        state,
        answered_at: seen.answered_at,
        failed_at: seen.failed_at,
        failing_since: seen.failing_since,
        code: seen.failure.as_ref().map(|failure| failure.code.to_string()),
        message: seen.failure.map(|failure| failure.message),
    }
}
