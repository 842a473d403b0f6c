//! The README's own commands, so that what it promises is what is checked.

use crate::failed::{Done, Failed};
use crate::house::House;

/// The line that stands before the block with the test command.
const MARK: &str = "<!-- the test command, run by `cargo xtask ci` -->";

/// The commands of the README's test block.
///
/// # Errors
/// The README has no such block.
pub(crate) fn test_command(house: &House) -> Done<String> {
    marked_block(&house.read("README.md")?)
        .ok_or_else(|| Failed::new(format!("README.md has no code block after `{MARK}`")))
}

/// The first fenced block after the mark.
fn marked_block(readme: &str) -> Option<String> {
    let (_, after) = readme.split_once(MARK)?;
    let mut lines =
        after.lines().map(str::trim).skip_while(|line| !line.starts_with("```")).skip(1);
    let block: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
    (!block.is_empty()).then(|| block.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_after_the_mark_is_the_command() {
        let readme =
            format!("```sh\nother\n```\n{MARK}\n```sh\ncargo a\ncargo b\n```\n```\nno\n```");
        assert_eq!(marked_block(&readme).as_deref(), Some("cargo a\ncargo b"));
    }

    #[test]
    fn a_readme_without_the_mark_has_no_command() {
        assert_eq!(marked_block("```sh\ncargo a\n```"), None);
        assert_eq!(marked_block(&format!("{MARK}\nno block")), None);
    }
}
