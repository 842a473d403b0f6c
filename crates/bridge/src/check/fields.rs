//! «Дополнительные поля», and the field of a deal's amount.

use domain::Failure;
use domain::ids::FieldId;
use domain::tasks::FieldKind;
use planfix::rest::Field;

use super::named::{At, Named};
use super::{PRIORITY, Report, RestDoor, Subject, Trouble, Verdict};

/// Checks each custom field.
pub(super) async fn check(rest: &RestDoor<'_>, named: &Named, report: &mut Report) {
    if !named.contact_fields.is_empty() {
        let known = match rest {
            Ok(rest) => rest.contact_fields(PRIORITY).await,
            Err(failure) => Err(failure.clone()),
        };
        for at in &named.contact_fields {
            judge(at, &known, Subject::ContactField(at.1), writable, report);
        }
    }
    if !named.task_fields.is_empty() || named.amount_field.is_some() {
        let known = match rest {
            Ok(rest) => rest.task_fields(PRIORITY).await,
            Err(failure) => Err(failure.clone()),
        };
        for at in &named.task_fields {
            judge(at, &known, Subject::TaskField(at.1), writable, report);
        }
        if let Some(at) = &named.amount_field {
            judge(at, &known, Subject::TaskField(at.1), numeric, report);
        }
    }
}

fn judge(
    (path, id): &At<FieldId>,
    known: &Result<Vec<Field>, Failure>,
    subject: Subject,
    suits: impl Fn(&Field) -> Verdict,
    report: &mut Report,
) {
    let verdict = match known {
        Ok(fields) => match fields.iter().find(|field| field.id == *id) {
            Some(field) => suits(field),
            None => Verdict::Wrong(Trouble::Missing { nearest: None }),
        },
        Err(failure) => Verdict::Unasked(failure.clone()),
    };
    report.add(path, subject, verdict);
}

/// A field that a text of UIS can be written into.
fn writable(field: &Field) -> Verdict {
    match field.kind {
        FieldKind::Other(kind) => {
            Verdict::Wrong(Trouble::NotWritable { name: field.name.clone(), kind })
        }
        _ => Verdict::named(field.name.as_str()),
    }
}

/// Of the numeric types only «Число» can be written; the others are computed.
fn numeric(field: &Field) -> Verdict {
    match field.kind {
        FieldKind::Number => Verdict::named(field.name.as_str()),
        other => {
            Verdict::Wrong(Trouble::NotNumeric { name: field.name.clone(), kind: other.into() })
        }
    }
}
