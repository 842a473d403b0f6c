//! UIS's texts become values of Planfix's fields.

use domain::fields::convert;
use domain::tasks::FieldKind;
use domain::text::Lang;
use serde_json::{Value, json};

fn fits(kind: FieldKind, text: &str) -> Value {
    convert(kind, text).unwrap()
}

fn unfit(kind: FieldKind, text: &str) -> String {
    convert(kind, text).unwrap_err().text(Lang::Ru)
}

#[test]
fn text_stays_text() {
    assert_eq!(fits(FieldKind::Line, " Яндекс.Директ \n бренд "), json!("Яндекс.Директ бренд"));
    assert_eq!(fits(FieldKind::Text, "первая\nвторая"), json!("первая\nвторая"));
    assert_eq!(fits(FieldKind::List, "Платный поиск"), json!("Платный поиск"));
}

#[test]
fn a_number_is_a_json_number() {
    assert_eq!(fits(FieldKind::Number, "42"), json!(42));
    assert_eq!(fits(FieldKind::Number, "-3.5"), json!(-3.5));
}

#[test]
fn a_decimal_comma_is_not_guessed() {
    assert_eq!(unfit(FieldKind::Number, "3,5"), "«3,5» не подходит для поля типа «Число»");
    for text in ["", "1e5", "inf", "NaN", "12 шт.", "1 000"] {
        assert!(convert(FieldKind::Number, text).is_err(), "{text}");
    }
}

#[test]
fn a_checkbox_understands_yes_and_no() {
    for (text, checked) in
        [("1", true), ("true", true), ("Да", true), ("0", false), ("FALSE", false), ("нет", false)]
    {
        assert_eq!(fits(FieldKind::Checkbox, text), json!(checked), "{text}");
    }
    assert!(convert(FieldKind::Checkbox, "наверное").is_err());
}

#[test]
fn moments_are_written_the_planfix_way() {
    assert_eq!(fits(FieldKind::Date, "2026-04-14 10:15:30"), json!({"date": "14-04-2026"}));
    assert_eq!(fits(FieldKind::Date, "2026-04-14"), json!({"date": "14-04-2026"}));
    assert_eq!(fits(FieldKind::DateTime, "2026-04-14 10:15:30.123"), json!("14-04-2026 10:15:30"));
    assert_eq!(fits(FieldKind::Time, "2026-04-14 10:15:30"), json!({"time": "10:15"}));
    assert_eq!(fits(FieldKind::Time, "10:15:30"), json!({"time": "10:15"}));
    assert!(convert(FieldKind::Date, "вчера").is_err());
    assert!(convert(FieldKind::Time, "2026-04-14").is_err());
}

#[test]
fn a_joined_list_becomes_labels() {
    assert_eq!(fits(FieldKind::Labels, "Горячий, Опт,, "), json!(["Горячий", "Опт"]));
    assert!(convert(FieldKind::Labels, " , ").is_err());
}

#[test]
fn a_reference_cant_be_filled_from_text() {
    assert_eq!(unfit(FieldKind::Other(9), "x"), "поле этого типа (9) нельзя заполнить текстом");
}
