//! The address somebody signs in with.

use std::fmt;
use std::str::FromStr;

/// The longest address there may be, bytes (RFC 5321).
const LONGEST: usize = 254;

/// An e-mail address in small letters: what a person signs in with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Email(String);

/// The text is no e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("это не адрес электронной почты")]
pub struct EmailError;

impl Email {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = EmailError;

    /// Takes the address, trimmed and in small letters. Whether it can get mail nobody can tell from
    /// its looks, so only what surely can't be one is refused.
    fn from_str(text: &str) -> Result<Self, EmailError> {
        let text = text.trim().to_lowercase();
        let (name, host) = text.split_once('@').ok_or(EmailError)?;
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && c != '@';
        let good = !name.is_empty()
            && !host.is_empty()
            && text.len() <= LONGEST
            && name.chars().all(plain)
            && host.chars().all(plain);
        if good { Ok(Self(text)) } else { Err(EmailError) }
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
    fn the_same_address_is_the_same_however_it_is_typed() {
        let typed: Email = "  Olga@Romashka.RU ".parse().unwrap();
        assert_eq!(typed.as_str(), "olga@romashka.ru");
    }

    #[test]
    fn what_surely_is_no_address_is_refused() {
        let long = format!("{}@romashka.ru", "o".repeat(250));
        for text in ["", "olga", "@romashka.ru", "olga@", "o lga@romashka.ru", "a@b@c", &long] {
            assert_eq!(text.parse::<Email>(), Err(EmailError), "{text}");
        }
    }
}
