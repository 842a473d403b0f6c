//! Plain tables for the terminal.

/// Lays rows out in columns, two spaces apart; the last column is as long as it likes.
pub(crate) fn columns<const N: usize>(rows: &[[String; N]]) -> String {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    rows.iter().map(|row| line(row, &widths)).collect()
}

fn line<const N: usize>(row: &[String; N], widths: &[usize; N]) -> String {
    let cells: Vec<_> =
        row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
    format!("{}\n", cells.join("  ").trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_in_russian_too() {
        let rows = [["имя", "x"], ["n", "длинное"]].map(|row| row.map(str::to_owned));
        assert_eq!(columns(&rows), "имя  x\nn    длинное\n");
    }
}
