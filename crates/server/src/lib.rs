//! axum: hooks, the API, health.
