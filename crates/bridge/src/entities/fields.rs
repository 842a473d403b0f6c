//! «Дополнительные поля»: values of the fields' types.

use domain::Failure;
use domain::decide::{ChosenField, KnownFields};
use domain::entities::EntityNote;
use domain::fields::convert;
use domain::settings::FieldRule;
use domain::tasks::FieldValue;
use domain::text::Lang;
use planfix::rest::{Field, FieldValues};
use upstream::Priority;

use crate::draft::Draft;
use crate::scene::Scene;

/// The values of a task's fields.
pub(crate) async fn task_values(
    scene: &Scene<'_>,
    chosen: &[ChosenField],
    draft: &mut Draft<'_>,
) -> Result<Vec<FieldValue>, Failure> {
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let known = scene.account.rest()?.task_fields(Priority::AfterCall).await?;
    values(chosen, &known, draft)
}

/// The values of a contact's fields.
pub(crate) async fn contact_values(
    scene: &Scene<'_>,
    chosen: &[ChosenField],
    draft: &mut Draft<'_>,
) -> Result<Vec<FieldValue>, Failure> {
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let known = scene.account.rest()?.contact_fields(Priority::AfterCall).await?;
    values(chosen, &known, draft)
}

/// Whether the field says so already: writing it would cost a request for nothing.
pub(crate) fn unchanged(known: &KnownFields, set: &FieldValue) -> bool {
    known.get(set.field) == Some(&set.value)
}

/// The fields that the rules name, as they are in Planfix.
pub(crate) fn known_fields(rules: &[FieldRule], values: &FieldValues) -> KnownFields {
    let known = |rule: &FieldRule| {
        let field = rule.planfix_field;
        (field, values.get(field).filter(|_| values.is_filled(field)).cloned())
    };
    rules.iter().map(known).collect()
}

/// The chosen texts as values of their fields' types; what does not fit is left out and noted.
fn values(
    chosen: &[ChosenField],
    known: &[Field],
    draft: &mut Draft<'_>,
) -> Result<Vec<FieldValue>, Failure> {
    let mut values = Vec::new();
    for one in chosen {
        let field = known.iter().find(|field| field.id == one.field);
        let converted = match field {
            None => Err("такого поля в Планфиксе нет".to_owned()),
            Some(field) => convert(field.kind, &one.text).map_err(|unfit| unfit.text(Lang::Ru)),
        };
        match converted {
            Ok(value) => values.push(FieldValue { field: one.field, value }),
            Err(reason) => draft.note(&EntityNote::FieldLeftOut {
                field: one.field,
                variable: one.variable.to_owned(),
                reason,
            })?,
        }
    }
    Ok(values)
}
