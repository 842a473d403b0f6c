//! Alerts: whom to tell that a connection has broken, and by what.
//!
//! The settings are a record of the engine's store, which all nodes share; their secrets are sealed like all
//! others and never shown again.

mod book;
mod settings;
mod stored;

pub use book::{AlertBook, AlertsError, Saved};
pub use settings::{
    AlertSettings, Draft, Login, MailDraft, MailSettings, NotUsable, WebhookDraft, WebhookSettings,
};
