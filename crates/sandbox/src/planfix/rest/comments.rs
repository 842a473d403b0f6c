//! Comments of tasks and of contacts.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::answer::{Done, Refusal};
use super::operations::Call;
use super::page::Page;
use super::selection::Selection;
use super::{contacts, tasks};
use crate::planfix::company::{Comment, Company, Person, ROBOT, Subject};
use crate::planfix::rest::point;

/// Plain fields that are only kept.
const KEPT: [&str; 4] = ["files", "recipients", "sourceObjectId", "sourceDataVersion"];

/// `POST /task/{id}/comments/list`.
pub(super) fn list_of_task(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let missing = || Refusal::new(500, 1000, format!("Task not found by id {}", call.id));
    let id = tasks::find(company, &call.id).ok_or_else(missing)?.id;
    Ok(list(company, call, Subject::Task(id)))
}

/// `POST /contact/{id}/comments/list`.
pub(super) fn list_of_contact(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let missing = || Refusal::new(500, 2000, format!("Contact not found by id {}", call.id));
    let id = contacts::find(company, &call.id).ok_or_else(missing)?.id;
    Ok(list(company, call, Subject::Contact(id)))
}

/// `POST /task/{id}/comments/`.
pub(super) fn create_for_task(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let missing = || Refusal::new(400, 1000, format!("Task not found by id {}", call.id));
    let id = tasks::find(company, &call.id).ok_or_else(missing)?.id;
    create(company, call, Subject::Task(id))
}

/// `POST /contact/{id}/comments/`.
pub(super) fn create_for_contact(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let missing = || Refusal::new(400, 2000, format!("Contact not found by id {}", call.id));
    let id = contacts::find(company, &call.id).ok_or_else(missing)?.id;
    create(company, call, Subject::Contact(id))
}

fn list(company: &Company, call: &Call, subject: Subject) -> Done {
    let selection = Selection::of_body(&call.body);
    let page = Page::of_body(&call.body);
    let mut comments: Vec<&Comment> =
        company.comments.iter().filter(|comment| comment.subject == subject).collect();
    if call.body.pointer("/resultOrder/0/direction") == Some(&json!("Desc")) {
        comments.reverse();
    }
    let row = |comment: &Comment| {
        let system = |name: &str| system_field(comment, name, company);
        selection.row(("id", json!(comment.id)), system, &BTreeMap::new(), company)
    };
    Done::rows("comments", page.cut(comments.into_iter()).map(row).collect())
}

fn create(company: &mut Company, call: &mut Call, subject: Subject) -> Result<Done, Refusal> {
    let body = &call.body;
    let owner = match body.pointer("/owner/id") {
        None => Person::User(ROBOT),
        Some(id) => Person::from_value(id, Person::User)
            .filter(|person| company.knows(*person))
            .ok_or_else(|| Refusal::invalid(format!("Invalid parameter value: {id}")))?,
    };
    let text = body.get("description").and_then(Value::as_str).unwrap_or_default();
    if text.is_empty() && body.get("files").is_none() {
        return Err(Refusal::new(400, 5001, "Comment is empty"));
    }
    let flag = |key: &str| body.get(key).and_then(Value::as_bool).unwrap_or(false);
    let kept = KEPT.iter().filter_map(|key| body.get_key_value_owned(key));
    let comment = Comment {
        id: company.ids.comment(),
        subject,
        owner,
        description: text.to_owned(),
        is_hidden: flag("isHidden"),
        is_pinned: flag("isPinned"),
        at: call.now,
        entries: Vec::new(),
        other: kept.collect::<Map<String, Value>>(),
    };
    let id = comment.id;
    company.comments.push(comment);
    Ok(Done::created(id, vec![format!("comment {id}")]))
}

/// Takes a key with its value out of a JSON object.
trait OwnedPair {
    fn get_key_value_owned(&self, key: &str) -> Option<(String, Value)>;
}

impl OwnedPair for Value {
    fn get_key_value_owned(&self, key: &str) -> Option<(String, Value)> {
        self.get(key).map(|value| (key.to_owned(), value.clone()))
    }
}

fn system_field(comment: &Comment, name: &str, company: &Company) -> Option<Value> {
    match (name, comment.subject) {
        ("description", _) => Some(json!(comment.description)),
        ("owner", _) => Some(json!({"id": comment.owner, "name": company.name_of(comment.owner)})),
        ("dateTime", _) => Some(point(comment.at, &company.timezone())),
        ("type", _) => Some(json!("Comment")),
        ("isHidden", _) => Some(json!(comment.is_hidden)),
        ("isPinned", _) => Some(json!(comment.is_pinned)),
        ("isDeleted", _) => Some(json!(false)),
        ("task", Subject::Task(id)) => Some(json!({"id": id})),
        ("contact", Subject::Contact(id)) => {
            let contact = Person::Contact(id);
            Some(json!({"id": contact, "name": company.name_of(contact)}))
        }
        ("dataTags", _) if !comment.entries.is_empty() => {
            let own = comment.entries.iter().filter_map(|key| company.entries.get(key));
            let tag = |tag: u64| json!({"id": tag});
            Some(own.map(|entry| json!({"dataTag": tag(entry.tag), "key": entry.key})).collect())
        }
        _ => comment.other.get(name).cloned(),
    }
}
