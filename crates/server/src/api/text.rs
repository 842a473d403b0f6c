//! A sentence in the two languages people read us in.

use domain::text::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// A sentence in two languages.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Text {
    /// In Russian.
    pub(crate) ru: String,
    /// In English.
    pub(crate) en: String,
}

impl Text {
    pub(crate) fn of(say: impl Fn(Lang) -> String) -> Self {
        Self { ru: say(Lang::Ru), en: say(Lang::En) }
    }

    /// Nothing, when there is nothing to say.
    pub(crate) fn maybe(say: impl Fn(Lang) -> Option<String>) -> Option<Self> {
        Some(Self { ru: say(Lang::Ru)?, en: say(Lang::En)? })
    }
}
