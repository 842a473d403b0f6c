//! Phones are hidden wherever they stand in a text.

use domain::phone::{mask_phone, mask_phones};
use proptest::prelude::*;

#[test]
fn all_but_the_last_four_digits_are_hidden_however_a_phone_is_written() {
    for (text, hidden) in [
        ("79031234567", "•••••••4567"),
        ("+7 (903) 123-45-67", "+• (•••) •••-45-67"),
        ("Звонок с 8 903 123 45 67, ответил 101", "Звонок с • ••• ••• 45 67, ответил 101"),
        ("tel:9031234567;", "tel:••••••4567;"),
        ("2026-03-02 79031234567 2026-03-03", "2026-03-02 •••••••4567 2026-03-03"),
        ("+79031234567+79037654321", "+•••••••4567+•••••••4321"),
        ("+994 50 123 45 67", "+••• •• ••• 45 67"),
    ] {
        assert_eq!(mask_phones(text), hidden);
    }
    assert_eq!(mask_phone("112345"), "••2345");
}

#[test]
fn what_is_no_phone_stays() {
    for text in [
        "2026-03-02T09:00:00.123456Z",
        "Задача 2001, исполнитель 101",
        "6d1f31c4-9a0e-4d0b-8a3f-123456789012a",
        "https://app.uiscom.ru/system/media/talk/1234567890/a1/",
        "операция 12345678901234567890",
        "",
    ] {
        assert_eq!(mask_phones(text), text);
    }
}

proptest! {
    #[test]
    fn nothing_of_a_phone_is_left_but_its_end(
        before in "[а-я ,.]{0,8}",
        phone in "[+]?[78][ (-]{0,2}9[0-9]{2}[ )-]{0,2}[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}",
        after in "[а-я ,.]{0,8}",
    ) {
        let masked = mask_phones(&format!("{before} {phone} {after}"));
        let left: String = masked.chars().filter(char::is_ascii_digit).collect();
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        prop_assert!(left.len() == 4 && digits.ends_with(&left), "{masked}");
    }
}
