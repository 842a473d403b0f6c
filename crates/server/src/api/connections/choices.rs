//! `GET /api/connections/{name}/choices/{list}`

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use bridge::choices::{Choice as Item, List, choices as ask};
use cabinet::Role;
use domain::Failure;
use domain::ids::TaskObjectId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::{Caller, Viewer};
use crate::problem::Problem;

/// What to ask for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoicesQuery {
    /// Of `statuses`: the task object whose they are.
    object: Option<i64>,
    /// Ask the other system anew instead of taking what was read within the last minutes; only admins
    /// may.
    #[serde(default)]
    #[param(required = false)]
    fresh: bool,
}

/// What there is to choose from.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Choices {
    /// In the order of the other system.
    items: Vec<Choice>,
    /// Why there are none: the other system does not answer, or refuses; `null` when it answered.
    failure: Option<ChoicesFailure>,
}

/// One thing to choose.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Choice {
    /// What the settings hold.
    #[schema(example = "user:3")]
    value: String,
    /// What people call it.
    #[schema(example = "Анна Смирнова")]
    label: String,
    /// What tells it from another of that name.
    #[schema(example = "anna@romashka.ru")]
    hint: Option<String>,
    /// Of a custom field: the number of its type in Planfix.
    #[schema(example = 1)]
    kind: Option<i64>,
}

/// Why the other system could not be asked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ChoicesFailure {
    /// A stable code, as in the pages of errors.
    #[schema(example = "PF-TOKEN")]
    code: String,
    /// What happened, in Russian.
    message: String,
}

/// What the selects of the settings offer: a list of Planfix or UIS as it is now. Lists:
/// `planfix_users`, `task_objects`, `statuses`, `contact_templates`, `task_templates`, `contact_fields`,
/// `task_fields`, `uis_employees`, `virtual_numbers`, `sites`, `campaigns`, `scenarios`, `tags`.
#[utoipa::path(get, path = "/api/connections/{name}/choices/{list}", tag = "connections", security(("token" = []), ("session" = [])),
    params(
        ("name" = String, Path, description = "The connection's name"),
        ("list" = String, Path, description = "Which list", example = "task_objects"),
        ChoicesQuery,
    ),
    responses(
        (status = 200, description = "The list, or why there is none", body = Choices),
        (status = 400, description = "`statuses` without `object`", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection or list", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn choices(
    caller: Caller<Viewer>,
    State(app): State<App>,
    Path((name, list)): Path<(String, String)>,
    query: Result<Query<ChoicesQuery>, QueryRejection>,
) -> Result<Json<Choices>, Problem> {
    let Query(query) = query.map_err(|error| Problem::bad_request(error.body_text()))?;
    let list = which(&list, query.object)?;
    // asking anew costs requests of Planfix's day, which are the administrator's to spend
    let fresh = query.fresh && caller.may(Role::Admin);
    let id = app.connections.get(&super::name(&name)?).await?.id;
    let asked = match app.bridge.accounts.get(id).await {
        Ok(account) => ask(&account, list, fresh).await,
        Err(failure) => Err(failure),
    };
    Ok(Json(match asked {
        Ok(items) => Choices { items: items.into_iter().map(Choice::of).collect(), failure: None },
        Err(failure) => Choices { items: Vec::new(), failure: Some(ChoicesFailure::of(failure)) },
    }))
}

fn which(list: &str, object: Option<i64>) -> Result<List, Problem> {
    Ok(match list {
        "planfix_users" => List::PlanfixUsers,
        "task_objects" => List::TaskObjects,
        "statuses" => {
            let object =
                object.ok_or_else(|| Problem::bad_request("object: нужен номер объекта"))?;
            List::Statuses(TaskObjectId(object))
        }
        "contact_templates" => List::ContactTemplates,
        "task_templates" => List::TaskTemplates,
        "contact_fields" => List::ContactFields,
        "task_fields" => List::TaskFields,
        "uis_employees" => List::UisEmployees,
        "virtual_numbers" => List::VirtualNumbers,
        "sites" => List::Sites,
        "campaigns" => List::Campaigns,
        "scenarios" => List::Scenarios,
        "tags" => List::Tags,
        _ => return Err(Problem::not_found("Такого списка нет")),
    })
}

impl Choice {
    fn of(item: Item) -> Self {
        let Item { value, label, hint, kind } = item;
        Self { value, label, hint, kind }
    }
}

impl ChoicesFailure {
    fn of(failure: Failure) -> Self {
        Self { code: failure.code.to_string(), message: failure.message }
    }
}
