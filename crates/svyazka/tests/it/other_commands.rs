use crate::home::Home;

#[test]
fn a_token_is_printed_alone_and_once() {
    let home = Home::new();
    let run = home.run("token create мониторинг --role viewer").done();
    let token = run.out.trim_end();
    assert!(token.starts_with("svyazka_") && !token.contains(char::is_whitespace), "{token}");
}

#[test]
fn an_unknown_role_is_a_misuse() {
    let run = Home::new().run("token create x --role boss");
    assert_eq!(run.status, 2);
    assert!(run.err.contains("owner, admin, operator, viewer"), "{}", run.err);
}

#[test]
fn a_backup_is_a_whole_database_and_is_never_overwritten() {
    let home = Home::new();
    home.run("token create x --role viewer").done();

    home.run("backup copy.db").done();

    let copy = [("SVYAZKA_DATABASE_URL", "sqlite:copy.db")];
    let doctor = home.run_with("doctor", &copy).done();
    assert!(doctor.out.contains("✓  база данных   copy.db"), "{}", doctor.out);
    assert_eq!(home.run("backup copy.db").failed().reason(), "svyazka: файл copy.db уже есть");
}

#[test]
fn without_a_database_there_is_nothing_to_back_up() {
    let home = Home::new();
    home.run("backup copy.db").failed();
    assert!(!home.path("svyazka-data").exists());
}

#[test]
fn migrate_makes_the_database_without_a_key() {
    let home = Home::new();
    home.run("migrate").done();
    assert!(home.path("svyazka-data/svyazka.db").exists());
    assert!(!home.path("svyazka-data/master.key").exists());
}

#[test]
fn the_doctor_makes_nothing() {
    let home = Home::new();
    let run = home.run("doctor").done();
    assert!(run.out.contains("будет создан"), "{}", run.out);
    assert!(!home.path("svyazka-data").exists());
}

/// A home with a connection, whose secrets are sealed with the data folder's key.
fn with_secrets() -> Home {
    let home = Home::new();
    home.write(
        "romashka.yaml",
        "name: romashka\ncredentials:\n  planfix_telephony: { url: \"https://a.planfix.ru/tel/api\", token: t }\n",
    );
    home.run("connection import romashka.yaml").done();
    home
}

#[test]
fn a_lost_master_key_is_told_and_not_replaced() {
    let home = with_secrets();
    let key = home.path("svyazka-data/master.key");
    std::fs::remove_file(&key).unwrap();

    let doctor = home.run("doctor").failed();
    assert!(doctor.out.contains("верните ключ, с которым она создана"), "{}", doctor.out);
    for words in ["serve", "connection list", "token create x --role viewer"] {
        let run = home.run(words).failed();
        assert!(run.reason().contains("верните ключ"), "{words}: {}", run.err);
        assert!(!key.exists(), "{words}");
    }
}

#[test]
fn with_another_master_key_nothing_is_served_or_imported() {
    let home = with_secrets();
    home.write("lyutik.yaml", "name: lyutik\n");
    let another = "ab".repeat(32);
    let env = [("SVYAZKA_MASTER_KEY", another.as_str()), ("SVYAZKA_LISTEN", "127.0.0.1:0")];

    for words in ["serve", "connection import lyutik.yaml"] {
        let run = home.run_with(words, &env).failed();
        assert!(run.reason().contains("зашифрованы главным ключом"), "{words}: {}", run.err);
    }
    assert!(!home.run("connection list").done().out.contains("lyutik"));
}

#[test]
fn the_doctor_finds_a_log_filter_that_serve_would_refuse() {
    let env = [("SVYAZKA_LOG", "info=loud")];
    let run = Home::new().run_with("doctor", &env).failed();
    assert!(run.out.contains("✗  настройки     SVYAZKA_LOG: `info=loud`"), "{}", run.out);
}

#[test]
fn the_doctor_finds_another_master_key() {
    let home = with_secrets();

    let another = "ab".repeat(32);
    let run = home.run_with("doctor", &[("SVYAZKA_MASTER_KEY", &another)]).failed();

    assert!(run.out.contains("✗  соединение"), "{}", run.out);
    assert!(run.out.contains("зашифрованы главным ключом"), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn a_key_file_that_others_may_read_stops_everything() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    home.run("token create x --role viewer").done();
    let key = home.path("svyazka-data/master.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();

    let run = home.run("connection list").failed();

    assert!(run.reason().contains("chmod 600"), "{}", run.err);
}

#[test]
fn a_mistyped_key_of_the_configuration_is_named() {
    let home = Home::new();
    home.write("svyazka.toml", "public_ulr = \"https://svyazka.example.ru\"\n");
    let run = home.run("connection list --config svyazka.toml").failed();
    assert_eq!(
        run.reason(),
        "svyazka: svyazka.toml: неизвестный ключ `public_ulr`; похоже на `public_url`"
    );
}

#[test]
fn postgres_without_a_key_is_refused_in_a_sentence() {
    let env = [("SVYAZKA_DATABASE_URL", "postgres://u:pa55word@db/svyazka")];
    let run = Home::new().run_with("serve", &env).failed();
    assert!(run.reason().contains("SVYAZKA_MASTER_KEY"), "{}", run.err);
    assert!(!run.err.contains("pa55word"), "{}", run.err);
}

#[test]
fn without_words_the_program_explains_itself() {
    let run = Home::new().run("");
    assert_eq!(run.status, 2);
    for command in
        ["demo", "serve", "sandbox", "connection", "token", "migrate", "backup", "doctor"]
    {
        assert!(run.err.contains(command), "{command}: {}", run.err);
    }
}

#[test]
fn an_account_is_made_with_a_password_from_the_environment_or_standard_input() {
    let home = Home::new();
    let password = [("SVYAZKA_PASSWORD", "ромашка-2026")];
    let run = home.run_with("user add Olga@Romashka.ru --role owner", &password).done();
    assert!(run.out.contains("olga@romashka.ru"), "{}", run.out);

    let again = home.run_with("user add olga@romashka.ru --role viewer", &password).failed();
    assert!(again.reason().contains("уже есть"), "{}", again.err);

    // standard input is empty here
    let empty = home.run("user add ivan@romashka.ru --role viewer").failed();
    assert!(empty.reason().contains("короче 10"), "{}", empty.err);
}

#[test]
fn a_password_is_never_told() {
    let password = [("SVYAZKA_PASSWORD", "ромашка")];
    let run = Home::new().run_with("user add olga@romashka.ru --role owner", &password).failed();
    assert!(!run.err.contains("ромашка"), "{}", run.err);
}
