//! A transaction, and how statements travel in it.
//!
//! A transaction pooler (`PgBouncer` with `pool_mode = transaction`) hands the same server to another client
//! after each transaction. So nothing of ours outlives one: settings are `SET LOCAL`, locks are the
//! transaction's, and statements are prepared without a name. And since it may hand the server on before it
//! has passed on a second request, a transaction's end is always waited for before anything else is asked:
//! a transaction that nobody has ended takes its connection with it.

use std::borrow::Cow;
use std::fmt;

use engine::StoreError;
use futures::future::BoxFuture;
use futures::stream::BoxStream;
use sqlx::error::BoxDynError;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgQueryResult, PgRow, PgStatement, PgTypeInfo};
use sqlx::{Describe, Either, Error, Execute, Executor, PgConnection, PgPool, Postgres, SqlStr};

use crate::error::{OrBroken, Result};

/// Begins a transaction that writes. A commit that is told to a sender must be on the disk, whatever the
/// database's own setting is; a server that does not answer, a lock that is not given and a client that
/// has stalled end within seconds.
pub(crate) const WRITE: &str = "BEGIN; SET LOCAL statement_timeout = '15s'; \
    SET LOCAL lock_timeout = '10s'; SET LOCAL idle_in_transaction_session_timeout = '30s'; \
    SET LOCAL synchronous_commit = 'on'";

/// Begins a transaction that reads one moment's state of everything.
pub(crate) const READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; \
    SET LOCAL statement_timeout = '15s'; SET LOCAL idle_in_transaction_session_timeout = '30s'";

/// A transaction. Dropped without [`Session::finish`], it is undone, and its connection closed.
pub(crate) struct Session {
    connection: PoolConnection<Postgres>,
    finished: bool,
}

impl Session {
    /// Begins one with such statements as [`WRITE`] or [`READ`].
    pub(crate) async fn begin(pool: &PgPool, statements: &'static str) -> Result<Self> {
        let mut session = Self { connection: pool.acquire().await.or_broken()?, finished: false };
        sqlx::raw_sql(statements).execute(&mut *session.connection).await.or_broken()?;
        Ok(session)
    }

    /// Ends it: commits what was done well (and returns when it would survive a power cut), undoes what
    /// was not.
    pub(crate) async fn finish<T, E: From<StoreError>>(
        mut self,
        done: std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let statement = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
        let ended = sqlx::raw_sql(statement).execute(&mut *self.connection).await.or_broken();
        self.finished = ended.is_ok();
        let done = done?;
        ended?;
        Ok(done)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if !self.finished {
            self.connection.close_on_drop();
        }
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Session")
    }
}

impl<'c> Executor<'c> for &'c mut Session {
    type Database = Postgres;

    fn fetch_many<'e, 'q: 'e, E>(
        self,
        query: E,
    ) -> BoxStream<'e, std::result::Result<Either<PgQueryResult, PgRow>, Error>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        connection(self).fetch_many(Unnamed(query))
    }

    fn fetch_optional<'e, 'q: 'e, E>(
        self,
        query: E,
    ) -> BoxFuture<'e, std::result::Result<Option<PgRow>, Error>>
    where
        'c: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        connection(self).fetch_optional(Unnamed(query))
    }

    fn prepare_with<'e>(
        self,
        sql: SqlStr,
        parameters: &'e [PgTypeInfo],
    ) -> BoxFuture<'e, std::result::Result<PgStatement, Error>>
    where
        'c: 'e,
    {
        connection(self).prepare_with(sql, parameters)
    }

    fn describe<'e>(
        self,
        sql: SqlStr,
    ) -> BoxFuture<'e, std::result::Result<Describe<Postgres>, Error>>
    where
        'c: 'e,
    {
        connection(self).describe(sql)
    }
}

fn connection(session: &mut Session) -> &mut PgConnection {
    &mut session.connection
}

/// A statement that is prepared without a name.
struct Unnamed<E>(E);

impl<'q, E: Execute<'q, Postgres>> Execute<'q, Postgres> for Unnamed<E> {
    fn sql(self) -> SqlStr {
        self.0.sql()
    }

    fn statement(&self) -> Option<&PgStatement> {
        self.0.statement()
    }

    fn take_arguments(&mut self) -> std::result::Result<Option<PgArguments>, BoxDynError> {
        self.0.take_arguments()
    }

    fn persistent(&self) -> bool {
        false
    }
}

/// A text that PostgreSQL can keep: it has no zero character, and JSON writes one in six signs.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { text.replace('\0', "\u{FFFD}").into() } else { text.into() }
}
