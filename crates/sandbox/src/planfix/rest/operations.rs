//! Every method the simulated REST door knows.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

use super::answer::{Done, Refusal};
use super::request::Request;
use super::{comments, contacts, data_tags, lookups, tasks, users};
use crate::planfix::company::Company;

/// One call of a method, checked against the schema.
#[derive(Debug)]
pub(super) struct Call {
    /// What stood for `{id}` in the path.
    pub(super) id: String,
    pub(super) query: BTreeMap<String, String>,
    pub(super) body: Value,
    pub(super) silent: bool,
    pub(super) now: Timestamp,
    /// Where the call breaks the published interface, found while it was carried out.
    pub(super) violations: Vec<String>,
}

type Run = fn(&mut Company, &mut Call) -> Result<Done, Refusal>;

/// A method of the API.
pub(super) struct Operation {
    /// `POST /contact/{id}`: its name in the schema.
    pub(super) name: &'static str,
    /// The scope its token needs.
    pub(super) scope: Option<&'static str>,
    /// What it does.
    pub(super) run: Run,
}

const fn operation(name: &'static str, scope: &'static str, run: Run) -> Operation {
    Operation { name, scope: Some(scope), run }
}

/// No scope is documented for these.
const fn unscoped(name: &'static str, run: Run) -> Operation {
    Operation { name, scope: None, run }
}

/// Literal paths stand before those with a parameter: the first that fits is taken.
const OPERATIONS: &[Operation] = &[
    unscoped("GET /ping", |_, _| Ok(Done::plain())),
    operation("POST /user/list", "user_readonly", users::list),
    unscoped("GET /user/groups", users::groups),
    operation("GET /user/{id}", "user_readonly", users::get),
    operation("POST /contact/list", "contact_readonly", contacts::list),
    unscoped("GET /contact/templates", lookups::contact_templates),
    unscoped("GET /contact/groups", lookups::contact_groups),
    operation("POST /contact/", "contact_add", contacts::create),
    operation("GET /contact/{id}", "contact_readonly", contacts::get),
    operation("POST /contact/{id}", "contact_update", contacts::update),
    operation("POST /contact/{id}/comments/list", "comment_readonly", comments::list_of_contact),
    operation("POST /contact/{id}/comments/", "comment_add", comments::create_for_contact),
    operation("POST /task/list", "task_readonly", tasks::list),
    unscoped("GET /task/templates", lookups::task_templates),
    operation("POST /task/", "task_add", tasks::create),
    operation("GET /task/{id}", "task_readonly", tasks::get),
    operation("POST /task/{id}", "task_update", tasks::update),
    operation("POST /task/{id}/comments/list", "comment_readonly", comments::list_of_task),
    operation("POST /task/{id}/comments/", "comment_add", comments::create_for_task),
    unscoped("POST /object/list", lookups::objects),
    unscoped("GET /object/{id}", lookups::object),
    unscoped("GET /object/{id}/statuses", lookups::object_statuses),
    unscoped("GET /process/task", lookups::processes),
    unscoped("GET /process/task/{id}/statuses", lookups::process_statuses),
    unscoped("GET /customfield/task", lookups::task_fields),
    unscoped("GET /customfield/contact", lookups::contact_fields),
    operation("POST /datatag/list", "datatag_readonly", data_tags::list),
    operation("POST /datatag/{id}/entry/list", "datatag_readonly", data_tags::entries),
    operation("GET /datatag/entry/{key}", "datatag_readonly", data_tags::entry),
];

/// The method for a request, and what stands for the parameter in its path.
pub(super) fn find(request: &Request) -> Option<(&'static Operation, String)> {
    OPERATIONS.iter().find_map(|operation| {
        let (method, pattern) = operation.name.split_once(' ')?;
        let parameter = fit(pattern, &request.segments)?;
        (method == request.method).then_some((operation, parameter))
    })
}

/// Compares a path with a pattern; gives the parameter, empty when there is none.
fn fit(pattern: &str, segments: &[String]) -> Option<String> {
    let parts: Vec<&str> = pattern.split('/').filter(|part| !part.is_empty()).collect();
    if parts.len() != segments.len() {
        return None;
    }
    let mut parameter = String::new();
    for (part, segment) in parts.iter().zip(segments) {
        if part.starts_with('{') {
            parameter.clone_from(segment);
        } else if part != segment {
            return None;
        }
    }
    Some(parameter)
}
