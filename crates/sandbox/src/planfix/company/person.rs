//! References to people, as Planfix writes them.

use std::fmt;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// A person or a group where Planfix refers to one: `user:1`, `contact:5`, `group:3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Person {
    /// An employee.
    User(u64),
    /// A contact or a company.
    Contact(u64),
    /// A group of employees.
    Group(u64),
}

impl Person {
    /// Reads `user:1`, `contact:5` or `group:3`; a bare number is what `bare` makes of it.
    pub(crate) fn parse(text: &str, bare: fn(u64) -> Self) -> Option<Self> {
        match text.split_once(':') {
            None => text.parse().ok().map(bare),
            Some(("user", id)) => id.parse().ok().map(Self::User),
            Some(("contact", id)) => id.parse().ok().map(Self::Contact),
            Some(("group", id)) => id.parse().ok().map(Self::Group),
            Some(_) => None,
        }
    }

    /// The same from JSON: a string or a number.
    pub(crate) fn from_value(value: &Value, bare: fn(u64) -> Self) -> Option<Self> {
        match value {
            Value::String(text) => Self::parse(text, bare),
            Value::Number(number) => number.as_u64().map(bare),
            _ => None,
        }
    }
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User(id) => write!(f, "user:{id}"),
            Self::Contact(id) => write!(f, "contact:{id}"),
            Self::Group(id) => write!(f, "group:{id}"),
        }
    }
}

impl Serialize for Person {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Assignees, supervisors and the like: people and groups apart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct People {
    /// Employees and contacts.
    pub users: Vec<Person>,
    /// Ids of groups of employees.
    pub groups: Vec<u64>,
}

impl People {
    /// Just one employee.
    pub fn user(id: u64) -> Self {
        Self { users: vec![Person::User(id)], groups: Vec::new() }
    }

    /// True when nobody is named.
    pub fn is_empty(&self) -> bool {
        self.users.is_empty() && self.groups.is_empty()
    }

    /// Reads `{"users": [{"id": "user:1"}], "groups": [{"id": 3}]}`; the reference that can't be
    /// read is the error.
    pub(crate) fn from_value(value: &Value) -> Result<Self, String> {
        let list =
            |key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let id = |item: &Value| item.get("id").cloned().unwrap_or_default();
        let mut people = Self::default();
        for item in list("users") {
            let person = Person::from_value(&id(&item), Person::User);
            people.users.push(person.ok_or_else(|| id(&item).to_string())?);
        }
        for item in list("groups") {
            people.groups.push(id(&item).as_u64().ok_or_else(|| id(&item).to_string())?);
        }
        Ok(people)
    }

    /// As Planfix gives it back; nobody is an unset field.
    pub(crate) fn to_value(&self, name_of: impl Fn(Person) -> String) -> Option<Value> {
        if self.is_empty() {
            return None;
        }
        let users: Vec<Value> = self
            .users
            .iter()
            .map(|person| json!({"id": person, "name": name_of(*person)}))
            .collect();
        let group = |id: &u64| json!({"id": id, "name": name_of(Person::Group(*id))});
        Some(json!({"users": users, "groups": self.groups.iter().map(group).collect::<Vec<_>>()}))
    }
}
