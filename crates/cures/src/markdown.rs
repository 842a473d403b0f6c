//! As much of Markdown as the pages use: paragraphs, and lists of which each item is a block of its own.

/// Paragraphs and list items, each on one line and without the list's sign.
pub(crate) fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with("```") {
            open = false;
        } else if let Some(item) = item(line) {
            blocks.push(item.to_owned());
            open = true;
        } else if let Some(last) = blocks.last_mut().filter(|_| open) {
            last.push(' ');
            last.push_str(line);
        } else {
            blocks.push(line.to_owned());
            open = true;
        }
    }
    blocks
}

/// The text of a list item.
fn item(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix("* ").or_else(|| line.strip_prefix("- ")) {
        return Some(rest);
    }
    let (number, rest) = line.split_once(". ")?;
    let numbered = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    numbered.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_paragraph_are_one_and_items_are_apart() {
        let text = "Раз\nдва.\n\n1. первый\n   дальше\n2. второй\n\n* третий\n";
        assert_eq!(blocks(text), ["Раз два.", "первый дальше", "второй", "третий"]);
    }
}
