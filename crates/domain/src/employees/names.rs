//! Whether two full names may be one person's.

/// A full name freed of case, ё, punctuation and the order of its words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name(Vec<String>);

impl Name {
    pub(super) fn of(text: &str) -> Self {
        let plain = text.to_lowercase().replace('ё', "е");
        let words = plain.split(|c: char| !c.is_alphanumeric() && c != '-');
        let mut words: Vec<String> =
            words.filter(|word| !word.is_empty()).map(str::to_owned).collect();
        words.sort_unstable();
        Self(words)
    }

    /// The same words, or one name lacks the patronymic. A single word suggests only the same word: there
    /// are too many Ivans.
    pub(super) fn suggests(&self, other: &Self) -> bool {
        let (short, long) =
            if self.0.len() <= other.0.len() { (self, other) } else { (other, self) };
        match short.0.len() {
            0 => false,
            1 => short == long,
            _ => short.is_part_of(long),
        }
    }

    fn is_part_of(&self, whole: &Self) -> bool {
        let mut rest = whole.0.iter();
        // both are sorted, so each word is looked for after the one before
        self.0.iter().all(|word| rest.any(|other| other == word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_the_letter_yo_and_the_order_of_words_do_not_matter() {
        for (one, other, same) in [
            ("Королёва Алёна", "алена КОРОЛЕВА", true),
            ("Иванов  Иван", "Иван Иванов.", true),
            ("Иванов Иван", "Иванов Иван Петрович", true),
            ("Петров-Водкин Кузьма", "Кузьма Петров-Водкин", true),
            ("Иван", "Иванов Иван", false),
            ("Ксения", "ксения", true),
            ("Иванов Иван", "Иванов Пётр", false),
            ("Иванов Иван Петрович", "Иванов Иван Ильич", false),
            ("Иван Иван", "Иванов Иван", false),
            ("", "", false),
        ] {
            assert_eq!(Name::of(one).suggests(&Name::of(other)), same, "{one} / {other}");
            assert_eq!(Name::of(other).suggests(&Name::of(one)), same, "{other} / {one}");
        }
    }
}
