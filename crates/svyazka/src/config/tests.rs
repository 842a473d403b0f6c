use std::path::Path;

use ambient::SeededEntropy;

use super::*;

fn config(toml: &str, env: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let file = keys::from_toml(toml, Path::new("svyazka.toml"))?;
    let env = keys::from_env(env.iter().map(|(key, value)| (key.to_string(), value.to_string())))?;
    Config::of(&file.overlay(env))
}

fn complaint(toml: &str, env: &[(&str, &str)]) -> String {
    config(toml, env).unwrap_err().to_string()
}

#[test]
fn nothing_given_means_the_documented_defaults() {
    let config = config("", &[]).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.public_url.as_str(), "http://127.0.0.1:8080/");
    assert_eq!(config.data_dir, Path::new("svyazka-data"));
    assert_eq!(config.database.to_string(), "svyazka-data/svyazka.db");
    assert!(matches!(config.key, KeySource::DataFolder(path) if path.ends_with("master.key")));
    assert!(!config.allow_private_upstreams);
    assert_eq!(config.log, "info");
}

#[test]
fn the_environment_wins_over_the_file() {
    let config = config(
        "listen = '0.0.0.0:9000'\nallow_private_upstreams = false\nlog = 'debug'",
        &[("SVYAZKA_LISTEN", "127.0.0.1:7000"), ("SVYAZKA_ALLOW_PRIVATE_UPSTREAMS", "true")],
    )
    .unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:7000");
    assert_eq!(config.public_url.as_str(), "http://127.0.0.1:7000/");
    assert!(config.allow_private_upstreams);
    assert_eq!(config.log, "debug");
}

#[test]
fn trusted_proxies_are_read_and_by_default_this_machine_alone() {
    let this = config("", &[]).unwrap().trusted_proxies;
    assert!(this.trust("127.0.0.1".parse().unwrap()) && !this.trust("10.0.0.5".parse().unwrap()));
    let given = config("trusted_proxies = '10.0.0.0/8, ::1'", &[]).unwrap().trusted_proxies;
    assert!(given.trust("10.0.0.5".parse().unwrap()));
    let told = complaint("", &[("SVYAZKA_TRUSTED_PROXIES", "balancer")]);
    assert!(told.starts_with("SVYAZKA_TRUSTED_PROXIES: значение `balancer`"), "{told}");
}

#[test]
fn a_mistyped_key_is_named_with_its_nearest_neighbour() {
    assert_eq!(
        complaint("public_ulr = 'https://x.ru'", &[]),
        "svyazka.toml: неизвестный ключ `public_ulr`; похоже на `public_url`"
    );
}

#[test]
fn a_mistyped_variable_is_named_and_a_strangers_one_is_not_minded() {
    assert_eq!(
        complaint("", &[("SVYAZKA_PUBLIC_ULR", "https://x.ru")]),
        "неизвестная переменная SVYAZKA_PUBLIC_ULR; похоже на SVYAZKA_PUBLIC_URL"
    );
    for stranger in ["SVYAZKA_PORT", "SVYAZKA_SERVICE_HOST", "SVYAZKA_BIN", "SVYAZKA_PASSWORD"] {
        assert!(config("", &[(stranger, "x")]).is_ok(), "{stranger}");
    }
}

#[test]
fn an_unlike_key_is_answered_with_all_there_are() {
    assert!(complaint("zzz = 1", &[]).contains("ключи: listen, public_url"));
}

#[test]
fn a_value_that_will_not_do_is_named_with_its_place() {
    assert_eq!(
        complaint("", &[("SVYAZKA_LISTEN", "8080")]),
        "SVYAZKA_LISTEN: значение `8080` не подходит, должно быть: адрес и порт, например 127.0.0.1:8080"
    );
    assert!(complaint("public_url = 'svyazka.ru'", &[]).starts_with("svyazka.toml: public_url:"));
    assert!(complaint("allow_private_upstreams = 'maybe'", &[]).contains("true или false"));
    assert!(complaint("listen = 8080", &[]).contains("строка в кавычках"));
}

