//! Hiding phones from people who may not see them.

/// How many digits stay, so that people can tell one caller from another.
const KEPT: usize = 4;
/// What a hidden digit looks like.
const HIDDEN: char = '•';
/// No phone has fewer digits, when it stands in a text.
const SHORTEST: usize = 10;
/// No phone has more.
const LONGEST: usize = 15;
/// So many signs at most stand between two digits of a phone: `) `, ` (`.
const GAP: usize = 3;

/// The text with all but the last digits of every phone in it hidden.
///
/// What looks like a phone is hidden, an id of ten digits with it: better that than a phone shown. Dates,
/// ids with letters in them and addresses of pages are left.
pub fn mask_phones(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let mut masked = String::with_capacity(text.len());
    let mut rest = signs.as_slice();
    let mut before = None;
    while let Some(sign) = rest.first() {
        let taken = match piece(before, rest) {
            Piece::Phone(length) => {
                let (phone, _) = rest.split_at(length);
                masked.extend(hidden(phone));
                length
            }
            Piece::Other(length) => {
                masked.extend(rest.iter().take(length));
                length
            }
        };
        before = rest.get(taken.saturating_sub(1)).copied().or(Some(*sign));
        rest = rest.get(taken..).unwrap_or_default();
    }
    masked
}

/// A text that is a phone, all but its last digits hidden.
pub fn mask_phone(phone: &str) -> String {
    let signs: Vec<char> = phone.chars().collect();
    hidden(&signs).collect()
}

/// What a text begins with, and how many signs of it.
enum Piece {
    Phone(usize),
    Other(usize),
}

fn piece(before: Option<char>, rest: &[char]) -> Piece {
    if begins_with(rest, "http://") || begins_with(rest, "https://") {
        return Piece::Other(rest.iter().take_while(|sign| !sign.is_whitespace()).count());
    }
    if is_date(rest) {
        return Piece::Other("2026-03-02".len());
    }
    if !rest.first().is_some_and(char::is_ascii_digit) {
        return Piece::Other(1);
    }
    let run = rest.iter().take_while(|sign| sign.is_alphanumeric()).count();
    let word = before.is_some_and(|sign| sign.is_alphabetic() || sign == '_');
    let plain = rest.iter().take(run).all(char::is_ascii_digit);
    if word || !plain || run > LONGEST {
        return Piece::Other(run);
    }
    let length = reach(rest);
    let digits = rest.iter().take(length).filter(|sign| sign.is_ascii_digit()).count();
    if digits >= SHORTEST { Piece::Phone(length) } else { Piece::Other(run) }
}

/// How far digits go on, with no more between them than phones are written with.
fn reach(rest: &[char]) -> usize {
    let (mut end, mut gap) = (0, 0);
    for (at, sign) in rest.iter().enumerate() {
        if sign.is_ascii_digit() {
            if gap > 0 && rest.get(at..).is_some_and(is_date) {
                break;
            }
            (end, gap) = (at + 1, 0);
        } else if matches!(sign, ' ' | '\u{a0}' | '-' | '‑' | '–' | '(' | ')') && gap < GAP {
            gap += 1;
        } else {
            break;
        }
    }
    end
}

fn is_date(rest: &[char]) -> bool {
    let shape = "0000-00-00".chars();
    let fits = |(sign, shape): (&char, char)| {
        if shape == '0' { sign.is_ascii_digit() } else { *sign == shape }
    };
    rest.len() >= 10
        && rest.iter().zip(shape).all(fits)
        && !rest.get(10).is_some_and(char::is_ascii_digit)
}

fn begins_with(rest: &[char], word: &str) -> bool {
    let mut signs = rest.iter();
    word.chars().all(|wanted| signs.next().is_some_and(|sign| sign.eq_ignore_ascii_case(&wanted)))
}

fn hidden(phone: &[char]) -> impl Iterator<Item = char> {
    let digits = phone.iter().filter(|sign| sign.is_ascii_digit()).count();
    let mut left = digits.saturating_sub(KEPT);
    phone.iter().map(move |sign| {
        if sign.is_ascii_digit() && left > 0 {
            left -= 1;
            HIDDEN
        } else {
            *sign
        }
    })
}
