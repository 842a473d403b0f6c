//! A name being written: one line, no blank ends, at most so many characters, and nothing kept beyond.

use std::io;

use super::MAX_NAME;

/// Takes text piece by piece and stops the writer when the name is full.
#[derive(Debug, Default)]
pub(super) struct Line {
    text: String,
    characters: usize,
    blank: bool,
    full: bool,
}

impl Line {
    /// The line and whether it was cut.
    pub(super) fn finish(self) -> (String, bool) {
        if !self.full {
            return (self.text, false);
        }
        let kept: String = self.text.chars().take(MAX_NAME - 1).collect();
        (format!("{}…", kept.trim_end()), true)
    }

    /// Adds text; `false` when no more is wanted.
    pub(super) fn add(&mut self, text: &str) -> bool {
        text.chars().all(|c| self.add_char(c))
    }

    fn add_char(&mut self, c: char) -> bool {
        if c.is_whitespace() || c.is_control() {
            self.blank = !self.text.is_empty();
            return true;
        }
        if self.blank {
            self.blank = false;
            self.push(' ');
        }
        self.push(c);
        !self.full
    }

    fn push(&mut self, c: char) {
        if self.characters >= MAX_NAME {
            self.full = true;
            return;
        }
        self.characters += 1;
        self.text.push(c);
    }
}

impl io::Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = std::str::from_utf8(bytes).map_err(io::Error::other)?;
        if self.add(text) { Ok(bytes.len()) } else { Err(io::ErrorKind::WriteZero.into()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
