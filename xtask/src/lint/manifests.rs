//! Just enough of reading `Cargo.toml`: which dependencies a manifest names, and where.

/// What a dependency is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The crate's own code.
    Normal,
    /// Tests, examples, benches.
    Dev,
    /// The build script.
    Build,
    /// Declared for the members to take.
    Workspace,
}

/// The dependencies of a manifest, in its order.
pub(super) fn dependencies(manifest: &str) -> Vec<(Kind, String)> {
    let mut found = Vec::new();
    let mut section = None;
    for line in manifest.lines().map(str::trim) {
        if let Some(header) = line.strip_prefix('[') {
            let header = header.trim_end_matches(']');
            section = section_kind(header);
            if let Some((kind, name)) = table_of_one(header) {
                found.push((kind, name.to_owned()));
            }
        } else if let (Some(kind), Some(name)) = (section, key(line)) {
            found.push((kind, name.to_owned()));
        }
    }
    found
}

/// `dependencies`, `target.'cfg(unix)'.dev-dependencies`, …
fn section_kind(header: &str) -> Option<Kind> {
    if header == "workspace.dependencies" {
        return Some(Kind::Workspace);
    }
    let last = header.rsplit_once('.').map_or(header, |(_, last)| last);
    match last {
        "dependencies" => Some(Kind::Normal),
        "dev-dependencies" => Some(Kind::Dev),
        "build-dependencies" => Some(Kind::Build),
        _ => None,
    }
}

/// `dependencies.name`, a dependency with a section of its own.
fn table_of_one(header: &str) -> Option<(Kind, &str)> {
    let (before, name) = header.rsplit_once('.')?;
    (section_kind(header).is_none()).then_some(())?;
    section_kind(before).map(|kind| (kind, name))
}

/// The name before `=` or `.`, unless the line is blank or a comment.
fn key(line: &str) -> Option<&str> {
    if line.starts_with('#') || !line.contains('=') {
        return None;
    }
    line.split(['=', '.']).next().map(str::trim).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_name_a_dependency_is_read() {
        let manifest = r#"
[package]
name = "a"
version.workspace = true

[dependencies]
# a comment = not a dependency
plain = "1"
shared.workspace = true
long = { version = "1", features = ["x"] }

[dependencies.own-table]
version = "1"

[target.'cfg(unix)'.dependencies]
unix-only = "1"

[dev-dependencies]
for-tests = "1"

[build-dependencies]
for-build = "1"

[features]
not = ["a-dependency"]
"#;
        let expected = [
            (Kind::Normal, "plain"),
            (Kind::Normal, "shared"),
            (Kind::Normal, "long"),
            (Kind::Normal, "own-table"),
            (Kind::Normal, "unix-only"),
            (Kind::Dev, "for-tests"),
            (Kind::Build, "for-build"),
        ];
        let expected = expected.map(|(kind, name)| (kind, name.to_owned()));
        assert_eq!(dependencies(manifest), expected);
    }

    #[test]
    fn the_workspace_declares_for_its_members() {
        let found = dependencies("[workspace.dependencies]\nserde = \"1\"\n");
        assert_eq!(found, [(Kind::Workspace, "serde".to_owned())]);
    }
}
