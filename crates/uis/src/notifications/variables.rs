//! The variables of a notification, from the body and the address, all as text.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use url::form_urlencoded;

use super::{Unreadable, lenient};
use crate::text;

/// Variables by their UIS names.
#[derive(Debug, Default)]
pub(super) struct Variables {
    texts: BTreeMap<String, String>,
    /// Those that came as `{{name}}`.
    unfilled: BTreeSet<String>,
    /// What was said about the event, the body's word first.
    events: Vec<String>,
}

impl Variables {
    /// A variable, unless UIS had nothing to say.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(String::as_str)
    }

    /// Whether UIS left the variable's own name standing.
    pub(super) fn not_filled_in(&self, name: &str) -> bool {
        self.unfilled.contains(name)
    }

    /// Takes out what was said about the event.
    pub(super) fn take_events(&mut self) -> Vec<String> {
        std::mem::take(&mut self.events)
    }

    /// All of them.
    pub(super) fn into_texts(self) -> BTreeMap<String, String> {
        self.texts
    }

    /// Takes one in; the first that says something wins.
    fn add(&mut self, name: &str, value: &Value) {
        let name = name.trim();
        if let Value::Object(members) = value {
            return self.add_all(members);
        }
        if value.as_str().is_some_and(|text| text::is_placeholder(text.trim())) {
            self.unfilled.insert(name.to_owned());
        }
        let Some(text) = text::of(value).and_then(|text| one_spelling(name, text)) else { return };
        if name == "event" {
            self.events.push(text);
        } else if !name.is_empty() {
            self.texts.entry(name.to_owned()).or_insert(text);
        }
    }

    /// Members of an object; those of a nested one count as its own, after its scalars.
    fn add_all(&mut self, members: &serde_json::Map<String, Value>) {
        let (nested, plain): (Vec<_>, Vec<_>) = members.iter().partition(|(_, v)| v.is_object());
        for (name, value) in plain.into_iter().chain(nested) {
            self.add(name, value);
        }
    }

    /// A pair of a form or an address. JSON put into one (`data={…}`, or the whole body encoded as the
    /// name of a pair) is opened.
    fn add_pair(&mut self, name: &str, value: &str) {
        let json = if value.is_empty() { name } else { value };
        match json.trim_start().starts_with('{').then(|| serde_json::from_str(json)) {
            Some(Ok(Value::Object(members))) => self.add_all(&members),
            _ => self.add(name, &Value::String(value.to_owned())),
        }
    }
}

/// Reads all variables there are; where the body and the address both have one, the body's wins.
pub(super) fn collect(
    query: &[(String, String)],
    content_type: Option<&str>,
    body: &[u8],
) -> Result<Variables, Unreadable> {
    let body = String::from_utf8_lossy(body);
    let body = body.trim_start_matches('\u{feff}').trim();
    if body.is_empty() && query.is_empty() {
        return Err(Unreadable::Empty);
    }
    let mut variables = Variables::default();
    if !body.is_empty() {
        read_body(&mut variables, content_type, body)?;
    }
    for (name, value) in query {
        variables.add_pair(name, value);
    }
    Ok(variables)
}

/// The look of the body decides, not its `Content-Type`: UIS lets the customer choose both apart.
fn read_body(
    variables: &mut Variables,
    content_type: Option<&str>,
    body: &str,
) -> Result<(), Unreadable> {
    if body.starts_with(['{', '[', '"']) {
        variables.add_all(&json_object(body)?);
        return Ok(());
    }
    let multipart = content_type.is_some_and(|kind| kind.starts_with("multipart/"));
    if multipart || body.starts_with('<') || !(body.contains('=') || body.starts_with("%7B")) {
        let kind = content_type.unwrap_or("-");
        return Err(Unreadable::NotParseable { detail: format!("Content-Type: {kind}") });
    }
    for (name, value) in form_urlencoded::parse(body.as_bytes()) {
        variables.add_pair(&name, &value);
    }
    Ok(())
}

/// The object of a JSON body; also one that was wrapped into a list or encoded as a string.
fn json_object(body: &str) -> Result<serde_json::Map<String, Value>, Unreadable> {
    let refuse = |detail: &str| Unreadable::NotParseable { detail: detail.to_owned() };
    match lenient::parse(body).map_err(|detail| refuse(&detail))? {
        Value::Object(members) => Ok(members),
        Value::Array(items) => match <[Value; 1]>::try_from(items) {
            Ok([Value::Object(members)]) => Ok(members),
            _ => Err(refuse("a list, not one object")),
        },
        Value::String(inner) if inner.trim_start().starts_with('{') => {
            lenient::parse(&inner).map_err(|detail| refuse(&detail)).and_then(|value| match value {
                Value::Object(members) => Ok(members),
                _ => Err(refuse("not an object")),
            })
        }
        _ => Err(refuse("not an object")),
    }
}

/// One spelling for a list, whether it came as JSON or as text: `1, 2`. `None` for an empty one.
fn one_spelling(name: &str, text: String) -> Option<String> {
    let is_list = text.starts_with('[') && serde_json::from_str::<Vec<Value>>(&text).is_ok();
    if !is_list && !name.ends_with("_ids") {
        return Some(text);
    }
    let items = text::list(&text);
    (!items.is_empty()).then(|| items.join(", "))
}
