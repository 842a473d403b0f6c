//! `crates/store-*/.sqlx`: what the query macros know of the database, so that a build needs none.
//!
//! The macros themselves write these files while they are expanded with `DATABASE_URL` set, into the
//! folder named by `SQLX_OFFLINE_DIR`; so each crate is compiled once against a database made from its
//! migrations.

use std::fs;
use std::path::{Path, PathBuf};

use super::output::Output;
use crate::failed::Done;
use crate::house::House;
use crate::shell::Run;

/// The queries of `store-sqlite`, checked against a file.
pub(super) fn sqlite(house: &House) -> Done<Output> {
    let folder = empty_folder(house, "store-sqlite")?;
    let database = folder.join("schema.db");
    house
        .cargo(
            "run --quiet --locked --package xtask --features sqlite-schema --bin sqlite-schema --",
        )
        .word(&database)
        .word("crates/store-sqlite/migrations")
        .go()?;
    let expand = expand(house.cargo(""), "store-sqlite", &folder);
    expand.env("DATABASE_URL", format!("sqlite:{}", database.display())).go()?;
    Output::folder("crates/store-sqlite/.sqlx", &folder.join("written"))
}

/// The queries of `store-postgres`, checked against a server of their own.
pub(super) fn postgres(house: &House) -> Done<Output> {
    let folder = empty_folder(house, "store-postgres")?;
    let with_server = house
        .cargo("run --quiet --locked --package xtask --features postgres-schema --bin postgres-schema --")
        .word("crates/store-postgres/migrations")
        .word("cargo");
    expand(with_server, "store-postgres", &folder).go()?;
    Output::folder("crates/store-postgres/.sqlx", &folder.join("written"))
}

fn empty_folder(house: &House, package: &str) -> Done<PathBuf> {
    let folder = house.target_folder()?.join("xtask").join(package);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("written"))?;
    Ok(folder)
}

/// Compiles a package so that its macros ask the database and write down what they hear.
fn expand(call: Run, package: &str, folder: &Path) -> Run {
    call.words("rustc --quiet --locked --lib --profile check --package")
        .word(package)
        .env("SQLX_OFFLINE", "false")
        .env("SQLX_OFFLINE_DIR", folder.join("written"))
        // Cargo does not know that the macros read the variables above. A setting never seen before
        // makes it compile the crate again.
        .words("-- --cfg")
        .word(format!("expanded_by=\"{}\"", std::process::id()))
}
