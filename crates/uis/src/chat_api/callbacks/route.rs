//! What a callback is about, by its method and path.

use super::Unreadable;

/// The callbacks there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    Opened,
    OperatorAssigned,
    Closed,
    Message,
    MessageChanged,
    MessageStatus,
    VisitorCard,
    ChannelKnown,
    ChannelGone,
    AccountKnown,
    AccountGone,
}

impl Route {
    /// Whether the path alone does not tell enough.
    pub(super) fn needs_body(self) -> bool {
        !matches!(self, Self::ChannelGone | Self::AccountGone)
    }
}

/// Finds the callback, and the id that its path names. UIS documents that a message may change and not
/// where that is told, so every likely address is taken.
pub(super) fn find<'p>(
    method: &str,
    path: &'p str,
) -> Result<(Route, Option<&'p str>), Unreadable> {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let method = method.to_ascii_uppercase();
    let route = match (method.as_str(), segments.as_slice()) {
        ("POST", ["chat"]) => (Route::Opened, None),
        ("POST" | "PATCH" | "PUT", ["chat", "operator"]) | ("PATCH" | "PUT", ["chat"]) => {
            (Route::OperatorAssigned, None)
        }
        ("POST" | "PATCH" | "PUT", ["chat", "close"]) => (Route::Closed, None),
        ("PATCH" | "PUT", ["chat", id]) => (Route::OperatorAssigned, Some(*id)),
        ("POST", ["message"]) => (Route::Message, None),
        ("POST" | "PATCH" | "PUT", ["message", "status"]) => (Route::MessageStatus, None),
        ("POST" | "PATCH" | "PUT", ["message", "update"]) | ("PATCH" | "PUT", ["message"]) => {
            (Route::MessageChanged, None)
        }
        ("PATCH" | "PUT", ["message", id]) => (Route::MessageChanged, Some(*id)),
        ("POST" | "PATCH" | "PUT", ["visitor", "card"]) => (Route::VisitorCard, None),
        ("POST" | "PATCH" | "PUT", ["channel"]) => (Route::ChannelKnown, None),
        ("POST" | "PATCH" | "PUT", ["channel", id]) => (Route::ChannelKnown, Some(*id)),
        ("DELETE", ["channel"]) => (Route::ChannelGone, None),
        ("DELETE", ["channel", id]) => (Route::ChannelGone, Some(*id)),
        ("POST" | "PATCH" | "PUT", ["account"]) => (Route::AccountKnown, None),
        ("POST" | "PATCH" | "PUT", ["account", id]) => (Route::AccountKnown, Some(*id)),
        ("DELETE", ["account"]) => (Route::AccountGone, None),
        ("DELETE", ["account", id]) => (Route::AccountGone, Some(*id)),
        _ => {
            let path = path.chars().take(100).collect();
            return Err(Unreadable::UnknownPath { method, path });
        }
    };
    Ok(route)
}
