//! A database for one test.

use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

use crate::{Server, programs, shared};

/// A database on the [`shared`] server, dropped together with this.
#[derive(Debug)]
pub struct Database {
    name: String,
    server: &'static Server,
}

impl Database {
    /// An empty database.
    pub async fn empty() -> Self {
        Self::like("template0").await
    }

    /// A copy of a database that `make` has filled once for everybody who names it `template`.
    ///
    /// The name must change with what `make` does: the server may outlive a build.
    pub async fn copied(template: &str, make: impl AsyncFnOnce(String)) -> Self {
        let server = shared();
        let mut postgres = connect(server).await;
        // held until this connection ends, however it does
        sqlx::query("SELECT pg_advisory_lock(hashtext($1))")
            .bind(template)
            .execute(&mut postgres)
            .await
            .unwrap();
        let there: bool =
            sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)")
                .bind(template)
                .fetch_one(&mut postgres)
                .await
                .unwrap();
        if !there {
            let draft = format!("{template}_draft");
            execute(&mut postgres, format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)")).await;
            execute(&mut postgres, format!("CREATE DATABASE {draft} TEMPLATE template0")).await;
            make(server.url(&draft)).await;
            execute(&mut postgres, format!("ALTER DATABASE {draft} RENAME TO {template}")).await;
        }
        drop(postgres.close().await);
        Self::like(template).await
    }

    async fn like(template: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{}_{number}", std::process::id());
        let server = shared();
        let mut postgres = connect(server).await;
        // left by a former process of the same number
        execute(&mut postgres, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        execute(&mut postgres, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        drop(postgres.close().await);
        Self { name, server }
    }

    /// A connection of the test's own, past the program.
    pub async fn connect(&self) -> PgConnection {
        PgConnection::connect(&self.url()).await.unwrap()
    }

    /// Its name on the server.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its address.
    pub fn url(&self) -> String {
        self.server.url(&self.name)
    }
}

async fn connect(server: &Server) -> PgConnection {
    PgConnection::connect(&server.url("postgres")).await.unwrap()
}

async fn execute(postgres: &mut PgConnection, statement: String) {
    postgres.execute(AssertSqlSafe(statement)).await.unwrap();
}

impl Drop for Database {
    fn drop(&mut self) {
        // a drop can't await, and whoever still uses the database must not keep it
        let statement = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name);
        let url = self.server.url("postgres");
        let mut psql = programs::command("psql", &["-X", "-q", "-d", &url, "-c", &statement]);
        drop(psql.output());
    }
}
