//! Runs a command while there is a PostgreSQL with the schema of a folder of migrations, whose address
//! the command finds in `DATABASE_URL`: `postgres-schema MIGRATIONS COMMAND…`.

use std::error::Error;
use std::path::Path;
use std::process::{Command, ExitCode};

use sqlx::migrate::Migrator;
use sqlx::{Connection, PgConnection};
use test_postgres::Server;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let (Some(migrations), Some(program)) = (words.next(), words.next()) else {
        return Err("postgres-schema MIGRATIONS COMMAND…".into());
    };
    let server = Server::start();
    let url = server.url("postgres");
    let mut database = PgConnection::connect(&url).await?;
    Migrator::new(Path::new(&migrations)).await?.run(&mut database).await?;
    database.close().await?;

    let status = Command::new(program).args(words).env("DATABASE_URL", url).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
