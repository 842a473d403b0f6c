//! The numbers by which employees are called inside.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Makes a newtype of a short text that is opaque to us.
macro_rules! short_text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the text, trimmed; `None` when nothing is left.
            pub fn parse(text: &str) -> Option<Self> {
                let text = text.trim();
                (!text.is_empty()).then(|| Self(text.to_owned()))
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

short_text!(
    /// An employee's extension in UIS («Внутренний номер»), e.g. `101`.
    Extension
);
short_text!(
    /// The short number under which Planfix knows an employee («Короткий номер»): opaque text, equal to
    /// the UIS extension unless the administrator paired them by hand.
    ShortNumber
);
