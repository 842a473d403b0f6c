//! A call that failed, while its details still matter.

use domain::Failure;
use serde_json::Value;
use upstream::TransportError;

use super::classify::{self, codes};
use super::limits::Limits;

/// A failed call. The client looks at UIS's own error before it becomes a [`Failure`].
#[derive(Debug, Clone)]
pub(super) enum Fault {
    /// UIS refused.
    Rpc(Box<RpcError>),
    /// Everything else, its class decided.
    Other(Box<Failure>),
}

/// The `error` of an answer (Data API documentation). `mnemonic` is what to switch on: codes are not unique.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RpcError {
    pub(super) code: i64,
    pub(super) mnemonic: String,
    pub(super) message: String,
    /// The parameter it is about, nested ones dotted.
    pub(super) field: Option<String>,
    pub(super) value: Value,
    pub(super) params: Value,
    pub(super) limits: Option<Limits>,
}

impl Fault {
    /// An answer that can't be made sense of.
    pub(super) fn odd_answer(message: impl Into<String>) -> Self {
        Failure::retry(codes::INTERNAL, message).into()
    }

    /// A request that can't be written as JSON.
    pub(super) fn not_written(error: &serde_json::Error) -> Self {
        Failure::permanent(codes::PARAM, format!("Запрос к UIS не составить: {error}")).into()
    }

    /// Whether UIS does not know the token (any longer).
    pub(super) fn says_session_is_over(&self) -> bool {
        let over = ["access_token_expired", "access_token_invalid"];
        matches!(self, Self::Rpc(error) if over.contains(&error.mnemonic.as_str()))
    }
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        Self::Other(Box::new(failure))
    }
}

impl From<TransportError> for Fault {
    fn from(error: TransportError) -> Self {
        Failure::from(error).into()
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Rpc(error) => classify::failure(&error),
            Fault::Other(failure) => *failure,
        }
    }
}
