//! Employees: list and read. The API does not make them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::answer::{Done, Refusal};
use super::filters::{select, user_fits};
use super::operations::Call;
use super::page::Page;
use super::selection::Selection;
use crate::planfix::company::{Company, Person, User, UserStatus};

/// `POST /user/list`.
pub(super) fn list(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let flag = |key: &str| call.body.get(key).and_then(Value::as_bool).unwrap_or(false);
    let (only_active, prefixed) = (flag("onlyActive"), flag("prefixedId"));
    let selection = Selection::of_body(&call.body);
    let page = Page::of_body(&call.body);
    let listed = |user: &&User| !only_active || user.status == UserStatus::Active;
    let rows = company.users.values().filter(listed);
    let found = select(company, call, rows, &User::default(), user_fits)?;
    let row = |user: &User| {
        let id = if prefixed { json!(Person::User(user.id)) } else { json!(user.id) };
        read(&selection, user, id, company)
    };
    Ok(Done::rows("users", page.cut(found.into_iter()).map(row).collect()))
}

/// `GET /user/{id}`, by `1` or `user:1`.
pub(super) fn get(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let missing = || Refusal::new(404, 4000, format!("User not found by id {}", call.id));
    let user = match Person::parse(&call.id, Person::User) {
        Some(Person::User(id)) => company.users.get(&id),
        _ => None,
    };
    let user = user.ok_or_else(missing)?;
    let selection = Selection::parse(call.query.get("fields").map(String::as_str));
    Ok(Done::one("user", read(&selection, user, json!(user.id), company)))
}

/// `GET /user/groups`.
#[expect(clippy::unnecessary_wraps, reason = "all operations have one signature")]
pub(super) fn groups(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    Ok(Done::rows("groups", super::lookups::named_rows(call, company, &company.groups)))
}

fn read(selection: &Selection, user: &User, id: Value, company: &Company) -> Value {
    let system = |name: &str| system_field(user, name, company);
    selection.row(("id", id), system, &BTreeMap::new(), company)
}

/// A system field of an employee. The short number is none of them: the description of the API
/// does not declare it, it can only be searched for.
fn system_field(user: &User, name: &str, company: &Company) -> Option<Value> {
    let filled = |text: &str| (!text.is_empty()).then(|| json!(text));
    match name {
        "name" => filled(&user.name),
        "midname" => filled(&user.midname),
        "lastname" => filled(&user.lastname),
        "email" | "login" => filled(&user.email),
        "role" => Some(json!(user.role)),
        "status" => Some(json!(user.status)),
        "isDeleted" => Some(json!(false)),
        "languageCode" => Some(json!("Ru")),
        "phones" if user.phones.is_empty() => None,
        "phones" => {
            let phone = |number: &String| json!({"number": number, "type": 1});
            Some(user.phones.iter().map(phone).collect())
        }
        "groups" if user.groups.is_empty() => None,
        "groups" => {
            let group = |id: &u64| json!({"id": id, "name": company.name_of(Person::Group(*id))});
            Some(user.groups.iter().map(group).collect())
        }
        _ => None,
    }
}
