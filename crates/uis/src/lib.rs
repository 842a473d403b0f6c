//! UIS as it speaks: Data API and notifications.
