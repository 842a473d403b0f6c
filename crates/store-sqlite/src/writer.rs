//! The one writer: many small transactions, one commit to disk.
//!
//! SQLite has one writer at a time and, with `synchronous=FULL`, a commit waits for the disk. Jobs that
//! arrive while a commit waits are run together in the next one, each in its own savepoint, up to
//! [`GROUP`]: a lone job does not wait for company, a crowd shares the wait.

use futures::future::BoxFuture;
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

use crate::error::{OrBroken, Result};
use engine::StoreError;

/// How many jobs share a commit at most.
const GROUP: usize = 64;
/// How many jobs may wait before their callers do.
const QUEUE: usize = 1024;

/// A handle to the writer; the writer ends when the last handle is dropped.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    jobs: mpsc::Sender<Box<dyn Job>>,
}

impl Writer {
    /// Starts the writer on a connection of its own.
    pub(crate) fn start(connection: SqliteConnection) -> Self {
        let (jobs, queue) = mpsc::channel(QUEUE);
        tokio::spawn(write(connection, queue));
        Self { jobs }
    }

    /// Runs the work in a transaction and returns its result when that is on the disk.
    ///
    /// The work may be dropped unrun, or its changes undone, only together with an error here.
    pub(crate) async fn run<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T>> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Typed { work: Some(work), done: None, reply };
        let closed = || StoreError::broken("the writer has stopped");
        self.jobs.send(Box::new(job)).await.map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }
}

/// Runs jobs in groups until all handles are gone.
async fn write(mut connection: SqliteConnection, mut queue: mpsc::Receiver<Box<dyn Job>>) {
    let mut group = Vec::with_capacity(GROUP);
    while queue.recv_many(&mut group, GROUP).await > 0 {
        let committed = run_group(&mut connection, &mut group).await;
        for job in group.drain(..) {
            job.answer(committed.as_ref().map_err(ToString::to_string).copied());
        }
    }
}

/// Runs the jobs in one transaction.
async fn run_group(
    connection: &mut SqliteConnection,
    group: &mut [Box<dyn Job>],
) -> std::result::Result<(), sqlx::Error> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    for job in group {
        let mut savepoint = transaction.begin().await?;
        if job.run(&mut savepoint).await {
            savepoint.commit().await?;
        } else {
            savepoint.rollback().await?;
        }
    }
    transaction.commit().await
}

/// A piece of work and the place where its result is awaited.
trait Job: Send {
    /// Runs it; `false` = its changes must be undone.
    fn run<'c>(&'c mut self, connection: &'c mut SqliteConnection) -> BoxFuture<'c, bool>;

    /// Tells the result, once it is known whether the group reached the disk.
    fn answer(self: Box<Self>, committed: std::result::Result<(), String>);
}

struct Typed<T, F> {
    work: Option<F>,
    done: Option<Result<T>>,
    reply: oneshot::Sender<Result<T>>,
}

impl<T, F> Job for Typed<T, F>
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T>> + Send,
{
    fn run<'c>(&'c mut self, connection: &'c mut SqliteConnection) -> BoxFuture<'c, bool> {
        Box::pin(async move {
            let Some(work) = self.work.take() else { return false };
            let done = work(connection).await;
            let good = done.is_ok();
            self.done = Some(done);
            good
        })
    }

    fn answer(self: Box<Self>, committed: std::result::Result<(), String>) {
        let result = match (self.done, committed) {
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (_, Err(error)) => Err(StoreError::broken(error)),
            (None, Ok(())) => Err(StoreError::broken("the job was not run")),
        };
        // the caller may have gone away; what was committed stays
        drop(self.reply.send(result));
    }
}

/// Opens the connection the writer works on.
pub(crate) async fn connect(
    options: &sqlx::sqlite::SqliteConnectOptions,
) -> Result<SqliteConnection> {
    SqliteConnection::connect_with(options).await.or_broken()
}
