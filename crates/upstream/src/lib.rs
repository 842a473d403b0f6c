//! The one way out over HTTP: deadline, body cap, egress guard, error classes, request budget.
