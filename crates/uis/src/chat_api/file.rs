//! A file of a chat on its way.

use domain::Failure;
use upstream::{Incoming, header};

/// The largest file that is let through, bytes.
pub const MAX_FILE: usize = 100 * 1024 * 1024;

/// A file that is being fetched.
#[derive(Debug)]
pub struct ChatFile {
    answer: Incoming,
}

impl ChatFile {
    pub(super) fn new(answer: Incoming) -> Self {
        Self { answer }
    }

    /// Its MIME type, as UIS says. A stranger chose it: never show the file by it without a sandbox.
    pub fn mime(&self) -> Option<&str> {
        self.answer.headers.get(header::CONTENT_TYPE)?.to_str().ok()
    }

    /// Its size, where UIS announces it, bytes.
    pub fn size(&self) -> Option<u64> {
        self.answer.announced()
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// The connection breaks, or the file is larger than [`MAX_FILE`].
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        Ok(self.answer.chunk().await?)
    }
}
