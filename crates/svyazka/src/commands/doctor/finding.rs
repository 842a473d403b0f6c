//! What one check found.

/// How serious it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Good,
    /// Not there yet; it will be made when it is needed.
    Later,
    Bad,
}

/// What one check found.
#[derive(Debug)]
pub(super) struct Finding {
    mark: Mark,
    subject: &'static str,
    text: String,
}

impl Finding {
    pub(super) fn good(subject: &'static str, text: impl Into<String>) -> Self {
        Self { mark: Mark::Good, subject, text: text.into() }
    }

    pub(super) fn later(subject: &'static str, text: impl Into<String>) -> Self {
        Self { mark: Mark::Later, subject, text: text.into() }
    }

    pub(super) fn bad(subject: &'static str, text: impl Into<String>) -> Self {
        Self { mark: Mark::Bad, subject, text: text.into() }
    }

    pub(super) fn is_good(&self) -> bool {
        self.mark == Mark::Good
    }

    pub(super) fn is_bad(&self) -> bool {
        self.mark == Mark::Bad
    }

    /// The finding as a row of the table.
    pub(super) fn row(&self) -> [String; 3] {
        let mark = match self.mark {
            Mark::Good => "✓",
            Mark::Later => "–",
            Mark::Bad => "✗",
        };
        [mark.to_owned(), self.subject.to_owned(), self.text.clone()]
    }
}
