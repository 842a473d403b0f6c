//! What can go wrong with a letter.

use domain::{Class, Failure};
use lettre::transport::smtp::Error;

/// The stable codes of e-mail.
pub mod codes {
    use domain::failure::Code;

    /// The SMTP server can't be reached, or the connection to it broke.
    pub const CONNECT: Code = Code::new("MAIL-CONNECT");
    /// The SMTP server's certificate or TLS itself is refused.
    pub const TLS: Code = Code::new("MAIL-TLS");
    /// The SMTP server does not take the login.
    pub const LOGIN: Code = Code::new("MAIL-LOGIN");
    /// The SMTP server does not take the letter.
    pub const REFUSED: Code = Code::new("MAIL-REFUSED");
    /// An address in the settings is none.
    pub const ADDRESS: Code = Code::new("MAIL-ADDRESS");
}

/// What the server or the way to it said. A letter that may have left is not told from one that has not: an
/// alert that comes twice is better than one that does not come.
pub(crate) fn failure(error: &Error, target: &str) -> Failure {
    let status = error.status().map(u16::from);
    let words = innermost(error);
    match status {
        // RFC 4954 §6: authentication required, credentials invalid, mechanism too weak
        Some(530 | 534 | 535 | 538) => {
            let message = format!("Почтовый сервер {target} не принял логин или пароль: {words}");
            Failure::new(Class::AuthBroken, codes::LOGIN, message)
        }
        Some(_) if error.is_permanent() => Failure::permanent(
            codes::REFUSED,
            format!("Почтовый сервер {target} не принял письмо: {words}"),
        ),
        Some(_) => Failure::retry(
            codes::REFUSED,
            format!("Почтовый сервер {target} просит повторить позже: {words}"),
        ),
        None if error.is_tls() => Failure::retry(
            codes::TLS,
            format!("Защищённое соединение с {target} не установлено: {words}"),
        ),
        None => {
            Failure::retry(codes::CONNECT, format!("Почтовый сервер {target} не отвечает: {words}"))
        }
    }
}

/// The deepest cause says the most.
fn innermost(error: &Error) -> String {
    let mut deepest: &dyn std::error::Error = error;
    while let Some(source) = deepest.source() {
        deepest = source;
    }
    deepest.to_string()
}
