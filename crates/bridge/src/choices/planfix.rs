//! Lists of Planfix.

use ::planfix::Rest;
use ::planfix::rest::{Field, Status, User};
use domain::Failure;
use domain::ids::TaskObjectId;

use super::{Choice, List, PRIORITY};

/// Reads a list.
pub(super) async fn read(rest: &Rest, list: List) -> Result<Vec<Choice>, Failure> {
    Ok(match list {
        List::PlanfixUsers => {
            let users = rest.users(true, PRIORITY).await?;
            users.iter().filter(|user| !user.is_robot()).map(of_user).collect()
        }
        List::TaskObjects => {
            let objects = rest.objects(PRIORITY).await?.into_iter();
            objects.map(|one| Choice::new(&one.id, one.name)).collect()
        }
        List::Statuses(object) => statuses(rest, object).await?.iter().map(of_status).collect(),
        List::ContactTemplates => contact_templates(rest).await?,
        List::TaskTemplates => {
            let templates = rest.task_templates(PRIORITY).await?.into_iter();
            templates.map(|one| Choice::new(&one.id, one.name)).collect()
        }
        List::ContactFields => rest.contact_fields(PRIORITY).await?.iter().map(of_field).collect(),
        List::TaskFields => rest.task_fields(PRIORITY).await?.iter().map(of_field).collect(),
        _ => Vec::new(),
    })
}

fn of_user(user: &User) -> Choice {
    let name = full_name(user);
    let hint = user.emails.first().cloned();
    Choice::new(&user.id, name).hinted(hint)
}

fn full_name(user: &User) -> String {
    let parts = [&user.last_name, &user.first_name].map(|part| part.as_deref().unwrap_or_default());
    let joined = parts.join(" ").trim().to_owned();
    if joined.is_empty() { user.name.clone() } else { joined }
}

fn of_status(status: &Status) -> Choice {
    Choice::new(&status.id, status.name.clone())
}

fn of_field(field: &Field) -> Choice {
    let kind = Some(field.kind.into());
    Choice { kind, ..Choice::new(&field.id, field.name.clone()) }
}

/// Accounts whose objects run on processes give no statuses by object; there every process has its own,
/// and which an object runs on is told nowhere, so all are offered.
async fn statuses(rest: &Rest, object: TaskObjectId) -> Result<Vec<Status>, Failure> {
    let own = rest.object_statuses(object, PRIORITY).await?;
    if !own.is_empty() {
        return Ok(own);
    }
    let mut all: Vec<Status> = Vec::new();
    for process in rest.processes(PRIORITY).await? {
        for status in rest.process_statuses(process.id, PRIORITY).await? {
            if !all.iter().any(|known| known.id == status.id) {
                all.push(status);
            }
        }
    }
    Ok(all)
}

/// Templates of people, then of companies.
async fn contact_templates(rest: &Rest) -> Result<Vec<Choice>, Failure> {
    let people = rest.contact_templates(false, PRIORITY).await?;
    let companies = rest.contact_templates(true, PRIORITY).await?;
    let all = people.into_iter().chain(companies);
    Ok(all.map(|one| Choice::new(&one.id, one.name)).collect())
}
