//! The amount's field.

use domain::deals::{Amount, Money};
use serde_json::{Value, json};

#[test]
fn only_numbers_are_amounts() {
    let given = |hundredths| Amount::Given(Money::hundredths(hundredths));
    let odd = |text: &str| Amount::Unreadable(text.to_owned());
    for (value, expected) in [
        (json!(15000), given(1_500_000)),
        (json!(99.5), given(9_950)),
        (json!(0.1), given(10)),
        (json!(-5), given(-500)),
        (json!("1500.50"), given(150_050)),
        (json!(" 7 "), given(700)),
        (json!(null), Amount::Empty),
        (json!("  "), Amount::Empty),
        (json!("1500,50"), odd("1500,50")),
        (json!("1 500"), odd("1 500")),
        (json!("1500 руб."), odd("1500 руб.")),
        (json!("1.505"), odd("1.505")),
        (json!("1e3"), odd("1e3")),
        (json!("+5"), odd("+5")),
        (json!(1e300), odd("1e+300")),
        (json!({"id": 5}), odd("{\"id\":5}")),
        (json!(true), odd("true")),
    ] {
        assert_eq!(Amount::read(Some(&value)), expected, "{value}");
    }
    assert_eq!(Amount::read(None), Amount::Empty);
}

#[test]
fn money_is_written_as_it_is_counted() {
    for (hundredths, text, json) in [
        (1_500_000, "15000", json!(15000)),
        (9_950, "99.50", json!(99.5)),
        (-5, "-0.05", json!(-0.05)),
        (0, "0", json!(0)),
    ] {
        let money = Money::hundredths(hundredths);
        assert_eq!((money.to_string(), money.to_json()), (text.to_owned(), json));
    }
}

proptest::proptest! {
    #[test]
    fn what_is_written_is_read_again(hundredths in -1_000_000_000_000_i64..1_000_000_000_000) {
        let money = Money::hundredths(hundredths);
        proptest::prop_assert_eq!(Amount::read(Some(&money.to_json())), Amount::Given(money));
        let text = Value::from(money.to_string());
        proptest::prop_assert_eq!(Amount::read(Some(&text)), Amount::Given(money));
    }
}
