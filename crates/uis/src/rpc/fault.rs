//! A call that failed, while its details still matter.

use domain::Failure;
use serde_json::Value;
use upstream::{Effect, TransportError};

use super::classify::{self, codes, unsure};
use super::limits::Limits;

/// A failed call. Whoever called looks at UIS's own error before it becomes a [`Failure`].
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// UIS refused.
    Rpc(Box<RpcError>),
    /// Everything else, its class decided.
    Other(Box<Failure>),
}

/// The `error` of an answer (both documentations). `mnemonic` is what to switch on: codes are not unique.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RpcError {
    /// What the refused request was to do.
    pub(crate) effect: Effect,
    pub(crate) code: i64,
    pub(crate) mnemonic: String,
    pub(crate) message: String,
    /// The parameter it is about, nested ones dotted.
    pub(crate) field: Option<String>,
    pub(crate) value: Value,
    pub(crate) params: Value,
    pub(crate) limits: Option<Limits>,
}

impl Fault {
    /// An answer that can't be made sense of, to a request that was to do `effect`.
    pub(crate) fn odd_answer(effect: Effect, message: impl Into<String>) -> Self {
        Failure::new(unsure(effect), codes::INTERNAL, message).into()
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
