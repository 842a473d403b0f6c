//! An answer whose body is still coming.

use std::fmt;

use reqwest::StatusCode;
use reqwest::header::HeaderMap;

use crate::http::{innermost, kind_of};
use crate::{Effect, Response, TransportError, TransportKind};

/// An answer read piece by piece: large files pass through without being held.
pub struct Incoming {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    answer: reqwest::Response,
    taken: usize,
    asked: Asked,
}

/// What it answers.
pub(crate) struct Asked {
    pub(crate) effect: Effect,
    pub(crate) target: String,
    pub(crate) cap: usize,
}

impl Asked {
    pub(crate) fn failed(&self, kind: TransportKind, detail: String) -> TransportError {
        TransportError { kind, effect: self.effect, target: self.target.clone(), detail }
    }

    pub(crate) fn classified(&self, error: reqwest::Error) -> TransportError {
        self.failed(kind_of(&error), innermost(&error.without_url()))
    }
}

impl Incoming {
    pub(crate) fn new(answer: reqwest::Response, asked: Asked) -> Self {
        let (status, headers) = (answer.status(), answer.headers().clone());
        Self { status, headers, answer, taken: 0, asked }
    }

    /// The length that the other side announces, bytes.
    pub fn announced(&self) -> Option<u64> {
        self.answer.content_length()
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// [`TransportError`] when the connection breaks, time is up or the cap is reached.
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>, TransportError> {
        let piece = self.answer.chunk().await;
        let Some(piece) = piece.map_err(|error| self.asked.classified(error))? else {
            return Ok(None);
        };
        self.taken += piece.len();
        if self.taken > self.asked.cap {
            let detail = format!("больше {} байт", self.asked.cap);
            return Err(self.asked.failed(TransportKind::TooLarge, detail));
        }
        Ok(Some(piece.into()))
    }

    /// The whole answer.
    ///
    /// # Errors
    /// As [`Incoming::chunk`].
    pub async fn whole(mut self) -> Result<Response, TransportError> {
        let mut body = Vec::new();
        while let Some(piece) = self.chunk().await? {
            body.extend_from_slice(&piece);
        }
        Ok(Response { status: self.status, headers: self.headers, body })
    }
}

impl fmt::Debug for Incoming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Incoming")
            .field("status", &self.status)
            .field("taken", &self.taken)
            .finish_non_exhaustive()
    }
}
