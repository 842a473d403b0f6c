//! E-mail addresses of clients.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A client's e-mail, in small letters: Planfix takes two spellings of one address for the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

/// The longest address there is (RFC 5321).
const LONGEST: usize = 254;

impl Email {
    /// Reads an address as a visitor wrote it; `None` for what can't be one (`нет`, `a@b`, two addresses).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (local, domain) = text.split_once('@')?;
        let odd = |c: char| {
            c.is_whitespace() || c.is_control() || matches!(c, ',' | ';' | '<' | '>' | '@')
        };
        let labels = || domain.split('.');
        let good = !local.is_empty()
            && labels().count() > 1
            && labels().all(|label| !label.is_empty())
            && !local.contains(odd)
            && !domain.contains(odd)
            && text.len() <= LONGEST;
        good.then(|| Self(text.to_lowercase()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the text is this address, however it is written.
    pub fn is(&self, text: &str) -> bool {
        text.trim().to_lowercase() == self.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_in_any_spelling() {
        let email = Email::parse(" Olga@Example.RU ").unwrap();
        assert_eq!(email.as_str(), "olga@example.ru");
        assert!(email.is("OLGA@example.ru"));
        assert!(Email::parse("почта@пример.рф").is_some());
    }

    #[test]
    fn what_is_no_address_is_none() {
        for text in
            ["", "нет", "a@b", "@example.ru", "a b@example.ru", "a@example.", "a@b.ru, c@d.ru"]
        {
            assert_eq!(Email::parse(text), None, "{text}");
        }
    }
}
