//! «Дополнительные поля»: which of them are written now, and with what.

use crate::ids::FieldId;
use crate::settings::FieldRule;
use crate::templates::Variables;

/// On which occasion fields are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The task or contact has just been made, or is being made.
    Creation,
    /// It was there before.
    Update,
}

/// A field to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenField {
    /// The field.
    pub field: FieldId,
    /// The variable it comes from.
    pub variable: &'static str,
    /// The value as text.
    pub text: String,
}

/// Chooses the fields: those always updated, and the others on creation or while they are empty.
/// A variable without a value writes nothing, so that what is known is never wiped out.
pub fn choose_fields(
    rules: &[FieldRule],
    occasion: Occasion,
    variables: &Variables,
    is_empty: impl Fn(FieldId) -> bool,
) -> Vec<ChosenField> {
    rules
        .iter()
        .filter(|rule| {
            rule.update_always || occasion == Occasion::Creation || is_empty(rule.planfix_field)
        })
        .filter_map(|rule| {
            let text = variables.get(rule.uis_field)?.to_owned();
            Some(ChosenField { field: rule.planfix_field, variable: rule.uis_field, text })
        })
        .collect()
}
