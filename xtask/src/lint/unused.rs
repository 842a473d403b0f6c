//! Dependencies that nothing uses: they cost build time and trust.
//!
//! A dependency counts as used where its name stands before `::` or after `use`. That is coarse, but
//! it needs no tool to be installed and no build. What is used in another way (a feature switched on,
//! a provider that registers itself) stands in the policy file with its reason.

use super::manifests::{Kind, dependencies};
use crate::failed::Done;
use crate::house::{House, extension};
use crate::policy;

const POLICY: &str = "unseen-dependencies.txt";

pub(super) fn check(house: &House) -> Done<Vec<String>> {
    let unseen = policy::read::<3>(house, POLICY)?;
    let files = house.files()?;
    let mut wrong = Vec::new();
    let mut taken = Vec::new();

    for manifest in files.iter().filter(|file| file.ends_with("/Cargo.toml")) {
        let folder = manifest.trim_end_matches("Cargo.toml");
        let mut named = dependencies(&house.read(manifest)?);
        taken.extend(named.iter().map(|(_, name)| name.clone()));
        for file in files.iter().filter(|file| file.starts_with(folder) && extension(file) == "rs")
        {
            let place = file.trim_start_matches(folder);
            let source = house.read(file)?;
            named.retain(|(kind, name)| !(may_use(*kind, place) && uses(&source, name)));
        }
        for (_, name) in named {
            let excused = unseen.iter().any(|[at, what, _]| *at == *manifest && *what == name);
            if !excused {
                wrong.push(format!("{manifest}: `{name}` is used nowhere it is meant for"));
            }
        }
    }

    for (kind, name) in dependencies(&house.read("Cargo.toml")?) {
        if kind == Kind::Workspace && !taken.contains(&name) {
            wrong.push(format!("Cargo.toml: no crate takes `{name}`"));
        }
    }
    Ok(wrong)
}

/// Whether a dependency of that kind is meant for the file at `place` in its crate.
fn may_use(kind: Kind, place: &str) -> bool {
    match kind {
        Kind::Normal => place.starts_with("src/"),
        Kind::Dev => place != "build.rs",
        Kind::Build => place == "build.rs",
        Kind::Workspace => false,
    }
}

/// Whether the source names the crate, comments aside.
fn uses(source: &str, dependency: &str) -> bool {
    let name = dependency.replace('-', "_");
    let code = source.lines().map(str::trim_start).filter(|line| !line.starts_with("//"));
    code.into_iter().any(|line| line_uses(line, &name))
}

fn line_uses(line: &str, name: &str) -> bool {
    let part_of_a_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(name).any(|(at, _)| {
        let (before, from) = line.split_at(at);
        let after = from.strip_prefix(name).unwrap_or(from);
        let whole_word = !before.ends_with(part_of_a_name) && !after.starts_with(part_of_a_name);
        let imported = before.trim_end().ends_with("use");
        whole_word && (after.starts_with("::") || imported)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_or_an_import_is_a_use() {
        assert!(uses("let x = serde_json::to_string(&y);", "serde-json"));
        assert!(uses("#[tokio::main]", "tokio"));
        assert!(uses("    use rlibphonenumber as numbers;", "rlibphonenumber"));
        assert!(uses("use url::Url;", "url"));
    }

    #[test]
    fn a_comment_or_a_part_of_another_name_is_none() {
        assert!(!uses("// url::Url is not used", "url"));
        assert!(!uses("use curl::easy;", "url"));
        assert!(!uses("let url = 1;", "url"));
        assert!(!uses("use serde_json::Value;", "serde"));
    }

    #[test]
    fn what_only_tests_use_is_no_dependency_of_the_code() {
        assert!(!may_use(Kind::Normal, "tests/it/main.rs"));
        assert!(may_use(Kind::Dev, "tests/it/main.rs"));
        assert!(may_use(Kind::Dev, "src/lib.rs"));
    }
}
