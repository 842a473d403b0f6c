use crate::home::Home;

const OFF: &str = r#"
name: romashka
title: ООО «Ромашка»
credentials:
  planfix_telephony: { url: "https://romashka.planfix.invalid/tel/api", token: tel-secret }
"#;

/// Both systems at addresses to which the program may not speak.
const UNREACHABLE: &str = r#"
name: romashka
title: ООО «Ромашка»
credentials:
  planfix_rest: { url: "https://127.0.0.1:9/rest/", token: rest-secret }
  uis: { data_api: { url: "https://127.0.0.1:9/v2.0", token: uis-secret } }
employees: { enabled: true }
"#;

fn home(settings: &str) -> Home {
    let home = Home::new();
    home.write("romashka.yaml", settings);
    let private = [("SVYAZKA_ALLOW_PRIVATE_UPSTREAMS", "true")];
    home.run_with("connection import romashka.yaml", &private).done();
    home
}

#[test]
fn a_run_of_a_section_that_is_off_is_refused_with_a_warning() {
    let home = home(OFF);
    let run = home.run("employees sync romashka").failed();
    assert!(run.reason().contains("держатся другие разделы"), "{}", run.err);
    let run = home.run("employees sync romashka --lang en").failed();
    assert!(run.reason().contains("lean on it"), "{}", run.err);
}

#[test]
fn a_run_that_could_not_ask_fails_and_says_why() {
    let home = home(UNREACHABLE);
    let run = home.run("employees sync romashka").failed();
    assert!(run.reason().contains("NET-FORBIDDEN"), "{}", run.err);
    assert_eq!(run.out, "");
}

#[test]
fn as_json_a_failed_run_is_whole_and_still_a_failure() {
    let home = home(UNREACHABLE);
    let run = home.run("employees sync romashka --json").failed();
    let told: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(told.pointer("/failure/code").unwrap(), "NET-FORBIDDEN");
    assert_eq!(told.pointer("/good").unwrap(), false);
}

#[test]
fn an_unknown_connection_is_a_failure_and_a_wrong_word_a_misuse() {
    let home = Home::new();
    let unknown = home.run("employees sync lyutik").failed();
    assert_eq!(unknown.reason(), "svyazka: соединения «lyutik» нет");
    assert_eq!(home.run("employees snyc lyutik").status, 2);
}
