//! Copying one database into another.

use crate::{ArchiveError, Cell, Row, Source, Table, Target, checksum};

/// How many rows are copied in one go.
const BATCH: u32 = 1000;

/// How far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The table that is being copied or compared.
    pub table: String,
    /// What is being done to it.
    pub stage: Stage,
    /// Rows done.
    pub done: u64,
    /// Rows there are.
    pub of: u64,
}

/// What is being done to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Its rows are copied.
    Copying,
    /// It was compared, and is the same.
    Compared,
}

/// Why a database was not copied.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// A store fails; the same call again goes on where it broke off.
    #[error(transparent)]
    Store(#[from] ArchiveError),
    /// The target is somebody's already.
    #[error("в базе, куда копируем, уже есть данные (таблица {table}); нужна пустая")]
    NotEmpty {
        /// A table with rows.
        table: String,
    },
    /// The target is being filled from elsewhere.
    #[error("в эту базу начато копирование из {from}; закончите его или возьмите пустую")]
    AnotherCopy {
        /// From where.
        from: String,
    },
    /// The two are of different versions of the program.
    #[error("у баз разное устройство (таблица {table}): обе должна обновить одна версия программы")]
    Unlike {
        /// A table that differs, or is missing on one side.
        table: String,
    },
    /// What was copied differs from what was to be copied.
    #[error(
        "таблица {table} скопирована неверно: {why}. Исходная база менялась? Начните заново в пустую"
    )]
    Differs {
        /// Which table.
        table: String,
        /// In what.
        why: String,
    },
}

/// Copies everything and compares it. What was begun under the same name `from` goes on where it broke off.
///
/// # Errors
/// [`CopyError`]; the target stays marked as unfinished when something was copied.
pub async fn copy(
    source: &mut dyn Source,
    target: &dyn Target,
    from: &str,
    mut tell: impl FnMut(Progress) + Send,
) -> Result<u64, CopyError> {
    let tables = tables_of_both(source, &mut *target.look().await?).await?;
    match target.under_way().await? {
        Some(same) if same == from => {}
        Some(other) => return Err(CopyError::AnotherCopy { from: other }),
        None => refuse_full(target, &tables).await?,
    }
    target.mark(Some(from)).await?;
    for (table, there) in &tables {
        copy_table(source, target, table, there, &mut tell).await?;
    }
    let mut copied = 0;
    for (table, there) in &tables {
        copied += compare(source, target, table, there, &mut tell).await?;
        target.number_on(there).await?;
    }
    target.mark(None).await?;
    Ok(copied)
}

/// Each table as the source and as the target has it.
async fn tables_of_both(
    source: &mut dyn Source,
    target: &mut dyn Source,
) -> Result<Vec<(Table, Table)>, CopyError> {
    let (mut here, mut there) =
        (source.tables().await?.into_iter(), target.tables().await?.into_iter());
    let mut both = Vec::new();
    loop {
        match (here.next(), there.next()) {
            (None, None) => return Ok(both),
            (Some(one), Some(two)) if one.is_like(&two) => both.push((one, two)),
            (Some(one), _) => return Err(CopyError::Unlike { table: one.name }),
            (None, Some(two)) => return Err(CopyError::Unlike { table: two.name }),
        }
    }
}

async fn refuse_full(target: &dyn Target, tables: &[(Table, Table)]) -> Result<(), CopyError> {
    let mut present = target.look().await?;
    for (_, there) in tables {
        if present.count(there).await? > 0 {
            return Err(CopyError::NotEmpty { table: there.name.clone() });
        }
    }
    Ok(())
}

async fn copy_table(
    source: &mut dyn Source,
    target: &dyn Target,
    table: &Table,
    there: &Table,
    tell: &mut (impl FnMut(Progress) + Send),
) -> Result<(), CopyError> {
    let of = source.count(table).await?;
    let mut present = target.look().await?;
    // batches are added whole and in the order of keys, so the last key there tells where it broke off
    let mut after: Option<Vec<Cell>> = present.last_key(there).await?;
    let mut done = present.count(there).await?;
    drop(present);
    loop {
        tell(Progress { table: table.name.clone(), stage: Stage::Copying, done, of });
        let batch: Vec<Row> = source.rows(table, after.as_deref(), BATCH).await?;
        let Some(last) = batch.last() else { return Ok(()) };
        after = Some(table.key_of(last));
        done += batch.len() as u64;
        target.add(there, batch).await?;
    }
}

async fn compare(
    source: &mut dyn Source,
    target: &dyn Target,
    table: &Table,
    there: &Table,
    tell: &mut (impl FnMut(Progress) + Send),
) -> Result<u64, CopyError> {
    let wanted = checksum(source, table).await?;
    let found = checksum(&mut *target.look().await?, there).await?;
    let table = table.name.clone();
    if wanted.rows != found.rows {
        let why = format!("строк {}, а должно быть {}", found.rows, wanted.rows);
        return Err(CopyError::Differs { table, why });
    }
    if wanted != found {
        return Err(CopyError::Differs {
            table, why: "содержимое другое".to_owned()
        });
    }
    tell(Progress { table, stage: Stage::Compared, done: found.rows, of: found.rows });
    Ok(found.rows)
}
