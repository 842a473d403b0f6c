//! Commands and their exit statuses.

use e2e::{Program, usual_settings};
use url::Url;

fn settings(changes: &[(&str, &str)]) -> String {
    usual_settings(&Url::parse("http://127.0.0.1:9").unwrap(), changes)
}

#[test]
fn a_file_with_mistakes_names_each_of_them_and_changes_nothing() {
    let program = Program::install();
    let wrong = settings(&[
        ("incoming: { default: \"user:1\", rules: [] }", "incoming: { rules: [] }"),
        ("timezone: Europe/Moscow", "timezone: Europe/Moskow"),
        ("fields:\n    contact: []", "felds:\n    contact: []"),
    ]);
    let file = program.file("wrong.yaml", &wrong);
    let output = program.run(&["connection", "import", &file]);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    for place in ["telephony.responsibles.incoming.default", "timezone", "telephony.felds"] {
        assert!(error.contains(place), "{error}");
    }
    assert!(!program.does(&["connection", "list"]).contains("romashka"));
}

#[test]
fn what_was_exported_can_be_imported_again_and_changes_nothing() {
    let program = Program::install();
    let file = program.file("romashka.yaml", &settings(&[]));
    program.does(&["connection", "import", &file]);
    let exported = program.does(&["connection", "export", "romashka"]);
    assert!(!exported.contains("sandbox-rest-token"), "{exported}");
    let again = program.file("again.yaml", &exported);
    program.does(&["connection", "import", &again]);
    assert_eq!(program.does(&["connection", "export", "romashka"]), exported);
    let whole = program.does(&["connection", "export", "romashka", "--with-secrets"]);
    assert!(whole.contains("sandbox-rest-token"), "{whole}");
}

#[test]
fn words_that_are_no_command_end_with_status_two() {
    let program = Program::install();
    assert_eq!(program.run(&["conection", "list"]).status.code(), Some(2));
    assert_eq!(program.run(&["connection", "export", "nobody"]).status.code(), Some(1));
}

#[test]
fn an_unknown_key_of_the_configuration_names_the_nearest_known_one() {
    let program = Program::install();
    let file = program.file("svyazka.toml", "listn = \"127.0.0.1:8080\"\n");
    let output = program.run(&["serve", "--config", &file]);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("listn") && error.contains("listen"), "{error}");
}
