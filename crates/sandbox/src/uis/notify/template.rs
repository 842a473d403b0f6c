//! Notification bodies written by the customer, with `{{variable}}` in them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::kind::Kind;

/// The variables of one notification.
pub type Variables = Map<String, Value>;

/// How UIS carries a notification to the customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Carrier {
    /// The values stand in the query of a GET.
    Get,
    /// A POST with the body as JSON.
    #[default]
    PostJson,
    /// A POST with the values as a form.
    PostForm,
}

/// What the customer configured for one kind of notification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// GET, POST JSON or POST form.
    pub carrier: Carrier,
    /// The body; variables stand as `{{name}}` and become JSON literals.
    pub body: String,
}

impl Template {
    /// The usual body, sent as a JSON POST.
    pub fn usual(kind: Kind) -> Self {
        Self { carrier: Carrier::PostJson, body: kind.usual_template() }
    }

    /// The body with every `{{name}}` replaced by the variable's JSON literal; a variable this
    /// notification does not have becomes `null`.
    pub fn render(&self, variables: &Variables) -> String {
        let mut rendered = String::with_capacity(self.body.len());
        let mut rest = self.body.as_str();
        while let Some((before, after)) = rest.split_once("{{") {
            rendered.push_str(before);
            let Some((name, tail)) = after.split_once("}}") else {
                rendered.push_str("{{");
                rest = after;
                continue;
            };
            rendered.push_str(&variables.get(name.trim()).unwrap_or(&Value::Null).to_string());
            rest = tail;
        }
        rendered.push_str(rest);
        rendered
    }
}

/// The pairs of a query or a form made from a JSON body: texts bare, `null` empty, the rest as JSON.
pub(super) fn pairs(body: &Value) -> Vec<(String, String)> {
    let Some(fields) = body.as_object() else { return Vec::new() };
    fields.iter().map(|(name, value)| (name.clone(), bare(value))).collect()
}

fn bare(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
