//! Searches among tasks. Planfix answers a filter that it does not understand with all tasks, so each
//! row is checked again here.

use domain::Failure;
use domain::ids::{ContactId, FieldId, TaskId, TaskObjectId};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde_json::{Value, json};
use upstream::Priority;

use super::tasks::{TASK_FIELDS, Task};
use super::values::asking_for;
use super::wire::Call;
use super::{MAX_SEARCH_PAGES, Rest, filters};
use crate::codes;
use crate::row::Row;

/// What is known of a task whose creation has an unknown outcome.
#[derive(Debug, Clone)]
pub struct TaskTrace<'a> {
    /// The mark it was to get.
    pub source_object_id: &'a str,
    /// The counterparty it was to get: narrows the search best.
    pub counterparty: Option<ContactId>,
    /// The name it was to get.
    pub name: &'a str,
    /// When its creation was first tried.
    pub tried_since: Timestamp,
}

/// A page of tasks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskPage {
    /// Their numbers.
    pub tasks: Vec<TaskId>,
    /// No page follows.
    pub is_last: bool,
}

impl Rest {
    /// The contact's open tasks, of one object or of any, oldest first, with the custom fields asked
    /// for.
    ///
    /// # Errors
    /// [`codes::FILTER`] when Planfix ignored the filter, [`codes::WIDE`] for too many tasks, and the
    /// failures of an exchange.
    pub async fn open_tasks(
        &self,
        contact: ContactId,
        object: Option<TaskObjectId>,
        fields: &[FieldId],
        priority: Priority,
    ) -> Result<Vec<Task>, Failure> {
        let mut asked = vec![filters::task_counterparty(contact)];
        asked.extend(object.map(filters::task_object));
        let call = search(&asked, &asking_for(TASK_FIELDS, fields));
        let ours = |task: &Task| {
            task.counterparty == Some(contact) && object.is_none_or(|object| task.is_of(object))
        };
        let mut open = Vec::new();
        for number in 0..MAX_SEARCH_PAGES {
            let page = self.page(&call, "tasks", number, priority).await?;
            let found: Vec<Task> = page.rows().filter_map(Task::of).filter(ours).collect();
            if page.is_full() && found.is_empty() {
                return Err(ignored_filter());
            }
            open.extend(found.into_iter().filter(Task::is_open));
            if !page.is_full() {
                return Ok(open);
            }
        }
        Err(too_wide())
    }

    /// One page, counted from 0, of the tasks of an object made since a moment (or up to a day before it), in
    /// Planfix's own order.
    ///
    /// # Errors
    /// [`codes::FILTER`] when Planfix ignored the filter, and the failures of an exchange.
    pub async fn tasks_made_since(
        &self,
        object: TaskObjectId,
        since: Timestamp,
        page: usize,
        priority: Priority,
    ) -> Result<TaskPage, Failure> {
        // the filter's days are those of the token's user
        let since = since.saturating_sub(SignedDuration::from_hours(14)).unwrap_or(Timestamp::MIN);
        let day = TimeZone::UTC.to_datetime(since).date();
        let asked = [filters::task_object(object), filters::created_since(day)];
        let call = search(&asked, TASK_FIELDS);
        let page = self.page(&call, "tasks", page, priority).await?;
        let is_last = !page.is_full();
        let tasks: Vec<TaskId> = page
            .rows()
            .filter_map(Task::of)
            .filter(|task| task.is_of(object))
            .map(|task| task.id)
            .collect();
        if !is_last && tasks.is_empty() {
            return Err(Failure::permanent(
                codes::FILTER,
                "Планфикс не применил фильтр задач по объекту и вернул все подряд",
            ));
        }
        Ok(TaskPage { tasks, is_last })
    }

    /// Looks for a task by our mark. There is no filter for it: the narrowest list that must hold the
    /// task is read and the marks are compared here. `None` means that it is surely not there.
    ///
    /// # Errors
    /// [`codes::WIDE`] when the list is too long to be sure, and the failures of an exchange.
    pub async fn find_task(
        &self,
        trace: &TaskTrace<'_>,
        priority: Priority,
    ) -> Result<Option<TaskId>, Failure> {
        let mut asked = vec![match trace.counterparty {
            Some(contact) => filters::task_counterparty(contact),
            None => filters::task_name(trace.name),
        }];
        asked.push(filters::created_since(a_day_before(trace.tried_since)));
        let call = search(&asked, "id,sourceObjectId");
        for number in 0..MAX_SEARCH_PAGES {
            let page = self.page(&call, "tasks", number, priority).await?;
            let mut marked = page.rows().filter(|row| bears(*row, trace.source_object_id));
            if let Some(id) = marked.find_map(|row| row.id("id")) {
                return Ok(Some(TaskId(id)));
            }
            if !page.is_full() {
                return Ok(None);
            }
        }
        Err(too_wide())
    }
}

/// The filter's days are those of the token's user, so a day is left for any time zone.
pub(super) fn a_day_before(moment: Timestamp) -> Date {
    let before = moment.saturating_sub(SignedDuration::from_hours(24));
    TimeZone::UTC.to_datetime(before.unwrap_or(Timestamp::MIN)).date()
}

fn search(filters: &[Value], fields: &str) -> Call {
    Call::list("task/list", json!({ "fields": fields, "filters": filters }))
}

pub(super) fn bears(row: Row<'_>, mark: &str) -> bool {
    row.text("sourceObjectId").is_some_and(|own| own.eq_ignore_ascii_case(mark))
}

fn ignored_filter() -> Failure {
    Failure::permanent(
        codes::FILTER,
        "Планфикс не применил фильтр задач по контрагенту и вернул все подряд",
    )
}

fn too_wide() -> Failure {
    Failure::permanent(codes::WIDE, "Под поиск в Планфиксе подходит слишком много задач")
}
