//! The durable core: inbox, lanes, outbox, journal; knows neither UIS nor Planfix.
