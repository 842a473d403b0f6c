//! Why a chat ended.

use super::words::open_words;

open_words!(
    /// `reason` of the Chat API, `release_cause` of `get.chats_report`.
    CloseReason {
        /// Nobody wrote for long.
        Timeout = "closed_by_timeout",
        /// The visitor turned an invitation down.
        InviteRejected = "invite_rejected",
        /// An operator closed it.
        Operator = "closed_by_operator",
        /// The visitor closed it.
        Visitor = "closed_by_visitor",
        /// The visitor was banned.
        VisitorBanned = "visitor_banned",
        /// The window of the channel was closed.
        ExternalWindowClosed = "external_window_closed",
        /// The visitor left the site.
        VisitorDisconnected = "visitor_disconnected",
        /// The visitor's session ran out.
        VisitorSessionExpired = "visitor_session_expired",
        /// UIS's scenario closed it.
        Scenario = "closed_by_scenario",
        /// The room was removed.
        RoomRemoved = "room_removed",
        /// The channel was removed.
        ChannelRemoved = "channel_removed",
    }
);
