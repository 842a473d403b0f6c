//! An installation that outgrew one machine moves to PostgreSQL.

use e2e::{Program, usual_settings};
use test_postgres::Database;

const KEY: &str = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

/// An installation with a connection, on one machine.
fn small() -> Program {
    let program = Program::install().with("SVYAZKA_MASTER_KEY", KEY);
    let settings = usual_settings(&"http://127.0.0.1:9".parse().unwrap(), &[]);
    let file = program.file("romashka.yaml", &settings);
    program.does(&["connection", "import", &file]);
    program
}

fn file_of(program: &Program) -> String {
    format!("sqlite:{}", program.data().join("data/svyazka.db").display())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_on_one_machine_is_on_postgres_after_the_copy() {
    let (small, database) = (small(), Database::empty().await);
    let url = database.url();
    let told = small.does(&["copy", "--from", &file_of(&small), "--to", &url]);
    assert!(told.contains("сверено"), "{told}");

    let node = Program::install()
        .with("SVYAZKA_MASTER_KEY", KEY)
        .with("SVYAZKA_DATABASE_URL", url.clone());
    let export = ["connection", "export", "romashka", "--with-secrets"];
    assert_eq!(node.does(&export), small.does(&export));
    let urls = ["connection", "urls", "romashka"];
    let keys = |program: &Program| program.does(&urls).replace(program.url().as_str(), "");
    assert_eq!(keys(&node), keys(&small), "the addresses keep their keys");

    // a second time it is refused: there is something now
    let again = small.run(&["copy", "--from", &file_of(&small), "--to", &url]);
    assert_eq!(again.status.code(), Some(1));
    let told = String::from_utf8(again.stderr).unwrap();
    assert!(told.starts_with("svyazka: в базе, куда копируем, уже есть данные"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_a_server_works_on_is_not_copied() {
    let (mut small, database) = (small(), Database::empty().await);
    small.serve();
    let refused = small.run(&["copy", "--from", &file_of(&small), "--to", &database.url()]);
    assert_eq!(refused.status.code(), Some(1));
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(told.contains("уже работает"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_on_the_command_line_is_not_repeated() {
    let small = small();
    let to = "postgres://svyazka:pa55word@db.invalid:5432/svyazka";
    let refused = small.run(&["copy", "--from", &file_of(&small), "--to", to]);
    assert_eq!(refused.status.code(), Some(1));
    let told = String::from_utf8(refused.stderr).unwrap();
    assert!(told.contains("db.invalid:5432/svyazka") && !told.contains("pa55word"), "{told}");
    let wrong = small.run(&["copy", "--from", "mysql://u:pa55word@db/x", "--to", to]);
    assert_eq!(wrong.status.code(), Some(2));
}
