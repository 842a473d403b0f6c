//! Makes a new SQLite file with the schema of a folder of migrations:
//! `sqlite-schema FILE MIGRATIONS`.

use std::error::Error;
use std::path::Path;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let (Some(file), Some(migrations)) = (words.next(), words.next()) else {
        return Err("sqlite-schema FILE MIGRATIONS".into());
    };
    let migrator = Migrator::new(Path::new(&migrations)).await?;
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
    let mut database: SqliteConnection = options.connect().await?;
    migrator.run(&mut database).await?;
    database.close().await?;
    Ok(())
}
