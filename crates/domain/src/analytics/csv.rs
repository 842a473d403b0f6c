//! Tables as files for spreadsheets.

use std::fmt::Write as _;

use crate::deals::Money;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words, perhaps of a stranger.
    Text(String),
    /// A count.
    Count(u64),
    /// Money.
    Money(Money),
}

/// A file with semicolons and decimal commas, as Russian spreadsheets want it, marked as UTF-8.
///
/// A text that a spreadsheet would take for a formula is given as a text: sites and campaigns are named by
/// strangers.
pub fn csv(rows: &[Vec<Cell>]) -> String {
    let mut file = String::from('\u{feff}');
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                file.push(';');
            }
            match cell {
                Cell::Text(text) => push_text(&mut file, text),
                // a String can't refuse what is written into it
                Cell::Count(number) => drop(write!(file, "{number}")),
                Cell::Money(money) => file.push_str(&money.to_string().replace('.', ",")),
            }
        }
        file.push_str("\r\n");
    }
    file
}

fn push_text(file: &mut String, text: &str) {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']);
    file.push('"');
    if formula || text.starts_with(['\t', '\r', '\n']) {
        file.push('\'');
    }
    file.push_str(&text.replace('"', "\"\""));
    file.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_a_text() {
        for (text, expected) in [
            ("Яндекс", "\"Яндекс\""),
            ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
            ("+7 903", "\"'+7 903\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            (" =1", "\"' =1\""),
            ("\t=1", "\"'\t=1\""),
            ("a;b\"c\nd", "\"a;b\"\"c\nd\""),
        ] {
            assert_eq!(
                csv(&[vec![Cell::Text(text.to_owned())]]),
                format!("\u{feff}{expected}\r\n")
            );
        }
    }

    #[test]
    fn numbers_are_numbers() {
        let money = Cell::Money(Money::hundredths(150_050));
        let row = vec![Cell::Text("Сайт".to_owned()), Cell::Count(3), money];
        assert_eq!(csv(&[row]), "\u{feff}\"Сайт\";3;1500.50\r\n".replace("1500.50", "1500,50"));
    }
}