#[test]
fn postgres_needs_a_key_that_all_nodes_have() {
    let url = ("SVYAZKA_DATABASE_URL", "postgres://u:pa55word@db/svyazka");
    let complaint = complaint("", &[url]);
    assert!(complaint.contains("SVYAZKA_MASTER_KEY"), "{complaint}");

    let key = ("SVYAZKA_MASTER_KEY_FILE", "/etc/svyazka/master.key");
    assert!(matches!(config("", &[url, key]).unwrap().database, Database::Postgres(_)));
}

#[test]
fn the_address_of_a_database_is_shown_without_its_password() {
    let database =
        Database::parse("postgres://u:pa55word@db:5433/svyazka?sslmode=require").unwrap();
    assert_eq!(database.to_string(), "postgres://u@db:5433/svyazka");
    assert!(!format!("{database:?}").contains("pa55word"), "{database:?}");
}

#[test]
fn an_address_that_will_not_do_is_refused_without_showing_its_password() {
    for wrong in ["postgres://u:pa55word@db", "postgres://u:pa55word@db:x/svyazka"] {
        let complaint = complaint("", &[("SVYAZKA_DATABASE_URL", wrong)]);
        assert!(complaint.contains("postgres://"), "{complaint}");
        assert!(!complaint.contains("pa55word"), "{complaint}");
    }
}

#[test]
fn an_unknown_database_is_refused_without_showing_its_password() {
    let complaint = complaint("", &[("SVYAZKA_DATABASE_URL", "mysql://u:pa55word@db/svyazka")]);
    assert!(!complaint.contains("pa55word"), "{complaint}");
}

#[test]
fn a_sqlite_path_may_be_relative_or_absolute() {
    for (url, path) in [
        ("sqlite:here.db", "here.db"),
        ("sqlite:/var/lib/s.db", "/var/lib/s.db"),
        ("sqlite:///var/lib/s.db", "/var/lib/s.db"),
    ] {
        let config = config("", &[("SVYAZKA_DATABASE_URL", url)]).unwrap();
        assert_eq!(config.database.to_string(), path, "{url}");
    }
    assert!(complaint("", &[("SVYAZKA_DATABASE_URL", "sqlite::memory:")]).contains("sqlite:ПУТЬ"));
}

#[test]
fn the_key_may_be_given_as_text() {
    let key = "ab".repeat(32);
    let config = config("", &[("SVYAZKA_MASTER_KEY", &key)]).unwrap();
    assert!(config.key.load(&SeededEntropy::new(1)).is_ok());
    assert!(!format!("{config:?}").contains(&key), "the key must not reach a log");
}

#[test]
fn a_bad_key_is_reported_without_showing_it() {
    let config = config("", &[("SVYAZKA_MASTER_KEY", "too-short")]).unwrap();
    let complaint = config.key.load(&SeededEntropy::new(1)).unwrap_err().to_string();
    assert!(complaint.starts_with("SVYAZKA_MASTER_KEY: главный ключ — это 32 байта"));
    assert!(!complaint.contains("too-short"));
}

#[test]
fn two_keys_at_once_are_refused() {
    let env = [("SVYAZKA_MASTER_KEY", "a"), ("SVYAZKA_MASTER_KEY_FILE", "b")];
    assert!(complaint("", &env).contains("что-то одно"));
}

#[test]
fn a_key_in_the_environment_replaces_the_key_file_of_the_configuration() {
    let config =
        config("master_key_file = '/run/key'", &[("SVYAZKA_MASTER_KEY", &"ab".repeat(32))])
            .unwrap();
    assert!(matches!(config.key, KeySource::Given { .. }));
}

#[test]
fn a_file_that_is_not_toml_is_refused_with_the_line() {
    let told = complaint("listen = '127.0.0.1:1'\nlog =\n", &[]);
    assert!(told.starts_with("файл настроек svyazka.toml — не TOML: строка 2: "), "{told}");
}
