//! What the road between UIS and the customer may do to notifications.

use ambient::{Entropy, SeededEntropy};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::kind::Kind;

/// In which order the notifications of a call arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// One after the other, as the call goes.
    #[default]
    AsSent,
    /// Held back until the call is over, then the last one first.
    Reversed,
    /// Held back until the call is over, then in an order drawn from the seed.
    Shuffled(u64),
    /// Held back until somebody releases them.
    Held,
}

/// Mischief done to every notification while it is set.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tricks {
    /// Send everything twice.
    pub duplicate: bool,
    /// The order of arrival.
    pub order: Order,
    /// Kinds that get lost on the way.
    pub lose: Vec<Kind>,
    /// Fields left out of the body.
    pub omit: Vec<String>,
    /// Fields sent as `null`.
    pub null: Vec<String>,
    /// Fields sent as an empty text.
    pub empty: Vec<String>,
    /// Numbers sent as texts: `"42"` for `42`.
    pub numbers_as_texts: bool,
}

impl Tricks {
    /// Whether notifications are kept back for now.
    pub fn holds_back(&self) -> bool {
        self.order != Order::AsSent
    }

    /// Puts what was held back into the order of arrival.
    pub fn arrange<T>(&self, mut held: Vec<T>) -> Vec<T> {
        match self.order {
            Order::AsSent | Order::Held => {}
            Order::Reversed => held.reverse(),
            Order::Shuffled(seed) => shuffle(&mut held, seed),
        }
        held
    }

    /// Changes a rendered JSON body; a body that is not a JSON object is left as it is.
    pub(in crate::uis) fn mangle(&self, body: String) -> String {
        let Ok(Value::Object(mut fields)) = serde_json::from_str(&body) else { return body };
        fields.retain(|name, _| !self.omit.contains(name));
        for (name, value) in &mut fields {
            if self.null.contains(name) {
                *value = Value::Null;
            } else if self.empty.contains(name) {
                *value = Value::String(String::new());
            } else if self.numbers_as_texts && value.is_number() {
                *value = Value::String(value.to_string());
            }
        }
        Value::Object(fields).to_string()
    }
}

/// Fisher-Yates over a repeatable source.
pub(in crate::uis) fn shuffle<T>(items: &mut [T], seed: u64) {
    let source = SeededEntropy::new(seed);
    for last in (1..items.len()).rev() {
        let mut bytes = [0u8; 4];
        source.fill(&mut bytes);
        let draw = usize::try_from(u32::from_le_bytes(bytes)).unwrap_or_default();
        items.swap(last, draw % (last + 1));
    }
}
