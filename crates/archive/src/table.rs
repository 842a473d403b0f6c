//! Tables, columns, rows.

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in the order of a [`Row`]'s cells: by name, since two stores may have made them in
    /// different orders.
    pub columns: Vec<Column>,
    /// Where in the columns the primary key's are, in the key's order.
    pub key: Vec<usize>,
    /// The tables whose rows its own refer to.
    pub refers_to: Vec<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether it may hold nothing.
    pub nullable: bool,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Whole numbers.
    Int,
    /// Yes or no; a [`Cell::Int`] of 0 or 1.
    Flag,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// Nothing.
    Null,
    /// A number, or a flag.
    Int(i64),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// The cells of a table's row, in the order of its columns.
pub type Row = Vec<Cell>;

impl Table {
    /// The key of a row.
    pub fn key_of(&self, row: &[Cell]) -> Vec<Cell> {
        self.key.iter().filter_map(|at| row.get(*at).cloned()).collect()
    }

    /// The key's columns.
    pub fn key_columns(&self) -> impl Iterator<Item = &Column> {
        self.key.iter().filter_map(|at| self.columns.get(*at))
    }

    /// Whether the other one holds the same.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let same = |(one, two): (&Column, &Column)| {
            one.name == two.name && one.nullable == two.nullable && one.kind.is_like(two.kind)
        };
        self.name == other.name
            && self.key == other.key
            && self.columns.len() == other.columns.len()
            && self.columns.iter().zip(&other.columns).all(same)
    }
}

impl Kind {
    /// A flag is a number where a store has no flags.
    pub fn is_like(self, other: Self) -> bool {
        let plain = |kind| if kind == Self::Flag { Self::Int } else { kind };
        plain(self) == plain(other)
    }
}

/// The tables so that each comes after those it refers to, and else by name.
pub fn in_order(mut tables: Vec<Table>) -> Vec<Table> {
    tables.sort_by(|one, two| one.name.cmp(&two.name));
    let mut ordered: Vec<Table> = Vec::with_capacity(tables.len());
    while !tables.is_empty() {
        let is_there = |name: &String| ordered.iter().any(|table| table.name == *name);
        let ready = |table: &Table| table.refers_to.iter().all(is_there);
        // tables that refer to each other in a circle keep their order
        let next = tables.iter().position(ready).unwrap_or(0);
        ordered.push(tables.remove(next));
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_comes_after_those_it_refers_to() {
        let table = |name: &str, refers_to: &[&str]| Table {
            name: name.to_owned(),
            columns: Vec::new(),
            key: Vec::new(),
            refers_to: refers_to.iter().map(ToString::to_string).collect(),
        };
        let tables =
            vec![table("inbox", &["lanes"]), table("lanes", &["people"]), table("people", &[])];
        let names: Vec<_> = in_order(tables).into_iter().map(|table| table.name).collect();
        assert_eq!(names, ["people", "lanes", "inbox"]);
    }
}
