//! `crates/store-sqlite/.sqlx`: what the query macros know of the database, so that a build needs none.
//!
//! The macros themselves write these files while they are expanded with `DATABASE_URL` set, into the
//! folder named by `SQLX_OFFLINE_DIR`; so the crate is compiled once against a database made from its
//! migrations.

use std::fs;

use super::output::Output;
use crate::failed::Done;
use crate::house::House;

const MIGRATIONS: &str = "crates/store-sqlite/migrations";
const QUERIES: &str = "crates/store-sqlite/.sqlx";

pub(super) fn make(house: &House) -> Done<Output> {
    let folder = house.target_folder()?.join("xtask").join("queries");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let written = folder.join("written");
    fs::create_dir_all(&written)?;

    let database = folder.join("schema.db");
    house
        .cargo(
            "run --quiet --locked --package xtask --features sqlite-schema --bin sqlite-schema --",
        )
        .word(&database)
        .word(MIGRATIONS)
        .go()?;
    house
        .cargo("rustc --quiet --locked --package store-sqlite --lib --profile check")
        .env("DATABASE_URL", format!("sqlite:{}", database.display()))
        .env("SQLX_OFFLINE", "false")
        .env("SQLX_OFFLINE_DIR", &written)
        // Cargo does not know that the macros read the variables above. A setting never seen before
        // makes it compile the crate again.
        .words("-- --cfg")
        .word(format!("expanded_by=\"{}\"", std::process::id()))
        .go()?;
    Output::folder(QUERIES, &written)
}
