//! Every outside library has its reason in `docs/architecture.md`, and no reason outlives its library.

use std::collections::BTreeSet;

use super::manifests::{Kind, dependencies};
use crate::failed::Done;
use crate::house::House;

const PAGE: &str = "docs/architecture.md";
const HEADING: &str = "## Dependencies, and the reason for each";

pub(super) fn check(house: &House) -> Done<Vec<String>> {
    let manifest = house.read("Cargo.toml")?;
    let ours = own_crates(&manifest);
    let outside: BTreeSet<String> = dependencies(&manifest)
        .into_iter()
        .filter(|(kind, name)| *kind == Kind::Workspace && !ours.contains(name.as_str()))
        .map(|(_, name)| name)
        .collect();
    let explained = explained(&house.read(PAGE)?);

    let unexplained = outside
        .difference(&explained)
        .map(|name| format!("`{name}` has no reason under «{HEADING}» in {PAGE}"));
    let stale = explained
        .difference(&outside)
        .map(|name| format!("{PAGE}: `{name}` is no dependency any more, take its line out"));
    Ok(unexplained.chain(stale).collect())
}

/// The workspace's own crates, which are declared by path.
fn own_crates(manifest: &str) -> BTreeSet<&str> {
    let by_path = manifest.lines().filter(|line| line.contains("{ path = "));
    by_path.filter_map(|line| line.split_once(' ')).map(|(name, _)| name).collect()
}

/// The names in the first column of the table under the heading.
fn explained(page: &str) -> BTreeSet<String> {
    let table = page.split_once(HEADING).map_or("", |(_, after)| after);
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    rows.map(|(name, _)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_a_row_under_the_heading() {
        let page =
            format!("| `not-this` | x |\n{HEADING}\n| crate | why |\n|---|---|\n| `url` | x |\n");
        assert_eq!(explained(&page), BTreeSet::from(["url".to_owned()]));
    }

    #[test]
    fn our_own_crates_need_no_reason() {
        let manifest = "domain = { path = \"crates/domain\" }\nurl = \"2\"\n";
        assert_eq!(own_crates(manifest), BTreeSet::from(["domain"]));
    }
}
