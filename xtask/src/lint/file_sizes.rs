//! Files stay short enough to be read in one sitting.

use std::collections::BTreeMap;

use crate::failed::Done;
use crate::house::{House, extension};
use crate::policy;
use crate::shell::say;

/// Above this a file is named, as a hint to whoever next works on it.
const HINT: usize = 250;
/// Above this it must stand in the policy file with a reason.
const LIMIT: usize = 300;
const POLICY: &str = "long-files.txt";

pub(super) fn check(house: &House) -> Done<Vec<String>> {
    let excused = policy::read::<2>(house, POLICY)?;
    let mut long = BTreeMap::new();
    for file in house.files()?.into_iter().filter(|file| is_ours(file)) {
        let lines = house.read(&file)?.lines().count();
        if lines > HINT {
            long.insert(file, lines);
        }
    }

    let is_excused = |file: &str| excused.iter().any(|[path, _]| path == file);
    for (file, lines) in long.iter().filter(|(_, lines)| **lines <= LIMIT) {
        say(&format!("  hint: {file} has {lines} lines, {HINT} is where it should be split"));
    }
    let too_long = long.iter().filter(|(file, lines)| **lines > LIMIT && !is_excused(file)).map(
        |(file, lines)| {
            format!(
                "{file}: {lines} lines, at most {LIMIT}; split it, or give a reason in {POLICY}"
            )
        },
    );
    let stale = excused
        .iter()
        .filter(|[path, _]| long.get(path).is_none_or(|lines| *lines <= LIMIT))
        .map(|[path, _]| format!("{POLICY}: {path} is not that long any more, take the line out"));
    Ok(too_long.chain(stale).collect())
}

/// Whether people write the file.
fn is_ours(file: &str) -> bool {
    matches!(extension(file), "rs" | "ts" | "tsx") && !file.contains("/generated/")
}
