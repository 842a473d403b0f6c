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

#[test]
fn the_doctor_finds_another_master_key() {
    let home = Home::new();
    home.write(
        "romashka.yaml",
        "name: romashka\ncredentials:\n  planfix_telephony: { url: \"https://a.planfix.ru/tel/api\", token: t }\n",
    );
    home.run("connection import romashka.yaml").done();

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
fn postgres_is_refused_in_a_sentence() {
    let env = [("SVYAZKA_DATABASE_URL", "postgres://u:pa55word@db/svyazka")];
    let run = Home::new().run_with("serve", &env).failed();
    assert!(run.reason().contains("только в SQLite"), "{}", run.err);
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
