//! Links from one page of the project to another file of it lead somewhere.

use std::path::{Component, Path, PathBuf};

use crate::failed::Done;
use crate::house::{House, extension};

pub(super) fn check(house: &House) -> Done<Vec<String>> {
    let mut wrong = Vec::new();
    for page in house.files()?.into_iter().filter(|file| extension(file) == "md") {
        let text = house.read(&page)?;
        for target in local_links(&text) {
            if !house.root.join(resolved(&page, target)).exists() {
                wrong.push(format!("{page}: `{target}` leads nowhere"));
            }
        }
    }
    Ok(wrong)
}

/// The targets of `[…](target)` that are files, without the part after `#`.
fn local_links(text: &str) -> impl Iterator<Item = &str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    targets
        .map(|(target, _)| target.split('#').next().unwrap_or_default())
        .filter(|target| !target.is_empty() && !target.contains("://"))
}

/// The target's path from the root, as seen from the page.
fn resolved(page: &str, target: &str) -> PathBuf {
    let folder = Path::new(page).parent().unwrap_or(Path::new(""));
    let mut path = PathBuf::new();
    for part in folder.join(target).components() {
        if part == Component::ParentDir {
            path.pop();
        } else {
            path.push(part);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_to_files_count() {
        let text = "[a](b.md#part) ![c](d.svg) [e](#here) [f](https://example.com) (g.md)";
        assert_eq!(local_links(text).collect::<Vec<_>>(), ["b.md", "d.svg"]);
    }

    #[test]
    fn a_link_is_read_from_its_page() {
        assert_eq!(resolved("docs/errors/A.md", "../x.md"), Path::new("docs/x.md"));
        assert_eq!(resolved("README.md", "docs/x.md"), Path::new("docs/x.md"));
    }
}
