//! What to do about an error: the pages of `docs/errors`, built into the program, so that whoever sees a
//! code is told the cure in the same place.

mod markdown;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../docs/errors/"]
#[include = "*.md"]
#[exclude = "README.md"]
struct Pages;

/// The page of a code. Texts are Markdown of one paragraph: `code`, **bold**, [links](to).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cure {
    /// What the code means, in a few words (Russian).
    pub title: String,
    /// «Что случилось», its paragraphs.
    pub happened: Vec<String>,
    /// «Что проверить», step by step.
    pub check: Vec<String>,
    /// «Как исправить», its paragraphs or steps.
    pub mend: Vec<String>,
    /// All of it in English, its paragraphs.
    pub english: Vec<String>,
}

/// The page of a code (`PF-TOKEN`); `None` when there is no such code.
pub fn of(code: &str) -> Option<Cure> {
    let page = Pages::get(&format!("{code}.md"))?;
    Cure::read(&String::from_utf8_lossy(&page.data))
}

/// Every code that has a page.
pub fn codes() -> impl Iterator<Item = String> {
    Pages::iter().filter_map(|file| file.strip_suffix(".md").map(str::to_owned))
}

impl Cure {
    fn read(page: &str) -> Option<Self> {
        let (title, rest) = page.split_once('\n')?;
        let (_, title) = title.split_once(": ")?;
        let section = |name: &str| {
            let (_, after) = rest.split_once(&format!("## {name}\n"))?;
            let body = after.split("\n## ").next().unwrap_or(after);
            Some(markdown::blocks(body))
        };
        Some(Self {
            title: title.trim().to_owned(),
            happened: section("Что случилось")?,
            check: section("Что проверить")?,
            mend: section("Как исправить")?,
            english: section("In English")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_tells_what_happened_what_to_check_and_how_to_mend_it() {
        let mut seen = 0;
        for code in codes() {
            let cure = of(&code).unwrap_or_else(|| panic!("{code}: the page can't be read"));
            let Cure { title, happened, check, mend, english } = cure;
            assert!(!title.is_empty(), "{code}");
            for (name, part) in
                [("happened", happened), ("check", check), ("mend", mend), ("english", english)]
            {
                assert!(!part.is_empty(), "{code}: nothing in {name}");
                assert!(part.iter().all(|one| !one.contains('\n')), "{code}: {name}");
            }
            seen += 1;
        }
        assert!(seen > 50, "{seen}");
    }

    #[test]
    fn a_page_is_taken_apart() {
        let cure = of("PF-TOKEN").unwrap();
        assert_eq!(cure.title, "Планфикс не принял токен REST API");
        assert_eq!(cure.check.len(), 3);
        assert!(cure.check[1].starts_with("Активен ли робот"), "{:?}", cure.check);
        assert!(cure.mend[0].contains("`credentials.planfix_rest.token`"));
        assert!(cure.english[0].starts_with("Planfix refuses"));
    }

    #[test]
    fn what_is_no_code_has_no_page() {
        for code in ["NO-SUCH", "README", "../glossary", ""] {
            assert_eq!(of(code), None, "{code}");
        }
    }
}
