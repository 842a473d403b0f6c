//! Where the settings of alerts are kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::ids::ConnectionName;
use engine::Store;
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use super::settings::{
    AlertSettings, Draft, Login, MailDraft, MailSettings, NotUsable, WebhookDraft, WebhookSettings,
};
use super::stored::StoredSettings;
use crate::connections::Connections;
use crate::error::CabinetError;
use crate::people::Email;
use crate::store::StoreError;

/// The record they are kept in.
const RECORD: &str = "alerts/settings";
/// The longest threshold, minutes: a day.
const LONGEST: u32 = 1440;
/// The most people that are written to.
const MOST_RECIPIENTS: usize = 20;
/// How protection of the connection is called.
const SECURITIES: [&str; 3] = ["tls", "start_tls", "none"];

/// The settings of alerts.
#[derive(Clone)]
pub struct AlertBook {
    connections: Connections,
    store: Arc<dyn Store>,
}

/// Why settings were not saved.
#[derive(Debug, thiserror::Error)]
pub enum AlertsError {
    /// They hold mistakes.
    #[error("в настройках оповещений есть ошибки")]
    NotUsable(Vec<NotUsable>),
    /// Somebody else saved meanwhile.
    #[error("настройки оповещений тем временем изменил кто-то другой")]
    Conflict,
    /// The store failed, or the secrets can't be opened.
    #[error(transparent)]
    Cabinet(#[from] CabinetError),
}

/// What was saved.
#[derive(Debug)]
pub struct Saved {
    /// As they were.
    pub before: AlertSettings,
    /// As they are.
    pub after: AlertSettings,
    /// The webhook's secret, if it is a new one: to be shown this once.
    pub new_secret: Option<SecretString>,
}

impl AlertBook {
    /// The book of an installation.
    pub fn new(connections: Connections, store: Arc<dyn Store>) -> Self {
        Self { connections, store }
    }

    /// The settings as they are.
    ///
    /// # Errors
    /// The store fails, or the secrets can't be opened.
    pub async fn settings(&self) -> Result<AlertSettings, CabinetError> {
        let record = self.store.record(RECORD).await.map_err(StoreError::from)?;
        match record {
            None => Ok(AlertSettings {
                version: 0,
                mail: None,
                webhook: None,
                muted: Vec::new(),
                stuck_after_minutes: AlertSettings::STUCK_AFTER,
            }),
            Some(record) => {
                StoredSettings::read(record.value)?.open(record.version, &self.connections.vault)
            }
        }
    }

    /// Saves settings built upon a version.
    ///
    /// # Errors
    /// [`AlertsError`]: every mistake, or that somebody else was faster.
    pub async fn save(&self, draft: Draft, over: u64) -> Result<Saved, AlertsError> {
        let before = self.settings().await?;
        if before.version != over {
            return Err(AlertsError::Conflict);
        }
        let (mut after, new_secret) = self.take(draft, &before)?;
        let value = StoredSettings::seal(&after, &self.connections.vault)?.write()?;
        let over = (over > 0).then_some(over);
        let swapped = self.store.swap_record(RECORD, over, &value).await;
        if !swapped.map_err(|error| CabinetError::from(StoreError::from(error)))? {
            return Err(AlertsError::Conflict);
        }
        after.version = self.settings().await?.version;
        Ok(Saved { before, after, new_secret })
    }

    fn take(
        &self,
        draft: Draft,
        before: &AlertSettings,
    ) -> Result<(AlertSettings, Option<SecretString>), AlertsError> {
        let mut wrong = Vec::new();
        let mail = draft.mail.map(|mail| mail_of(mail, before.mail.as_ref(), &mut wrong));
        let mut new_secret = None;
        let webhook = draft.webhook.and_then(|webhook| {
            self.webhook(webhook, before.webhook.as_ref(), &mut new_secret, &mut wrong)
        });
        let muted: BTreeSet<String> = draft.muted.into_iter().collect();
        let muted: Vec<_> =
            muted.iter().filter_map(|name| ConnectionName::parse(name).ok()).collect();
        let stuck_after_minutes = draft.stuck_after_minutes;
        if !(1..=LONGEST).contains(&stuck_after_minutes) {
            wrong.push(NotUsable::new(
                "stuck_after_minutes",
                format!("от 1 до {LONGEST} минут"),
                format!("1 to {LONGEST} minutes"),
            ));
        }
        if !wrong.is_empty() {
            return Err(AlertsError::NotUsable(wrong));
        }
        let version = before.version;
        Ok((AlertSettings { version, mail, webhook, muted, stuck_after_minutes }, new_secret))
    }

