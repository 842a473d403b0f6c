//! «Дополнительные поля»: which are written now, and with what.

use domain::decide::{ChosenField, Occasion, choose_fields};
use domain::ids::FieldId;
use domain::settings::FieldRule;
use domain::templates::Variables;

/// Field 1 is always updated, field 2 is not.
fn rules() -> [FieldRule; 2] {
    [
        FieldRule { planfix_field: FieldId(1), uis_field: "campaign_name", update_always: true },
        FieldRule { planfix_field: FieldId(2), uis_field: "utm_source", update_always: false },
    ]
}

fn variables() -> Variables {
    [("campaign_name", "Весна"), ("utm_source", "yandex")].into_iter().collect()
}

fn numbers(chosen: &[ChosenField]) -> Vec<i64> {
    chosen.iter().map(|one| one.field.0).collect()
}

#[test]
fn on_creation_every_field_is_written() {
    let chosen = choose_fields(&rules(), Occasion::Creation, &variables(), |_| false);
    assert_eq!(numbers(&chosen), [1, 2]);
    assert_eq!((chosen[1].variable, chosen[1].text.as_str()), ("utm_source", "yandex"));
}

#[test]
fn later_a_filled_field_is_written_only_when_always_updated() {
    let filled = choose_fields(&rules(), Occasion::Update, &variables(), |_| false);
    assert_eq!(numbers(&filled), [1]);
    let empty =
        choose_fields(&rules(), Occasion::Update, &variables(), |field| field == FieldId(2));
    assert_eq!(numbers(&empty), [1, 2]);
}

#[test]
fn a_variable_without_a_value_wipes_nothing_out() {
    let blank: Variables = [("campaign_name", "  ")].into_iter().collect();
    assert!(choose_fields(&rules(), Occasion::Creation, &blank, |_| true).is_empty());
}
