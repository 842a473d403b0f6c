//! A copy is complete, compared, taken up again where it broke off, and goes on working.

use archive::{ArchiveError, Cell, CopyError, Progress, Row, Source, Stage, Table, Target, copy};
use engine::Store as _;
use engine::model::Accepted;
use sqlx::Executor as _;

use crate::stores::{self, event, fill};

/// More than fit into one go, so that a copy can break off in a table's middle.
const EVENTS: usize = 2_300;

fn nobody(_: Progress) {}

async fn tables(target: &dyn Target) -> Vec<Table> {
    target.look().await.unwrap().tables().await.unwrap()
}

async fn count(target: &dyn Target, name: &str) -> u64 {
    let table = tables(target).await.into_iter().find(|table| table.name == name).unwrap();
    target.look().await.unwrap().count(&table).await.unwrap()
}

#[tokio::test]
async fn an_installation_moves_to_postgres_and_back_unchanged() {
    let (small, _folder) = stores::sqlite().await;
    let (large, _database) = stores::postgres().await;
    let (back, _other_folder) = stores::sqlite().await;
    fill(&small, EVENTS).await;

    let copied = copy(&mut *small.snapshot().await.unwrap(), &large, "file", nobody).await.unwrap();
    assert!(copied > 3 * EVENTS as u64, "{copied}");
    let returned =
        copy(&mut *large.snapshot().await.unwrap(), &back, "base", nobody).await.unwrap();
    assert_eq!(returned, copied);

    let (mut one, mut two) = (small.snapshot().await.unwrap(), back.snapshot().await.unwrap());
    for table in tables(&small).await {
        let (wanted, found) = (
            archive::checksum(&mut *one, &table).await.unwrap(),
            archive::checksum(&mut *two, &table).await.unwrap(),
        );
        assert_eq!(wanted, found, "{}", table.name);
    }
}

#[tokio::test]
async fn what_is_new_after_a_copy_gets_new_numbers() {
    let (small, _folder) = stores::sqlite().await;
    let (large, _database) = stores::postgres().await;
    fill(&small, 3).await;
    copy(&mut *small.snapshot().await.unwrap(), &large, "file", nobody).await.unwrap();

    assert!(matches!(large.accept(event(1)).await.unwrap(), Accepted::Duplicate(_)));
    assert!(matches!(large.accept(event(77)).await.unwrap(), Accepted::New(_)));
    fill_again(&large).await;
}

async fn fill_again(store: &dyn engine::Store) {
    for number in 100..110 {
        store.accept(event(number)).await.unwrap();
    }
}

#[tokio::test]
async fn a_copy_tells_how_far_it_has_come() {
    let (small, _folder) = stores::sqlite().await;
    let (large, _database) = stores::postgres().await;
    fill(&small, EVENTS).await;
    let mut told = Vec::new();
    copy(&mut *small.snapshot().await.unwrap(), &large, "file", |one| told.push(one))
        .await
        .unwrap();

    let inbox: Vec<_> = told.iter().filter(|progress| progress.table == "inbox").collect();
    let done: Vec<u64> = inbox.iter().map(|progress| progress.done).collect();
    assert_eq!(done, [0, 1000, 2000, 2300, 2300]);
    assert!(inbox.iter().all(|progress| progress.of == 2300));
    assert_eq!(inbox.last().unwrap().stage, Stage::Compared);
}

#[tokio::test]
async fn a_base_that_is_not_empty_is_refused() {
    let (small, _folder) = stores::sqlite().await;
    let (large, _database) = stores::postgres().await;
    fill(&small, 1).await;
    large.accept(event(5)).await.unwrap();
    let refused = copy(&mut *small.snapshot().await.unwrap(), &large, "file", nobody).await;
    assert!(matches!(refused, Err(CopyError::NotEmpty { .. })), "{refused:?}");
    assert_eq!(count(&large, "inbox").await, 1);
}

/// A target whose connection breaks after so many batches.
struct Breaking<'a> {
    target: &'a dyn Target,
    left: std::sync::atomic::AtomicUsize,
}

