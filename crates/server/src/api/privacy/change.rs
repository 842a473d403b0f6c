//! `PUT /api/privacy`

use axum::Json;
use axum::extract::State;
use cabinet::people::Action;
use cabinet::privacy;
use serde_json::json;

use super::Privacy;
use crate::app::App;
use crate::auth::{Admin, Body, Caller};
use crate::problem::Problem;

/// Says who sees clients' phones whole. Only who sees them himself, before and after, may say it.
#[utoipa::path(put, path = "/api/privacy", tag = "privacy", security(("token" = []), ("session" = [])),
    request_body = Privacy,
    responses(
        (status = 200, description = "By role, from now on", body = Privacy),
        (status = 400, description = "The request can't be understood", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "Nobody is signed in, and no known token was shown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "The role is too weak", body = Problem, content_type = "application/problem+json"),
    ))]
pub(crate) async fn change(
    caller: Caller<Admin>,
    State(app): State<App>,
    Body(wanted): Body<Privacy>,
) -> Result<Json<Privacy>, Problem> {
    let store = &**app.bridge.engine.store();
    let phones = cabinet::Role::from(wanted.phones);
    if !caller.may(privacy::sees_phones(store).await?) || !caller.may(phones) {
        return Err(Problem::own_eyes());
    }
    let before = privacy::let_see_phones(store, phones).await?;
    if before != phones {
        let (before, after) = (before.as_str(), phones.as_str());
        let (before, after) = (json!({ "phones": before }), json!({ "phones": after }));
        app.people.record(caller.actor(), Action::PhonesShown, "privacy", before, after).await?;
    }
    Ok(Json(wanted))
}
