//! What can be wrong with the configuration.

use std::path::PathBuf;

/// Why the configuration was not taken. Secrets never appear in the text.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigError {
    /// The file can't be read.
    #[error("не удалось прочитать файл настроек {}: {source}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not TOML.
    #[error("файл настроек {} — не TOML: строка {line}: {}", path.display(), source.message())]
    Toml {
        /// Which file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What.
        source: toml::de::Error,
    },
    /// The file names a key that does not exist.
    #[error("{}: неизвестный ключ `{key}`{}", path.display(), hint(*near))]
    UnknownKey {
        /// Which file.
        path: PathBuf,
        /// The key as written.
        key: String,
        /// The known key that may have been meant.
        near: Option<&'static str>,
    },
    /// The environment holds a variable that looks like one of ours.
    #[error("неизвестная переменная {name}; похоже на {near}")]
    UnknownVariable {
        /// As set.
        name: String,
        /// The one that may have been meant.
        near: String,
    },
    /// A value can't be taken.
    #[error("{origin}: значение `{text}` не подходит, должно быть: {wanted}")]
    Value {
        /// The variable, or file and key.
        origin: String,
        /// What stood there.
        text: String,
        /// What should.
        wanted: String,
    },
    /// Two sources for one key.
    #[error("задайте что-то одно: master_key или master_key_file")]
    TwoKeys,
    /// Several nodes must have the same key, so none of them may make one.
    #[error(
        "для PostgreSQL задайте главный ключ: SVYAZKA_MASTER_KEY или SVYAZKA_MASTER_KEY_FILE, один и тот же на всех узлах (новый: openssl rand -hex 32)"
    )]
    NoKey,
}

fn hint(near: Option<&str>) -> String {
    match near {
        Some(near) => format!("; похоже на `{near}`"),
        None => format!("; ключи: {}", super::keys::KEYS.join(", ")),
    }
}
