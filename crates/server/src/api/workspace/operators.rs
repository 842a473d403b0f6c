//! `GET|PUT /api/connections/{name}/operators`

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use cabinet::CabinetError;
use cabinet::people::{Action, PersonId};
use domain::ids::UisEmployeeId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::{Admin, Body, Caller};
use crate::problem::Problem;

/// Who answers chats.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Operators {
    /// Everybody who may sign in, by e-mail.
    items: Vec<PersonAtWork>,
}

/// Somebody who signs in, and as whom he answers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PersonAtWork {
    /// His number among the accounts.
    person: i64,
    /// His e-mail.
    email: String,
    /// The employee of UIS somebody chose for him; `null` = the one with his e-mail.
    chosen: Option<i64>,
    /// The employee of UIS he is; `null` = none, and he can't answer chats.
    employee: Option<i64>,
    /// That employee's name.
    name: Option<String>,
}

/// Who somebody is in UIS.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OperatorChoice {
    /// Whose choice.
    person: i64,
    /// The employee of UIS; `null` = the one with his e-mail.
    employee: Option<i64>,
}

/// Who of those who sign in answers chats as which employee of UIS.
#[utoipa::path(get, path = "/api/connections/{name}/operators", tag = "workspace", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    responses(
        (status = 200, description = "Everybody", body = Operators),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection", body = Problem, content_type = "application/problem+json"),
        (status = 502, description = "`outside`: UIS can't be asked", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn list(
    _: Caller<Admin>,
    State(app): State<App>,
    Path(name): Path<String>,
) -> Result<Json<Operators>, Problem> {
    let connection = super::connection(&app, &name).await?;
    let chosen = app.workspace.operators(connection).await.map_err(CabinetError::from)?;
    let mut items = Vec::new();
    for person in app.people.list().await? {
        let chosen = chosen.iter().find(|one| one.person == person.id).map(|one| one.employee);
        let operator = super::operator_of(&app, connection, &person).await?;
        items.push(PersonAtWork {
            person: person.id.0,
            email: person.email.to_string(),
            chosen: chosen.map(|employee| employee.0),
            employee: operator.as_ref().map(|operator| operator.person.employee.0),
            name: operator.and_then(|operator| operator.person.name),
        });
    }
    Ok(Json(Operators { items }))
}

/// Says which employee of UIS somebody is.
#[utoipa::path(put, path = "/api/connections/{name}/operators", tag = "workspace", security(("token" = []), ("session" = [])),
    params(("name" = String, Path, description = "The connection's name")),
    request_body = OperatorChoice,
    responses(
        (status = 204, description = "From now on"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such connection, or nobody of that number", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn choose(
    caller: Caller<Admin>,
    State(app): State<App>,
    Path(name): Path<String>,
    Body(choice): Body<OperatorChoice>,
) -> Result<StatusCode, Problem> {
    let connection = super::connection(&app, &name).await?;
    let (person, employee) = (PersonId(choice.person), choice.employee.map(UisEmployeeId));
    let known = app.workspace.set_operator(connection, person, employee).await;
    if !known.map_err(CabinetError::from)? {
        return Err(Problem::not_found("Такой учётной записи нет"));
    }
    let after = json!({ "person": choice.person, "employee": choice.employee });
    app.people.record(caller.actor(), Action::OperatorChosen, name, Value::Null, after).await?;
    Ok(StatusCode::NO_CONTENT)
}
