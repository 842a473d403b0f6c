//! What UIS sends along with a callback and some channels want back.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// `context` as it came: it differs from channel to channel, so nothing of it is dropped.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChatContext(pub Map<String, Value>);

/// A message that `WhatsApp` has approved beforehand (`context.message_templates[]` of a channel).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageTemplate {
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
    /// All of it, to be sent as `context.template`.
    pub whole: Map<String, Value>,
}

impl ChatContext {
    /// Until when a WABA visitor may be written to without a template (`conversation_frame_ts`, unix
    /// seconds). `None`: the window is closed, or the channel has none.
    pub fn frame_until(&self) -> Option<Timestamp> {
        let seconds = match self.0.get("conversation_frame_ts")? {
            Value::Number(number) => number.as_i64()?,
            Value::String(text) => text.trim().parse().ok()?,
            _ => return None,
        };
        Timestamp::from_second(seconds).ok()
    }

    /// The templates of a WABA channel. What has no id or no text is left out.
    pub fn templates(&self) -> Vec<MessageTemplate> {
        let listed = self.0.get("message_templates").and_then(Value::as_array);
        listed.into_iter().flatten().filter_map(MessageTemplate::read).collect()
    }

    /// The context of a message made of the template.
    pub fn of_template(template: &MessageTemplate) -> Self {
        Self(Map::from_iter([("template".to_owned(), Value::Object(template.whole.clone()))]))
    }
}

impl MessageTemplate {
    /// `header` or `footer`, when it is a text.
    pub fn part(&self, name: &str) -> Option<&str> {
        self.whole.get(name)?.as_str().filter(|text| !text.trim().is_empty())
    }

    /// What stands on its buttons (`keyboard[].text`).
    pub fn buttons(&self) -> impl Iterator<Item = &str> {
        let keyboard = self.whole.get("keyboard").and_then(Value::as_array);
        keyboard.into_iter().flatten().filter_map(|button| button.get("text")?.as_str())
    }

    fn read(value: &Value) -> Option<Self> {
        let whole = value.as_object()?;
        let id = match whole.get("id")? {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        let text = whole.get("text")?.as_str()?.to_owned();
        Some(Self { id, text, whole: whole.clone() })
    }
}
