//! Exceptions and allowances, kept as data under `xtask/policy`, each with its reason.
//!
//! A line is `what | … | reason`; blank lines and lines that start with `#` are skipped.

use crate::failed::{Done, Failed};
use crate::house::House;

/// The lines of a policy file, each split into `N` columns, the last being the reason.
///
/// # Errors
/// The file can't be read, or a line has another number of columns or an empty one.
pub(crate) fn read<const N: usize>(house: &House, name: &str) -> Done<Vec<[String; N]>> {
    let path = format!("xtask/policy/{name}");
    parse(&house.read(&path)?).map_err(|wrong| Failed::new(format!("{path}: {wrong}")))
}

fn parse<const N: usize>(text: &str) -> Result<Vec<[String; N]>, String> {
    let lines = text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines.map(columns).collect()
}

fn columns<const N: usize>(line: &str) -> Result<[String; N], String> {
    let parts: Vec<String> = line.split(" | ").map(|part| part.trim().to_owned()).collect();
    <[String; N]>::try_from(parts)
        .ok()
        .filter(|parts| parts.iter().all(|part| !part.is_empty()))
        .ok_or_else(|| format!("`{line}` does not have {N} columns, the last a reason"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_columns_and_a_reason() {
        let text = "# about\n\nMIT | permissive\n";
        assert_eq!(parse::<2>(text), Ok(vec![["MIT".to_owned(), "permissive".to_owned()]]));
    }

    #[test]
    fn a_line_without_a_reason_is_refused() {
        assert!(parse::<2>("MIT").is_err());
        assert!(parse::<2>("MIT | ").is_err());
    }
}
