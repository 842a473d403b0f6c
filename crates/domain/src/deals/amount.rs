//! The amount of a deal.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Money, in hundredths.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    /// So many hundredths.
    pub const fn hundredths(number: i64) -> Self {
        Self(number)
    }

    /// How many hundredths it is.
    pub const fn in_hundredths(self) -> i64 {
        self.0
    }

    /// The sum; the greatest number there is when it does not fit.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// A number, as JSON has it: rounded to hundredths.
    fn of_number(number: f64) -> Option<Self> {
        Self::parse(&format!("{number:.2}"))
    }

    /// Digits, at most one sign before and two decimals after a point; nothing else is a number here.
    fn parse(text: &str) -> Option<Self> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || part.len() > 2 || !plain(whole) || !plain(part) {
            return None;
        }
        let hundredths: i64 = format!("{whole}{part:0<2}").parse().ok()?;
        Some(Self(sign * hundredths))
    }

    /// As a JSON number.
    pub fn to_json(self) -> Value {
        if self.0 % 100 == 0 {
            return Value::from(self.0 / 100);
        }
        // the text is a number by its making
        self.to_string().parse::<f64>().map(Value::from).unwrap_or_default()
    }
}

impl fmt::Display for Money {
    /// `15000`, `99.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        if part == 0 { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{part:02}") }
    }
}

/// What stands in the amount's field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Amount {
    /// A number.
    Given(Money),
    /// Nothing.
    Empty,
    /// Something that is no number; it is not guessed at.
    Unreadable(String),
}

impl Amount {
    /// Reads the value of a field of the type «Число». Planfix gives a JSON number; a text is taken only
    /// when it is one as well (`"1500.50"`): `"1 500,50 ₽"` could mean anything.
    pub fn read(value: Option<&Value>) -> Self {
        let money = match value {
            None | Some(Value::Null) => return Self::Empty,
            Some(Value::String(text)) if text.trim().is_empty() => return Self::Empty,
            Some(Value::String(text)) => Money::parse(text.trim()),
            Some(Value::Number(number)) => number.as_f64().and_then(Money::of_number),
            Some(_) => None,
        };
        let shown = || match value {
            Some(Value::String(text)) => text.chars().take(60).collect(),
            other => other.map(ToString::to_string).unwrap_or_default(),
        };
        money.map_or_else(|| Self::Unreadable(shown()), Self::Given)
    }
}
