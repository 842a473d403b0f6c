//! A sentence in the two languages people read us in.

use domain::text::Lang;
use serde::Serialize;
use utoipa::ToSchema;

/// A sentence in two languages.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Text {
    /// In Russian.
    ru: String,
    /// In English.
    en: String,
}

impl Text {
    pub(super) fn of(say: impl Fn(Lang) -> String) -> Self {
        Self { ru: say(Lang::Ru), en: say(Lang::En) }
    }

    /// Nothing, when there is nothing to say.
    pub(super) fn maybe(say: impl Fn(Lang) -> Option<String>) -> Option<Self> {
        Some(Self { ru: say(Lang::Ru)?, en: say(Lang::En)? })
    }
}
