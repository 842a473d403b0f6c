//! Phones and e-mails in what a visitor wrote into a form («Форма сбора информации»).

use crate::phone::Phone;

/// The fewest and the most digits of a phone with its country.
const PHONE: std::ops::RangeInclusive<usize> = 10..=15;

/// Phones and e-mails of a form's text, in the order in which they stand. UIS writes a field a line, with its
/// name before a colon; free text works as well.
pub fn given_in(text: &str) -> (Vec<Phone>, Vec<String>) {
    let (mut phones, mut emails) = (Vec::new(), Vec::new());
    for line in text.lines() {
        emails.extend(line.split(is_between).filter(|word| is_email(word)).map(str::to_owned));
        phones.extend(numbers(line).filter_map(|number| Phone::parse(&number)));
    }
    (phones, emails)
}

fn is_between(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, ',' | ';' | '<' | '>' | '(' | ')' | '"' | ':')
}

fn is_email(word: &str) -> bool {
    let Some((name, host)) = word.split_once('@') else { return false };
    !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

/// Runs of digits with what people put between the digits of a phone.
fn numbers(line: &str) -> impl Iterator<Item = String> {
    let part_of_phone =
        |sign: char| sign.is_ascii_digit() || matches!(sign, '+' | '-' | '(' | ')' | ' ');
    line.split(move |sign| !part_of_phone(sign)).filter_map(|run| {
        let digits = run.chars().filter(char::is_ascii_digit).count();
        PHONE.contains(&digits).then(|| run.trim().to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<String> {
        given_in(text).0.iter().map(|phone| phone.digits().to_owned()).collect()
    }

    #[test]
    fn phones_and_emails_of_a_form_are_found() {
        let (phones, emails) = given_in(
            "Имя: Анна\nТелефон: +7 (903) 123-45-67\nПочта: anna@example.ru\nЗаказ: 12345",
        );
        assert_eq!(phones, [Phone::parse("79031234567").unwrap()]);
        assert_eq!(emails, ["anna@example.ru"]);
    }

    #[test]
    fn what_is_no_phone_and_no_email_is_left_out() {
        let (phones, emails) = given_in("Звоните после 18:00, дом 5, цена 1 200 рублей, я@дома");
        assert_eq!((phones, emails), (Vec::new(), Vec::<String>::new()));
        assert_eq!(digits("8 903 123 45 67, 8-916-765-43-21"), ["79031234567", "79167654321"]);
    }
}
