//! A place in the text, and what stands ahead of it.

/// A member's name is looked for no further than this ahead, which keeps reading linear.
const LONGEST_NAME: usize = 100;

/// A place in the text.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'t> {
    rest: std::str::Chars<'t>,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { rest: text.chars() }
    }

    /// The next character, staying before it.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    /// The next character, going past it.
    pub(super) fn next(&mut self) -> Option<char> {
        self.rest.next()
    }

    /// Goes past the text if it stands here.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let found = self.rest.as_str().strip_prefix(text);
        if let Some(rest) = found {
            self.rest = rest.chars();
        }
        found.is_some()
    }

    /// Goes past white space; whether there was a line break in it.
    pub(super) fn skip_space(&mut self) -> bool {
        let mut new_line = false;
        while let Some(space) = self.peek().filter(|c| c.is_whitespace()) {
            new_line |= space == '\n';
            self.next();
        }
        new_line
    }

    /// Whether nothing but white space is left.
    pub(super) fn at_end(&self) -> bool {
        self.rest.as_str().trim_start().is_empty()
    }

    /// Whether, after white space, a member begins here: `"name" :`.
    pub(super) fn member_ahead(&self) -> bool {
        let mut ahead = self.clone();
        ahead.skip_space();
        if !ahead.take("\"") {
            return false;
        }
        for _ in 0..LONGEST_NAME {
            match ahead.next() {
                Some('"') => {
                    ahead.skip_space();
                    return ahead.take(":");
                }
                Some(c) if !matches!(c, ',' | ':' | '{' | '}' | '\n') => {}
                _ => return false,
            }
        }
        false
    }
}

/// Whether the value of a member is over here: `}`, the end, a comma before the next member or
/// before the end of the object, or a new line with the next member (its comma forgotten).
pub(super) fn member_over(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    let before = ahead.rest.as_str();
    ahead.skip_space();
    let new_line = before.len() > ahead.rest.as_str().len()
        && before.split_once(|c: char| !c.is_whitespace()).is_some_and(|(w, _)| w.contains('\n'));
    match ahead.peek() {
        None | Some('}') => true,
        Some(',') => {
            while ahead.take(",") {
                ahead.skip_space();
            }
            matches!(ahead.peek(), None | Some('}')) || ahead.member_ahead()
        }
        _ => new_line && ahead.member_ahead(),
    }
}

/// Whether an element of a list is over here: `,`, `]` or the end.
pub(super) fn element_over(cursor: &Cursor<'_>) -> bool {
    let mut ahead = cursor.clone();
    ahead.skip_space();
    matches!(ahead.peek(), None | Some(',' | ']'))
}
