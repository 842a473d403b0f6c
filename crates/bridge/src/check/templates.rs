//! «Шаблон для создания контакта».

use domain::Failure;
use domain::ids::ContactTemplateId;
use planfix::rest::Template;

use super::named::At;
use super::{PRIORITY, Report, RestDoor, Subject, Trouble, Verdict};

/// Checks each contact template.
pub(super) async fn check(
    rest: &RestDoor<'_>,
    named: &[At<ContactTemplateId>],
    report: &mut Report,
) {
    if named.is_empty() {
        return;
    }
    let known = templates(rest).await;
    for (path, id) in named {
        let verdict = match &known {
            Ok(templates) => match templates.iter().find(|template| template.id == *id) {
                Some(template) => Verdict::named(template.name.as_str()),
                None => Verdict::Wrong(Trouble::Missing { nearest: None }),
            },
            Err(failure) => Verdict::Unasked(failure.clone()),
        };
        report.add(path, Subject::ContactTemplate(*id), verdict);
    }
}

/// Templates of people and of companies.
async fn templates(rest: &RestDoor<'_>) -> Result<Vec<Template<ContactTemplateId>>, Failure> {
    let rest = rest.as_ref().map_err(Clone::clone)?;
    let mut templates = rest.contact_templates(false, PRIORITY).await?;
    templates.extend(rest.contact_templates(true, PRIORITY).await?);
    Ok(templates)
}
