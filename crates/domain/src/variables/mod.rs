//! The one catalogue of variables: what templates may say and what additional fields may be filled from.
//!
//! The names are those of UIS: columns of `get.calls_report`, `get.offline_messages_report` and
//! `get.chats_report`, and variables of its HTTP notifications and Chat API callbacks. List columns
//! (tags, employees, segments) are one text, their names joined with commas.

mod catalogue;

use serde::Serialize;

pub use catalogue::{all, find, of_flow};

use crate::flow::Flow;
use crate::text::{Lang, nearest};

/// A variable of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Variable {
    /// UIS's own name, as written in `{{name}}`.
    pub name: &'static str,
    /// What people call it, in Russian.
    pub title_ru: &'static str,
    /// What people call it, in English.
    pub title_en: &'static str,
    /// A likely value, for previews.
    pub example: &'static str,
    /// Where calls have it from; `None` when they do not.
    pub call: Option<Origin>,
    /// Where leads have it from.
    pub lead: Option<Origin>,
    /// Where chats have it from.
    pub chat: Option<Origin>,
}

/// Where a communication has a variable from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The row of the report: known some time after the communication.
    Report,
    /// A notification or a callback: known at once, when the customer put it into the body.
    Notice,
    /// Both.
    Both,
}

impl Variable {
    /// The title in the reader's language.
    pub fn title(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ru => self.title_ru,
            Lang::En => self.title_en,
        }
    }

    /// Where communications of the kind have it from; `None` when they do not have it.
    pub fn origin(&self, flow: Flow) -> Option<Origin> {
        match flow {
            Flow::Call => self.call,
            Flow::Lead => self.lead,
            Flow::Chat => self.chat,
        }
    }
}

/// The variable of one of the flows whose name is nearest to a mistyped one.
pub fn nearest_to(name: &str, flows: &[Flow]) -> Option<&'static str> {
    let known =
        all().iter().filter(|variable| flows.iter().any(|flow| variable.origin(*flow).is_some()));
    nearest(name, known.map(|variable| variable.name))
}
