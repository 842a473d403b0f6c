//! A letter.

use std::time::{Duration, SystemTime};

use domain::Failure;
use jiff::Timestamp;
use lettre::message::{Mailbox, header::ContentType};
use lettre::{Address, Message};

use crate::codes;

/// A letter to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Known by it wherever it arrives: the same twice is the same letter.
    pub id: String,
    /// Whose it is, `svyazka@romashka.ru`.
    pub from: String,
    /// Whom it is for.
    pub to: Vec<String>,
    /// What it is about.
    pub subject: String,
    /// What it says, plain text.
    pub text: String,
    /// When it was written.
    pub at: Timestamp,
}

/// Whether the text is an e-mail address.
pub fn is_address(text: &str) -> bool {
    text.parse::<Address>().is_ok()
}

impl Letter {
    /// The letter as it travels (RFC 5322).
    pub(crate) fn message(&self) -> Result<Message, Failure> {
        let from = mailbox(&self.from)?;
        let id = format!("<{}@{}>", self.id, from.email.domain());
        let seconds = u64::try_from(self.at.as_second()).unwrap_or_default();
        let mut message = Message::builder()
            .from(Mailbox::new(Some("Связка".to_owned()), from.email))
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .message_id(Some(id))
            .subject(self.subject.as_str());
        for to in &self.to {
            message = message.to(mailbox(to)?);
        }
        let whole = message.header(ContentType::TEXT_PLAIN).body(self.text.clone());
        whole.map_err(|error| {
            Failure::permanent(codes::ADDRESS, format!("Письмо не составить: {error}"))
        })
    }
}

fn mailbox(text: &str) -> Result<Mailbox, Failure> {
    let address = text.parse::<Address>().map_err(|_| {
        Failure::permanent(codes::ADDRESS, format!("Это не адрес электронной почты: {text}"))
    })?;
    Ok(Mailbox::new(None, address))
}
