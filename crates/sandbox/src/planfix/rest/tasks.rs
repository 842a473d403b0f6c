//! Tasks: list, read, create, update.

use serde_json::{Value, json};

use super::answer::{Done, Refusal};
use super::filters::{select, task_fits};
use super::operations::Call;
use super::page::Page;
use super::selection::Selection;
use super::task_form::{fill, system_field};
use crate::planfix::automation::TaskEvent;
use crate::planfix::company::{Comment, Company, Subject, Task};

/// `POST /task/list`.
pub(super) fn list(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let selection = Selection::of_body(&call.body);
    let page = Page::of_body(&call.body);
    let sample = Task::new(0, call.now);
    let found = select(company, call, company.tasks.values(), &sample, task_fits)?;
    let rows = page.cut(found.into_iter()).map(|task| read(&selection, task, company));
    Ok(Done::rows("tasks", rows.collect()))
}

/// `GET /task/{id}`. A missing one is 400 with code 0, unlike a missing contact.
pub(super) fn get(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let task = find(company, &call.id).ok_or_else(|| Refusal::failed(400))?;
    let selection = Selection::parse(call.query.get("fields").map(String::as_str));
    Ok(Done::one("task", read(&selection, task, company)))
}

/// `POST /task/`. A name is enough; an unknown object or status is refused.
pub(super) fn create(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let mut task = Task::new(0, call.now);
    let id_of = |key: &str| call.body.pointer(&format!("/{key}/id")).and_then(Value::as_u64);
    task.object = id_of("object");
    task.template = id_of("template");
    if let Some(id) = task.object
        && !company.objects.iter().any(|object| object.id == id)
    {
        return Err(Refusal::invalid(format!("Object not found by id {id}")));
    }
    if let Some(id) = task.template
        && !company.task_templates.iter().any(|template| template.id == id)
    {
        return Err(Refusal::invalid(format!("Template not found by id {id}")));
    }
    task.status = company.statuses(task.object).first().map_or(0, |status| status.id);
    let mut notes = fill(company, &mut task, call)?;
    if task.name.is_empty() {
        return Err(Refusal::new(400, 1001, "Task name is empty"));
    }
    task.id = company.ids.task();
    notes.insert(0, format!("task {}", task.id));
    if !task.description.is_empty() {
        let comment = description_comment(company, &task, call);
        company.comments.push(comment);
    }
    let id = task.id;
    company.tasks.insert(id, task);
    company.touched.push((id, TaskEvent::Created));
    Ok(Done::created(id, notes))
}

/// `POST /task/{id}`.
pub(super) fn update(company: &mut Company, call: &mut Call) -> Result<Done, Refusal> {
    let error = format!("Task for update not found by id {}", call.id);
    let found = find(company, &call.id).cloned();
    let mut task = found.ok_or_else(|| Refusal::new(404, 1000, error))?;
    let before = task.clone();
    let mut notes = fill(company, &mut task, call)?;
    let changed = task != before;
    if changed {
        task.changed = call.now;
        notes.insert(0, format!("task {} changed", task.id));
        company.touched.push((task.id, TaskEvent::Changed));
    }
    if changed && !call.silent {
        task.log.push("изменена через API".to_owned());
    }
    company.tasks.insert(task.id, task);
    Ok(Done::plain().changing(notes))
}

/// A task by its number.
pub(super) fn find<'a>(company: &'a Company, id: &str) -> Option<&'a Task> {
    company.tasks.get(&id.parse().ok()?)
}

fn read(selection: &Selection, task: &Task, company: &Company) -> Value {
    let system = |name: &str| system_field(task, name, company);
    selection.row(("id", json!(task.id)), system, &task.custom, company)
}

/// The description of a new task is also its first comment.
fn description_comment(company: &mut Company, task: &Task, call: &Call) -> Comment {
    Comment {
        id: company.ids.comment(),
        subject: Subject::Task(task.id),
        owner: task.assigner,
        description: task.description.clone(),
        is_hidden: false,
        is_pinned: false,
        at: call.now,
        entries: Vec::new(),
        other: serde_json::Map::new(),
    }
}