    fn webhook(
        &self,
        draft: WebhookDraft,
        known: Option<&WebhookSettings>,
        new_secret: &mut Option<SecretString>,
        wrong: &mut Vec<NotUsable>,
    ) -> Option<WebhookSettings> {
        let WebhookDraft { enabled, url, new_secret: renew } = draft;
        let Ok(url) = Url::parse(url.trim()) else {
            wrong.push(NotUsable::new(
                "webhook.url",
                "адрес вида https://example.ru/путь",
                "an address like https://example.com/path",
            ));
            return None;
        };
        if let Err(why) = (self.connections.address_rule)(&url) {
            wrong.push(NotUsable::new(
                "webhook.url",
                why,
                "an address this server must not speak to",
            ));
        }
        // a signature made for one receiver is worth nothing at another one
        let kept = known.filter(|known| !renew && known.url.origin() == url.origin());
        let fresh = || {
            let fresh = self.fresh_secret();
            *new_secret = Some(fresh.clone());
            fresh
        };
        let secret = kept.map_or_else(fresh, |known| known.secret.clone());
        Some(WebhookSettings { enabled, url, secret })
    }

    fn fresh_secret(&self) -> SecretString {
        let mut bytes = [0; 32];
        self.connections.entropy.fill(&mut bytes);
        hex::encode(bytes).into()
    }
}

/// What a draft of e-mail makes of what is known.
fn mail_of(
    draft: MailDraft,
    known: Option<&MailSettings>,
    wrong: &mut Vec<NotUsable>,
) -> MailSettings {
    let MailDraft { enabled, host, port, security, login, password, from, to } = draft;
    let (host, name) = (host.trim().to_owned(), login.trim().to_owned());
    if host.is_empty() || host.contains(['/', ' ', ':']) {
        wrong.push(NotUsable::new(
            "mail.host",
            "имя почтового сервера, например smtp.yandex.ru",
            "the name of an SMTP server, such as smtp.yandex.ru",
        ));
    }
    if port == 0 {
        wrong.push(NotUsable::new(
            "mail.port",
            "порт от 1 до 65535, обычно 465 или 587",
            "a port from 1 to 65535, as a rule 465 or 587",
        ));
    }
    if !SECURITIES.contains(&security.as_str()) {
        wrong.push(NotUsable::new(
            "mail.security",
            "tls, start_tls или none",
            "tls, start_tls or none",
        ));
    }
    let address = |text: &String| text.trim().parse::<Email>().is_ok();
    if !address(&from) {
        wrong.push(NotUsable::new(
            "mail.from",
            "адрес, от которого приходят письма",
            "the address the letters come from",
        ));
    }
    let to: Vec<String> = to.iter().map(|one| one.trim().to_owned()).collect();
    if to.is_empty() || to.len() > MOST_RECIPIENTS || !to.iter().all(address) {
        wrong.push(NotUsable::new(
            "mail.to",
            format!("от 1 до {MOST_RECIPIENTS} адресов почты"),
            format!("1 to {MOST_RECIPIENTS} e-mail addresses"),
        ));
    }
    // whoever may change the server must not be able to have the password sent to one of his own
    let kept = known.filter(|known| known.host == host && known.port == port);
    let kept = kept.filter(|known| known.security == security);
    let kept = kept.and_then(|known| known.login.as_ref()).filter(|known| known.name == name);
    let given = password.filter(|password| !password.expose_secret().is_empty());
    let password = given.or_else(|| kept.map(|login| login.password.clone()));
    let login = match (name.is_empty(), password) {
        (true, _) => None,
        (false, Some(password)) => Some(Login { name, password }),
        (false, None) => {
            wrong.push(NotUsable::new(
                "mail.password",
                "пароль для этого сервера и логина; если вход не нужен, оставьте логин пустым",
                "the password for this server and login; leave the login empty where none is needed",
            ));
            None
        }
    };
    MailSettings { enabled, host, port, security, login, from: from.trim().to_owned(), to }
}
