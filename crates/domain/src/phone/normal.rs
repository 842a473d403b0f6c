//! One subscriber, one spelling.
//!
//! The numbering plans are rlibphonenumber's. It is asked what people mean by 8, by trunk zeros and
//! by brackets; what it rejects (short numbers, odd PBX numbers) keeps its digits, because a call from
//! such a number is still a call.

use rlibphonenumber::{PhoneNumber, PhoneNumberFormat, Region};

/// The digits with the country code, no plus.
pub(super) fn digits(text: &str) -> Option<String> {
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    let plain: String = text.chars().filter(char::is_ascii_digit).collect();
    if !(5..=15).contains(&plain.len()) {
        return None;
    }
    let foreign = known(&format!("+{plain}"));
    if let Some(number) = &foreign
        && text.trim_start().starts_with('+')
    {
        return Some(e164(number));
    }
    // Without a plus (or with one that makes no sense) the digits are what UIS writes, a whole number
    // with its country code, or what a Russian writes by hand. A Russian reading wins where it is
    // valid, and for mobiles also where the plan does not know the code yet: 8903… and 903… are far
    // more common here than a foreign number that begins so.
    let by_plan = || known_russian(&plain).map(|number| e164(&number));
    let mobile = || russian_shape(&plain).filter(|number| number.starts_with("79"));
    let normal = by_plan()
        .or_else(mobile)
        .or_else(|| foreign.as_ref().map(e164))
        .or_else(|| russian_shape(&plain));
    Some(normal.unwrap_or(plain))
}

/// What looks like a Russian number with its 8, or without any code.
fn russian_shape(plain: &str) -> Option<String> {
    let subscriber = match plain.len() {
        11 => plain.strip_prefix('8')?,
        10 => plain,
        _ => return None,
    };
    subscriber.starts_with(['3', '4', '8', '9']).then(|| format!("7{subscriber}"))
}

/// `+7 903 123-45-67`
pub(super) fn international(digits: &str) -> Option<String> {
    known(&format!("+{digits}"))
        .map(|number| number.format_as(PhoneNumberFormat::International).into_owned())
}

/// `8 (903) 123-45-67`
pub(super) fn national(digits: &str) -> Option<String> {
    known(&format!("+{digits}"))
        .map(|number| number.format_as(PhoneNumberFormat::National).into_owned())
}

/// The number, if some country's plan has it.
fn known(text: &str) -> Option<PhoneNumber> {
    PhoneNumber::parse(text, None).ok().filter(PhoneNumber::is_valid)
}

fn known_russian(text: &str) -> Option<PhoneNumber> {
    PhoneNumber::parse(text, Some(Region::RU))
        .ok()
        .filter(|number| number.is_valid_for_region(Region::RU))
}

fn e164(number: &PhoneNumber) -> String {
    let text = number.format_as(PhoneNumberFormat::E164);
    text.trim_start_matches('+').to_owned()
}
