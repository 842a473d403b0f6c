//! Phone numbers in all their spellings.

use domain::phone::Phone;
use proptest::prelude::*;

fn digits(text: &str) -> String {
    Phone::parse(text).unwrap().digits().to_owned()
}

#[test]
fn russian_spellings_are_one_subscriber() {
    for spelling in [
        "79031234567",
        "89031234567",
        "9031234567",
        "+7 903 123-45-67",
        "8 (903) 123-45-67",
        " 7 903 1234567 ",
    ] {
        assert_eq!(digits(spelling), "79031234567", "{spelling}");
    }
}

#[test]
fn a_landline_is_read_like_a_mobile() {
    assert_eq!(digits("8 (495) 023-68-54"), "74950236854");
    assert_eq!(digits("4950236854"), "74950236854");
    assert_eq!(digits("74950236854"), "74950236854");
}

#[test]
fn a_free_line_keeps_its_8() {
    assert_eq!(digits("88005553535"), "78005553535");
    assert_eq!(digits("78005553535"), "78005553535");
    assert_eq!(digits("8005553535"), "78005553535");
}

#[test]
fn foreign_numbers_stay_foreign() {
    assert_eq!(digits("+375 29 123-45-67"), "375291234567");
    assert_eq!(digits("375291234567"), "375291234567");
    assert_eq!(digits("+49 (0)30 901820"), "4930901820");
    assert_eq!(digits("+1 202 456-1111"), "12024561111");
    assert_eq!(digits("77012345678"), "77012345678");
}

#[test]
fn a_plus_tells_a_foreign_number_from_a_russian_one() {
    assert_eq!(digits("+84 91 234 56 78"), "84912345678");
    assert_eq!(digits("84912345678"), "74912345678");
    assert_eq!(digits("+8 903 123-45-67"), "79031234567");
}

#[test]
fn odd_numbers_keep_their_digits() {
    assert_eq!(digits("12345"), "12345");
    assert_eq!(digits("79990000000000"), "79990000000000");
}

#[test]
fn what_is_no_number_is_refused() {
    for text in ["", "101", "anonymous", "1234567890123456", "+7 903 ABC-45-67"] {
        assert_eq!(Phone::parse(text), None, "{text}");
    }
}

#[test]
fn people_read_spaces_and_dashes() {
    let phone = Phone::parse("89031234567").unwrap();
    assert_eq!(phone.pretty(), "+7 903 123-45-67");
    assert_eq!(phone.national(), "8 (903) 123-45-67");
    assert_eq!(Phone::parse("12345").unwrap().pretty(), "12345");
}

#[test]
fn the_tail_is_what_all_spellings_share() {
    assert_eq!(Phone::parse("+7 903 123-45-67").unwrap().tail(), "9031234567");
    assert_eq!(Phone::parse("12345").unwrap().tail(), "12345");
}

proptest! {
    #[test]
    fn reading_what_was_read_changes_nothing(text in "[+]?[0-9 ()-]{0,20}") {
        if let Some(phone) = Phone::parse(&text) {
            prop_assert_eq!(Phone::parse(&format!("+{}", phone.digits())), Some(phone.clone()));
            prop_assert!(phone.digits().ends_with(phone.tail()));
            prop_assert!(phone.tail().len() <= 10);
        }
    }

    #[test]
    fn a_russian_number_needs_no_plus_to_stay_itself(text in "[+]?[78][0-9 ()-]{9,16}") {
        let russian = Phone::parse(&text).filter(|phone| phone.pretty().starts_with("+7 "));
        if let Some(phone) = russian {
            prop_assert_eq!(Phone::parse(phone.digits()), Some(phone));
        }
    }

    #[test]
    fn a_stored_number_comes_back_as_it_was(text in "[+]?[0-9]{5,15}") {
        let phone = Phone::parse(&text);
        let stored = serde_json::to_string(&phone).unwrap();
        prop_assert_eq!(serde_json::from_str::<Option<Phone>>(&stored).unwrap(), phone);
    }

    #[test]
    fn every_russian_mobile_has_four_equal_forms(rest in "9[0-9]{9}") {
        let forms = [format!("+7{rest}"), format!("7{rest}"), format!("8{rest}"), rest.clone()];
        for form in forms {
            prop_assert_eq!(digits(&form), format!("7{rest}"));
        }
    }

    #[test]
    fn the_pretty_form_is_the_same_number(text in "[+]?[0-9]{5,15}") {
        if let Some(phone) = Phone::parse(&text) {
            prop_assert_eq!(Phone::parse(&phone.pretty()), Some(phone));
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let _ = Phone::parse(&text).map(|phone| (phone.pretty(), phone.national()));
    }
}
