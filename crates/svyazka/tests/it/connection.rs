use crate::home::Home;

const ROMASHKA: &str = r#"
name: romashka
title: ООО «Ромашка»
credentials:
  planfix_telephony: { url: "https://romashka.planfix.invalid/tel/api", token: tel-secret }
"#;

impl Home {
    /// A home with the connection `romashka`.
    fn with_romashka() -> Self {
        let home = Self::new();
        home.write("romashka.yaml", ROMASHKA);
        home.run("connection import romashka.yaml").done();
        home
    }
}

#[test]
fn an_import_tells_what_became_of_the_connection() {
    let home = Home::new();
    home.write("romashka.yaml", ROMASHKA);
    let import = || home.run("connection import romashka.yaml").done().out;

    // beneath it stands whether Planfix knows us, which here it can't say
    let first_line = |told: String| told.lines().next().unwrap().to_owned();
    assert_eq!(first_line(import()), "Соединение romashka создано, версия 1");
    assert_eq!(first_line(import()), "Соединение romashka не изменилось, версия 1");
    home.write("romashka.yaml", &ROMASHKA.replace("Ромашка", "Лютик"));
    assert_eq!(first_line(import()), "Соединение romashka обновлено, версия 2");
}

#[test]
fn a_wrong_file_is_refused_with_a_line_for_each_mistake() {
    let home = Home::new();
    home.write("bad.yaml", "name: Ромашка\ntitel: x\n");

    let run = home.run("connection import bad.yaml").failed();

    assert_eq!(run.reason(), "svyazka: bad.yaml: в настройках есть ошибки (2), ничего не изменено");
    assert!(run.err.contains("\n  name: "), "{}", run.err);
    assert!(run.err.contains("\n  titel: ") && run.err.contains("`title`"), "{}", run.err);
    assert!(home.run("connection list").done().out.contains("пока нет"));
}

#[test]
fn mistakes_are_told_in_english_when_asked_for() {
    let home = Home::new();
    home.write("bad.yaml", "name: romashka\ntitel: x\n");
    let run = home.run("connection import bad.yaml --lang en").failed();
    assert!(run.err.contains("nothing was changed"), "{}", run.err);
    assert!(run.err.is_ascii(), "{}", run.err);
}

#[test]
fn an_import_is_told_in_english_when_asked_for() {
    let home = Home::new();
    home.write("romashka.yaml", "name: romashka\n");
    let run = home.run("connection import romashka.yaml --lang en").done();
    assert!(run.out.starts_with("The connection romashka was made, version 1"), "{}", run.out);
}

#[test]
fn an_empty_file_is_refused_without_a_place_in_it() {
    let home = Home::new();
    home.write("empty.yaml", "");
    let run = home.run("connection import empty.yaml").failed();
    assert!(run.err.contains("\n  ожидается несколько вложенных настроек"), "{}", run.err);
}

#[test]
fn a_file_that_is_not_yaml_is_refused_with_the_place_in_the_language_asked_for() {
    let home = Home::new();
    home.write("twice.yaml", "name: a\nname: b\n");

    let russian = home.run("connection import twice.yaml").failed();
    let english = home.run("connection import twice.yaml --lang en").failed();

    assert!(russian.reason().ends_with("ничего не изменено"), "{}", russian.err);
    assert!(russian.err.contains("строка 2, позиция 1: "), "{}", russian.err);
    assert!(
        english.err.contains("line 2, column 1: ") && english.err.is_ascii(),
        "{}",
        english.err
    );
}

#[test]
fn http_addresses_are_refused_unless_allowed() {
    let home = Home::new();
    home.write("romashka.yaml", &ROMASHKA.replace("https:", "http:"));
    let import = "connection import romashka.yaml";

    let refused = home.run(import).failed();
    assert!(refused.err.contains("credentials.planfix_telephony.url: "), "{}", refused.err);
    home.run_with(import, &[("SVYAZKA_ALLOW_PRIVATE_UPSTREAMS", "true")]).done();
}

#[test]
fn an_export_holds_secrets_only_when_asked_for() {
    let home = Home::with_romashka();
    assert!(!home.run("connection export romashka").done().out.contains("tel-secret"));
    let full = home.run("connection export romashka --with-secrets").done();
    assert!(full.out.contains("token: tel-secret"), "{}", full.out);
}

#[test]
fn urls_are_json_with_one_address_for_each_hook() {
    let home = Home::with_romashka();
    let env = [("SVYAZKA_PUBLIC_URL", "https://svyazka.example.ru")];

    let run = home.run_with("connection urls romashka --json", &env).done();

    let urls: serde_json::Map<_, _> = serde_json::from_str(&run.out).unwrap();
    let hooks: Vec<_> = urls.keys().map(String::as_str).collect();
    assert_eq!(
        hooks,
        [
            "uis_notifications",
            "uis_personal_manager",
            "uis_chat",
            "planfix_telephony",
            "planfix_chat",
            "planfix_deals"
        ]
    );
    for (hook, url) in &urls {
        let start = format!("https://svyazka.example.ru/hooks/romashka/{hook}/");
        assert!(url.as_str().unwrap().starts_with(&start), "{url}");
    }
}

#[test]
fn a_reissued_address_is_another_one() {
    let home = Home::with_romashka();
    let before = home.run("connection urls romashka").done().out;
    let after = home.run("connection urls romashka --reissue uis_chat").done().out;
    let changed: Vec<_> = before
        .lines()
        .zip(after.lines())
        .filter(|(before, after)| before != after)
        .map(|(before, _)| before.split_whitespace().next().unwrap())
        .collect();
    assert_eq!(changed, ["uis_chat"]);
}

#[test]
fn an_unknown_connection_is_a_failure_and_a_wrong_word_a_misuse() {
    let home = Home::new();
    let unknown = home.run("connection export lyutik").failed();
    assert_eq!(unknown.reason(), "svyazka: соединения «lyutik» нет");
    assert_eq!(home.run("connection exprot lyutik").status, 2);
    assert_eq!(home.run("connection urls lyutik --reissue chat").status, 2);
}
