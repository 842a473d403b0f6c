//! A backup is restored, and the program goes on where it was.

use std::sync::Arc;

use ambient::SystemClock;
use e2e::{Program, ServedSandbox, usual_settings};
use sandbox::uis::ReportLag;
use sandbox::uis::script::Script;
use test_postgres::Database;

use super::many_calls::{call, notifications};

/// The key of the installation that is lost and of the one that is made anew.
const KEY: &str = "77f3c2d1b0a99887766554433221100ffeeddccbbaa0123456789abcdef01234";

fn installed(database: Option<&Database>) -> Program {
    let program = Program::install()
        .with("SVYAZKA_MASTER_KEY", KEY)
        .with("SVYAZKA_PLANFIX_REQUESTS_PER_SECOND", "200");
    match database {
        Some(database) => program.with("SVYAZKA_DATABASE_URL", database.url()),
        None => program,
    }
}

/// A call is under way when the backup is made; then the machine is lost. The restored installation hears
/// of the call's end and does what is left to do, and nothing twice.
async fn goes_on_where_it_was(mut lost: Program, mut restored: Program) {
    let served = ServedSandbox::start(Arc::new(SystemClock)).await;
    let uis = served.sandbox.uis();
    uis.configure(|settings| settings.report_lag = ReportLag::Secs(0));
    let settings = lost.file("romashka.yaml", &usual_settings(&served.url, &[]));
    lost.does(&["connection", "import", &settings]);
    uis.set_webhook(notifications(&lost));
    lost.serve();
    let scripts: Vec<Script> = (1..3).map(call).collect();
    for step in uis.steps(&scripts[0]) {
        uis.perform(step).await;
    }
    served.until("the first call's task", |sandbox| sandbox.planfix().tasks().len() == 1).await;
    served.until("the first call's end", |sandbox| sandbox.planfix().history().len() == 1).await;
    let mut steps = uis.steps(&scripts[1]).into_iter();
    for step in steps.by_ref().take(4) {
        uis.perform(step).await;
    }
    served
        .until("the second call's card", |sandbox| {
            sandbox.planfix().ledger().containing("INCOMING 79030000002").len() == 1
        })
        .await;

    let backup = restored.data().join("backup.db");
    lost.does(&["backup", backup.to_str().unwrap()]);
    lost.kill();
    restored.does(&["restore", backup.to_str().unwrap()]);
    uis.set_webhook(notifications(&restored));
    restored.serve();
    for step in steps {
        uis.perform(step).await;
    }
    served.until("the second call's task", |sandbox| sandbox.planfix().tasks().len() >= 2).await;
    served.until("the second call's end", |sandbox| sandbox.planfix().history().len() >= 2).await;
    restored.kill();
    super::many_calls::assert_each_once_of(&served, 1..3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_sqlite_goes_on_where_it_was() {
    goes_on_where_it_was(installed(None), installed(None)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_postgres_goes_on_where_it_was() {
    let (one, two) = (Database::empty().await, Database::empty().await);
    goes_on_where_it_was(installed(Some(&one)), installed(Some(&two))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_postgres_is_a_file_for_one_machine() {
    let database = Database::empty().await;
    goes_on_where_it_was(installed(Some(&database)), installed(None)).await;
}

#[test]
fn a_backup_is_not_restored_over_a_database_nor_without_its_key() {
    let program = installed(None);
    program.does(&["migrate"]);
    let settings = usual_settings(&"http://127.0.0.1:9".parse().unwrap(), &[]);
    let file = program.file("romashka.yaml", &settings);
    program.does(&["connection", "import", &file]);
    let backup = program.data().join("backup.db");
    program.does(&["backup", backup.to_str().unwrap()]);

    let over = program.run(&["restore", backup.to_str().unwrap()]);
    let told = String::from_utf8(over.stderr).unwrap();
    assert!(told.contains("уже есть"), "{told}");
    assert!(program.does(&["connection", "list"]).contains("romashka"));

    let other_key = KEY.replace('7', "8");
    let other = Program::install().with("SVYAZKA_MASTER_KEY", other_key);
    let without = other.run(&["restore", backup.to_str().unwrap()]);
    assert_eq!(without.status.code(), Some(1));
    let told = String::from_utf8(without.stderr).unwrap();
    assert!(told.contains("ключ"), "{told}");
}
