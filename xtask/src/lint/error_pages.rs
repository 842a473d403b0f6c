//! Every code an administrator can meet has a page in `docs/errors`, and every page has its code.

use std::collections::{BTreeMap, BTreeSet};

use crate::failed::Done;
use crate::house::{House, extension};

/// Where the pages stand.
pub(crate) const FOLDER: &str = "docs/errors/";

/// How a code is made in the source.
const MADE_BY: &str = "Code::new(";

/// What every page tells, in this order.
const SECTIONS: &[&str] =
    &["## Что случилось", "## Что проверить", "## Как исправить", "## In English"];

pub(super) fn check(house: &House) -> Done<Vec<String>> {
    let files = house.files()?;
    let codes = codes_in_source(house, &files)?;
    let pages: BTreeSet<&str> = files.iter().filter_map(|file| code_of(file)).collect();

    let mut wrong = Vec::new();
    for (code, file) in &codes {
        if !pages.contains(code.as_str()) {
            wrong.push(format!("{file}: code {code} has no page {FOLDER}{code}.md"));
        }
    }
    for page in pages {
        if !codes.contains_key(page) {
            wrong.push(format!("{FOLDER}{page}.md: no such code in the source"));
        }
        wrong.extend(wrong_in_page(page, &house.read(&format!("{FOLDER}{page}.md"))?));
    }
    Ok(wrong)
}

/// The code whose page the file is.
pub(crate) fn code_of(file: &str) -> Option<&str> {
    let code = file.strip_prefix(FOLDER)?.strip_suffix(".md")?;
    (code != "README").then_some(code)
}

/// Each code with a file that makes it. Tests may make up codes of their own: those in tests, and those
/// that begin with `TEST`, wherever they stand.
fn codes_in_source(house: &House, files: &[String]) -> Done<BTreeMap<String, String>> {
    let mut codes = BTreeMap::new();
    let sources =
        files.iter().filter(|file| file.starts_with("crates/") && extension(file) == "rs");
    for file in sources.filter(|file| file.contains("/src/") && !file.contains("tests")) {
        let text = house.read(file)?;
        // Unit tests stand last in a file.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for found in codes_in(code).filter(|found| !found.starts_with("TEST")) {
            codes.entry(found.to_owned()).or_insert_with(|| file.clone());
        }
    }
    Ok(codes)
}

fn codes_in(source: &str) -> impl Iterator<Item = &str> {
    let made = source.split(MADE_BY).skip(1).map(str::trim_start);
    made.filter_map(|rest| rest.strip_prefix('"')?.split_once('"')).map(|(code, _)| code)
}

fn wrong_in_page(code: &str, page: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    if !page.starts_with(&format!("# {code}: ")) {
        wrong.push(format!("{FOLDER}{code}.md: begin it with `# {code}: ` and what it means"));
    }
    let found: Vec<&str> = page.lines().filter(|line| line.starts_with("## ")).collect();
    if found != SECTIONS {
        wrong.push(format!("{FOLDER}{code}.md: its sections must be {}", SECTIONS.join(", ")));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_where_they_are_made() {
        let source =
            "pub const TOKEN: Code = Code::new(\"PF-TOKEN\");\nlet x = Code::new(\"PF-X\");";
        assert_eq!(codes_in(source).collect::<Vec<_>>(), ["PF-TOKEN", "PF-X"]);
    }

    #[test]
    fn a_page_has_its_title_and_all_sections() {
        let page = format!("# A-B: что это\n\n{}\n", SECTIONS.join("\n\ntext\n\n"));
        assert!(wrong_in_page("A-B", &page).is_empty());
        assert_eq!(wrong_in_page("A-C", &page).len(), 1);
        assert_eq!(wrong_in_page("A-B", "# A-B: что это\n").len(), 1);
    }

    #[test]
    fn the_index_is_no_page_of_a_code() {
        assert_eq!(code_of("docs/errors/PF-X.md"), Some("PF-X"));
        assert_eq!(code_of("docs/errors/README.md"), None);
        assert_eq!(code_of("docs/glossary.md"), None);
    }
}
