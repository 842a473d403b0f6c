//! What changed between two states of settings, for the audit.

use std::collections::BTreeMap;

use domain::settings::{SecretPath, Settings};
use serde_json::{Map, Value};

/// In the place of a secret that is there.
const HIDDEN: &str = "***";

/// What changed, by the paths of the settings: as it was, and as it is. A list is one value; of a secret
/// only that it changed is told.
pub fn difference(before: Option<&Settings>, after: &Settings) -> (Value, Value) {
    let was = before.map(flat).unwrap_or_default();
    let is = flat(after);
    let (mut old, mut new) = (Map::new(), Map::new());
    for path in was.keys().chain(is.keys()) {
        if was.get(path) != is.get(path) {
            old.extend(was.get(path).map(|value| (path.clone(), value.clone())));
            new.extend(is.get(path).map(|value| (path.clone(), value.clone())));
        }
    }
    for path in SecretPath::ALL {
        let was = before.and_then(|settings| settings.secret(path));
        let is = after.secret(path);
        if was != is {
            let hidden = |there: bool| if there { HIDDEN.into() } else { Value::Null };
            old.insert(path.as_str().to_owned(), hidden(was.is_some()));
            new.insert(path.as_str().to_owned(), hidden(is.is_some()));
        }
    }
    let old = if before.is_some() { Value::Object(old) } else { Value::Null };
    (old, Value::Object(new))
}

fn flat(settings: &Settings) -> BTreeMap<String, Value> {
    let mut leaves = BTreeMap::new();
    flatten(String::new(), settings.write(false), &mut leaves);
    leaves
}

fn flatten(path: String, value: Value, leaves: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let path = if path.is_empty() { key } else { format!("{path}.{key}") };
                flatten(path, member, leaves);
            }
        }
        leaf => {
            leaves.insert(path, leaf);
        }
    }
}
