//! The checks themselves.

use std::fs;
use std::path::Path;

use ambient::{Clock as _, SystemClock, SystemEntropy};
use jiff::tz::TimeZone;
use store_postgres::PostgresStore;
use store_sqlite::SqliteStore;

use super::finding::Finding;
use crate::config::{Config, Database, KeySource, PostgresUrl};
use crate::installation::{self, Installation};
use crate::logs;

/// A clock that shows an earlier year was never set.
const EARLIEST_YEAR: i16 = 2025;

const KEY: &str = "главный ключ";

pub(super) fn configuration(file: Option<&Path>, config: &Config) -> Finding {
    if let Err(error) = logs::filter(&config.log) {
        return Finding::bad("настройки", error.to_string());
    }
    let from = file.map_or_else(
        || "переменные среды и значения по умолчанию".to_owned(),
        |path| path.display().to_string(),
    );
    let text = format!("{from}; слушаем {}, снаружи {}", config.listen, config.public_url);
    Finding::good("настройки", text)
}

pub(super) fn data_folder(path: &Path) -> Finding {
    const SUBJECT: &str = "папка данных";
    let shown = path.display();
    match fs::metadata(path) {
        Ok(found) if !found.is_dir() => Finding::bad(SUBJECT, format!("{shown} — не папка")),
        Ok(found) if found.permissions().readonly() => {
            Finding::bad(SUBJECT, format!("{shown}: запись запрещена"))
        }
        Ok(_) => Finding::good(SUBJECT, shown.to_string()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Finding::later(SUBJECT, format!("{shown} будет создана при первом запуске"))
        }
        Err(error) => Finding::bad(SUBJECT, format!("{shown}: {error}")),
    }
}

pub(super) fn key(source: &KeySource) -> Finding {
    if source.is_to_be_made() {
        return Finding::later(KEY, format!("{source} будет создан при первом запуске"));
    }
    match source.load(&SystemEntropy) {
        Ok(key) => Finding::good(KEY, format!("{source}, номер ключа {}", key.id())),
        Err(error) => Finding::bad(KEY, error.to_string()),
    }
}

/// A missing key is made only for a database that needs none yet.
pub(super) async fn lost_key(config: &Config) -> Option<Finding> {
    match installation::key_is_lost(config).await {
        Ok(true) => Some(Finding::bad(KEY, installation::lost_key(&config.key))),
        Ok(false) => None,
        Err(error) => Some(Finding::bad(KEY, error.to_string())),
    }
}

pub(super) async fn database(database: &Database) -> Finding {
    match database {
        Database::Sqlite(path) => sqlite(path).await,
        Database::Postgres(url) => postgres(url, &database.to_string()).await,
    }
}

const DATABASE: &str = "база данных";
/// What to do about an outdated schema.
const OUTDATED: &str = "схема устарела, её обновит svyazka migrate или первый запуск";

async fn postgres(url: &PostgresUrl, shown: &str) -> Finding {
    match PostgresStore::examine(url.expose()).await {
        Ok(found) if !found.dangers.is_empty() => {
            Finding::bad(DATABASE, format!("{shown}: {}", found.dangers.join("; ")))
        }
        Ok(found) if found.missing_migrations > 0 => {
            Finding::later(DATABASE, format!("{shown}: {OUTDATED}"))
        }
        Ok(found) => Finding::good(DATABASE, format!("{shown}, PostgreSQL {}", found.server)),
        Err(error) => Finding::bad(DATABASE, format!("{shown}: {error}")),
    }
}

async fn sqlite(path: &Path) -> Finding {
    const SUBJECT: &str = DATABASE;
    let shown = path.display();
    if !path.exists() {
        return Finding::later(SUBJECT, format!("{shown} будет создана при первом запуске"));
    }
    match SqliteStore::examine(path).await {
        Ok(found) if !found.damage.is_empty() => {
            Finding::bad(SUBJECT, format!("{shown} повреждена: {}", found.damage.join("; ")))
        }
        Ok(found) if found.missing_migrations > 0 => {
            Finding::later(SUBJECT, format!("{shown}: {OUTDATED}"))
        }
        Ok(_) => Finding::good(SUBJECT, shown.to_string()),
        Err(error) => Finding::bad(SUBJECT, format!("{shown}: {error}")),
    }
}

pub(super) async fn connections(installation: &Installation) -> Vec<Finding> {
    const SUBJECT: &str = "соединение";
    let listed = match installation.connections.list().await {
        Ok(listed) if listed.is_empty() => {
            return vec![Finding::later(SUBJECT, "ни одного: svyazka connection import FILE")];
        }
        Ok(listed) => listed,
        Err(error) => return vec![Finding::bad(SUBJECT, error.to_string())],
    };
    let mut findings = Vec::new();
    for one in listed {
        let name = &one.head.name;
        findings.push(match installation.connections.get(name).await {
            Ok(_) => Finding::good(
                SUBJECT,
                format!(
                    "{name}, версия {}; внешние системы: svyazka connection check {name}",
                    one.head.version
                ),
            ),
            Err(error) => Finding::bad(SUBJECT, format!("{name}: {error}")),
        });
    }
    findings
}

pub(super) fn clock() -> Finding {
    const SUBJECT: &str = "часы";
    let zone = TimeZone::system();
    let name = zone.iana_name().unwrap_or("часовой пояс без имени").to_owned();
    let now = SystemClock.now().to_zoned_datetime(zone);
    let text = format!("{}, {name}", now.strftime("%d.%m.%Y %H:%M:%S"));
    if now.year() < EARLIEST_YEAR {
        return Finding::bad(SUBJECT, format!("{text}: часы не выставлены"));
    }
    Finding::good(SUBJECT, text)
}
