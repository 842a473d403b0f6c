//! The two languages people read us in, and text made safe for HTML.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A language of the people who read what we write.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Russian, the first language of the product.
    #[default]
    Ru,
    /// English.
    En,
}

/// Escapes text so that it stands inside an HTML element or a quoted attribute as written.
///
/// Task descriptions in Planfix are HTML, and names, tags and page titles come from strangers.
pub fn escape_html(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    Cow::Owned(safe)
}

/// A sentence begins with a capital letter.
pub fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// The known word nearest to a mistyped one, when one is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Jaro-Winkler favours a common beginning, which is how keys and variables are mistyped:
    // `site_domain` for `site_domain_name`. Below the bound the hint would only mislead.
    const NEAR_ENOUGH: f64 = 0.8;
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= NEAR_ENOUGH)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strangers_markup_stays_text() {
        assert_eq!(
            escape_html(r#"<b onclick='x'>"Рога & копыта"</b>"#),
            "&lt;b onclick=&#39;x&#39;&gt;&quot;Рога &amp; копыта&quot;&lt;/b&gt;"
        );
    }

    #[test]
    fn plain_text_is_not_copied() {
        assert!(matches!(escape_html("Звонок от 79031234567"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_mistyped_word_finds_its_neighbour() {
        let known = ["incoming", "outgoing", "enabled"];
        assert_eq!(nearest("incomming", known), Some("incoming"));
        assert_eq!(nearest("zzz", known), None);
    }
}
