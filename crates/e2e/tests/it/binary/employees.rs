//! `svyazka employees sync`

use std::sync::Arc;

use ambient::SystemClock;
use e2e::{Program, ServedSandbox, usual_settings};

#[tokio::test(flavor = "multi_thread")]
async fn a_run_from_the_terminal_creates_the_missing_and_prints_who_is_who() {
    let served = ServedSandbox::start(Arc::new(SystemClock)).await;
    let program = Program::install().with("SVYAZKA_PLANFIX_REQUESTS_PER_SECOND", "200");
    let settings = program.file("romashka.yaml", &usual_settings(&served.url, &[]));
    program.does(&["connection", "import", &settings]);

    let table = program.does(&["employees", "sync", "romashka"]);
    let again = program.does(&["employees", "sync", "romashka", "--json"]);

    let sokolov = table.lines().find(|line| line.contains("Соколов")).unwrap();
    assert!(sokolov.contains("создан"), "{table}");
    assert!(table.contains("Найдено: 3, создано: 1"), "{table}");
    let again: serde_json::Value = serde_json::from_str(&again).unwrap();
    assert_eq!(again.pointer("/counts/matched").unwrap(), 4);
    assert_eq!(again.pointer("/lines/0/by").unwrap(), "email");
    assert_eq!(served.sandbox.uis().company().employees.len(), 5);
}
