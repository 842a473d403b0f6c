//! A mistake in the settings: where, what, and in words.

mod wording;

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::templates::TemplateError;
use crate::text::Lang;

/// A mistake in the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where in the file, e.g. `telephony.responsibles.incoming.default` or
    /// `telephony.fields.task[1].uis_field`.
    pub path: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong with a place of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// It must be given.
    Required {
        /// What makes it necessary, when that is another setting.
        because: Option<Because>,
    },
    /// Another kind of value is expected.
    WrongType {
        /// Which.
        expected: Expected,
    },
    /// The value is not one of the allowed ones.
    NotAllowed {
        /// As written.
        got: String,
        /// The allowed ones.
        allowed: Vec<String>,
        /// The one probably meant.
        nearest: Option<String>,
    },
    /// There is no such setting.
    UnknownKey {
        /// The one probably meant.
        nearest: Option<String>,
    },
    /// There is no such variable here.
    UnknownVariable {
        /// As written.
        got: String,
        /// The one probably meant.
        nearest: Option<String>,
    },
    /// A template is wrong.
    Template(TemplateError),
    /// Not an http(s) address.
    BadUrl,
    /// Not a phone number.
    BadPhone,
    /// Not a connection's name.
    BadName,
    /// Not a time zone of the IANA list.
    BadTimezone {
        /// The one probably meant.
        nearest: Option<String>,
    },
    /// At least one is needed.
    Empty,
    /// The same is given elsewhere.
    Repeated {
        /// The other place.
        elsewhere: String,
    },
    /// Conditions are nested too deep.
    TooDeep {
        /// The bound.
        limit: usize,
    },
    /// It can't stand beside another key.
    Beside {
        /// The other key.
        other: &'static str,
    },
    /// More than one of keys that exclude each other.
    OneOf {
        /// The keys.
        keys: &'static [&'static str],
    },
}

/// What kind of value is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Keys with values.
    Section,
    /// A list.
    List,
    /// Text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole positive number.
    Id,
    /// A Planfix employee, `user:3`.
    PlanfixUser,
    /// `providerId` of Planfix's chat API: text without `~`.
    ProviderId,
}

/// Another setting that makes one necessary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// A section is switched on.
    SectionEnabled(&'static str),
    /// A `create` makes tasks.
    TaskCreated,
    /// A `create` makes contacts.
    ContactCreated,
    /// A `create` makes something somebody must be responsible for.
    SomethingCreated,
    /// `sync_all` is off.
    NotAllSynchronised,
    /// `create_on` is `tag`.
    CreatedOnTag,
}

impl Problem {
    /// A problem at a path.
    pub fn new(path: impl Into<String>, kind: ProblemKind) -> Self {
        Self { path: path.into(), kind }
    }

    /// What is wrong, in words, without the path.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => wording::russian(&self.kind),
            Lang::En => wording::english(&self.kind),
        }
    }

    /// A stable word for the kind.
    pub fn code(&self) -> &'static str {
        match self.kind {
            ProblemKind::Required { .. } => "required",
            ProblemKind::WrongType { .. } => "wrong_type",
            ProblemKind::NotAllowed { .. } => "not_allowed",
            ProblemKind::UnknownKey { .. } => "unknown_key",
            ProblemKind::UnknownVariable { .. } => "unknown_variable",
            ProblemKind::Template(_) => "template",
            ProblemKind::BadUrl => "bad_url",
            ProblemKind::BadPhone => "bad_phone",
            ProblemKind::BadName => "bad_name",
            ProblemKind::BadTimezone { .. } => "bad_timezone",
            ProblemKind::Empty => "empty",
            ProblemKind::Repeated { .. } => "repeated",
            ProblemKind::TooDeep { .. } => "too_deep",
            ProblemKind::Beside { .. } => "beside",
            ProblemKind::OneOf { .. } => "one_of",
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.text(Lang::En))
    }
}

impl Serialize for Problem {
    /// As the cabinet shows it: `{path, code, ru, en}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut problem = serializer.serialize_struct("Problem", 4)?;
        problem.serialize_field("path", &self.path)?;
        problem.serialize_field("code", self.code())?;
        problem.serialize_field("ru", &self.text(Lang::Ru))?;
        problem.serialize_field("en", &self.text(Lang::En))?;
        problem.end()
    }
}