#[async_trait::async_trait]
impl Target for Breaking<'_> {
    async fn look(&self) -> Result<Box<dyn Source>, ArchiveError> {
        self.target.look().await
    }

    async fn under_way(&self) -> Result<Option<String>, ArchiveError> {
        self.target.under_way().await
    }

    async fn mark(&self, from: Option<&str>) -> Result<(), ArchiveError> {
        self.target.mark(from).await
    }

    async fn add(&self, table: &Table, rows: Vec<Row>) -> Result<(), ArchiveError> {
        let left = self.left.load(std::sync::atomic::Ordering::Relaxed);
        if left == 0 {
            return Err(ArchiveError::new("the line is dead"));
        }
        self.left.store(left - 1, std::sync::atomic::Ordering::Relaxed);
        self.target.add(table, rows).await
    }

    async fn number_on(&self, table: &Table) -> Result<(), ArchiveError> {
        self.target.number_on(table).await
    }
}

#[tokio::test]
async fn a_copy_that_broke_off_anywhere_is_taken_up_where_it_broke_off() {
    let (small, _folder) = stores::sqlite().await;
    fill(&small, EVENTS).await;
    for batches in [0, 1, 4, 6] {
        let (large, _database) = stores::postgres().await;
        let breaking = Breaking { target: &large, left: batches.into() };
        let broken = copy(&mut *small.snapshot().await.unwrap(), &breaking, "file", nobody).await;
        assert!(matches!(broken, Err(CopyError::Store(_))), "{broken:?}");
        assert_eq!(large.under_way().await.unwrap().as_deref(), Some("file"));

        let another = copy(&mut *small.snapshot().await.unwrap(), &large, "another", nobody).await;
        assert!(matches!(another, Err(CopyError::AnotherCopy { .. })), "{another:?}");

        copy(&mut *small.snapshot().await.unwrap(), &large, "file", nobody).await.unwrap();
        assert_eq!(large.under_way().await.unwrap(), None);
        assert_eq!(count(&large, "inbox").await, EVENTS as u64);
    }
}

#[tokio::test]
async fn a_copy_that_differs_is_found_out() {
    let (small, _folder) = stores::sqlite().await;
    let (large, database) = stores::postgres().await;
    fill(&small, 5).await;
    let breaking = Breaking { target: &large, left: 3.into() };
    copy(&mut *small.snapshot().await.unwrap(), &breaking, "file", nobody).await.unwrap_err();
    let mut postgres = database.connect().await;
    postgres.execute("UPDATE lanes SET state = '1' WHERE key = 'call/3'").await.unwrap();

    let differs = copy(&mut *small.snapshot().await.unwrap(), &large, "file", nobody).await;
    let Err(CopyError::Differs { table, .. }) = differs else { panic!("{differs:?}") };
    assert_eq!(table, "lanes");
}

#[tokio::test]
async fn rows_come_in_the_order_of_their_keys_byte_by_byte() {
    let (small, _folder) = stores::sqlite().await;
    let (large, _database) = stores::postgres().await;
    for store in [&small as &dyn engine::Store, &large] {
        for name in ["b", "B", "_", "а", "я", "a b", "10", "9"] {
            store.swap_record(name, None, &serde_json::json!(name)).await.unwrap();
        }
    }
    let mut orders = Vec::new();
    for target in [&small as &dyn Target, &large] {
        let mut source = target.look().await.unwrap();
        let table =
            source.tables().await.unwrap().into_iter().find(|table| table.name == "records");
        let table = table.unwrap();
        let mut keys: Vec<Cell> = Vec::new();
        loop {
            let after = keys.last().map(|key| vec![key.clone()]);
            let rows = source.rows(&table, after.as_deref(), 3).await.unwrap();
            if rows.is_empty() {
                break;
            }
            keys.extend(rows.iter().flat_map(|row| table.key_of(row)));
        }
        assert_eq!(
            source.last_key(&table).await.unwrap().as_deref(),
            keys.last().map(std::slice::from_ref)
        );
        assert!(keys.is_sorted(), "{keys:?}");
        orders.push(keys);
    }
    assert_eq!(orders[0], orders[1]);
    assert_eq!(orders[0].len(), 8);
}
