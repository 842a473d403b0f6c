//! What keeps settings from being saved.

use domain::settings::Problem;
use domain::text::Lang;
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// One thing to mend in the settings before they can be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Complaint {
    /// The settings are not right in themselves.
    Settings(Problem),
    /// The outside system may not be reached at this address.
    Address {
        /// Where in the settings.
        path: &'static str,
        /// Why, in Russian.
        reason: &'static str,
    },
}

impl Complaint {
    /// Where in the settings.
    pub fn path(&self) -> &str {
        match self {
            Self::Settings(problem) => &problem.path,
            Self::Address { path, .. } => path,
        }
    }

    /// What is wrong, in words, without the path.
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Settings(problem), _) => problem.text(lang),
            (Self::Address { reason, .. }, Lang::Ru) => (*reason).to_owned(),
            (Self::Address { .. }, Lang::En) => "only https addresses of the public internet are \
                allowed (SVYAZKA_ALLOW_PRIVATE_UPSTREAMS lifts this)"
                .to_owned(),
        }
    }

    /// A stable word for the kind.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Settings(problem) => problem.code(),
            Self::Address { .. } => "address_not_allowed",
        }
    }
}

impl Serialize for Complaint {
    /// As the cabinet shows it: `{path, code, ru, en}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut complaint = serializer.serialize_struct("Complaint", 4)?;
        complaint.serialize_field("path", self.path())?;
        complaint.serialize_field("code", self.code())?;
        complaint.serialize_field("ru", &self.text(Lang::Ru))?;
        complaint.serialize_field("en", &self.text(Lang::En))?;
        complaint.end()
    }
}
