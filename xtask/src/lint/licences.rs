//! Licences of everything that is built in: only those on the list, which says why each is fit.

use crate::failed::Done;
use crate::house::House;
use crate::policy;

const ALLOWED: &str = "licences.txt";
const EXCUSED: &str = "licences-excused.txt";

pub(super) fn check(house: &House) -> Done<Vec<String>> {
    let allowed = policy::read::<2>(house, ALLOWED)?;
    let excused = policy::read::<2>(house, EXCUSED)?;
    // What is built on this kind of machine; asking for all of them would fetch crates never built.
    let tree = house
        .cargo("tree --locked --workspace --edges normal,build,dev --prefix none --format")
        .word("{p}\t{l}")
        .read()?;

    let mut lines: Vec<&str> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    lines.sort_unstable();
    lines.dedup();
    let known = |licence: &str| allowed.iter().any(|[name, _]| name == licence);
    let wrong =
        lines.into_iter().filter_map(|line| line.split_once('\t')).filter(|(package, terms)| {
            let name = package.split(' ').next().unwrap_or_default();
            !is_allowed(terms, &known) && !excused.iter().any(|[crate_name, _]| crate_name == name)
        });
    Ok(wrong.map(|(package, terms)| format!("{package}: `{terms}` is not on {ALLOWED}")).collect())
}

/// Whether an SPDX expression can be met with known licences: one side of each `OR`, both of each
/// `AND`. `/` is an old way to write `OR`; a `WITH` exception only ever allows more.
fn is_allowed(expression: &str, known: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let verdict = either(&mut words, known);
    verdict && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn either(words: &mut Words<'_>, known: &dyn Fn(&str) -> bool) -> bool {
    let mut verdict = both(words, known);
    while words.next_if_eq(&"OR").is_some() {
        verdict |= both(words, known);
    }
    verdict
}

fn both(words: &mut Words<'_>, known: &dyn Fn(&str) -> bool) -> bool {
    let mut verdict = one(words, known);
    while words.next_if_eq(&"AND").is_some() {
        verdict &= one(words, known);
    }
    verdict
}

fn one(words: &mut Words<'_>, known: &dyn Fn(&str) -> bool) -> bool {
    match words.next() {
        Some("(") => either(words, known) & words.next_if_eq(&")").is_some(),
        Some(licence) => {
            if words.next_if_eq(&"WITH").is_some() {
                words.next();
            }
            known(licence)
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(expression: &str) -> bool {
        is_allowed(expression, &|licence| matches!(licence, "MIT" | "ISC"))
    }

    #[test]
    fn one_known_side_of_an_or_is_enough() {
        assert!(allowed("GPL-3.0 OR MIT"));
        assert!(allowed("MIT/Apache-2.0"));
        assert!(allowed("ISC WITH some-exception"));
        assert!(!allowed("GPL-3.0"));
    }

    #[test]
    fn both_sides_of_an_and_must_be_known() {
        assert!(allowed("(GPL-3.0 OR MIT) AND ISC"));
        assert!(!allowed("MIT AND GPL-3.0"));
        assert!(!allowed("MIT AND (GPL-3.0 OR BSL-1.0)"));
    }

    #[test]
    fn no_licence_or_a_broken_one_is_not_allowed() {
        assert!(!allowed(""));
        assert!(!allowed("(MIT"));
        assert!(!allowed("MIT ISC"));
    }
}
