//! Marks that must not be left behind: unfinished work, tests switched off, somebody's own paths.

use crate::failed::Done;
use crate::house::{House, extension};
use crate::policy;

const POLICY: &str = "marks.txt";
const EXCUSES: &str = "marks-excused.txt";

pub(super) fn check(house: &House) -> Done<Vec<String>> {
    let marks = policy::read::<2>(house, POLICY)?;
    let excuses = policy::read::<3>(house, EXCUSES)?;
    let mut used = vec![false; excuses.len()];
    let mut wrong = Vec::new();

    for file in house.files()?.into_iter().filter(|file| is_text(file)) {
        let text = house.read(&file)?;
        for (number, line) in (1..).zip(text.lines()) {
            for [mark, why] in marks.iter().filter(|[mark, _]| line.contains(mark.as_str())) {
                let excuse =
                    excuses.iter().position(|[path, what, _]| *path == file && what == mark);
                match excuse.and_then(|at| used.get_mut(at)) {
                    Some(seen) => *seen = true,
                    None => wrong.push(format!("{file}:{number}: `{mark}`: {why}")),
                }
            }
        }
    }

    for ([path, mark, _], _) in excuses.iter().zip(used).filter(|(_, used)| !used) {
        wrong.push(format!("{EXCUSES}: {path} has no `{mark}` any more, take the line out"));
    }
    Ok(wrong)
}

/// Files people write, less the lists of marks themselves and third-party data.
fn is_text(file: &str) -> bool {
    const EXTENSIONS: &[&str] =
        &["rs", "ts", "tsx", "css", "html", "toml", "sh", "sql", "yaml", "yml", "md", "txt"];
    let known = EXTENSIONS.contains(&extension(file)) || file.starts_with(".ci/");
    known && !file.starts_with("xtask/policy/marks")
}
