//! `cmd=setup`: Planfix tells its own address and key when the integration is switched on there.

use cabinet::connections::ImportError;
use domain::Failure;
use domain::settings::Secret;
use url::Url;

use super::Clicks;
use crate::accounts::Account;
use crate::form::{Answer, Form};

/// Who changed the settings, in the list of versions.
const AUTHOR: &str = "Планфикс (cmd=setup)";

impl Clicks {
    /// Learns the address and the key. Another host than the stored one is a matter for a person.
    pub(super) async fn setup(
        &self,
        account: &Account,
        form: &Form<'_>,
    ) -> Result<Answer, Failure> {
        let url = form.get("planfix_url").and_then(|text| Url::parse(text).ok());
        let token = form.get("planfix_token").and_then(Secret::parse);
        let (Some(url), Some(token)) = (url, token) else { return Ok(Answer::InvalidParameters) };
        let stored = account.settings.credentials.planfix_telephony.as_ref();
        if let Some(stored) = stored.filter(|stored| stored.url.host() != url.host()) {
            return Ok(Answer::Refused(format!(
                "В Связке сохранён другой адрес Планфикса ({}). Если аккаунт переехал, подтвердите новый адрес {} в настройках Связки",
                stored.url.host_str().unwrap_or_default(),
                url.host_str().unwrap_or_default(),
            )));
        }
        let saved = self.connections.change(account.id, AUTHOR, move |settings| {
            if let Some(telephony) = &mut settings.credentials.planfix_telephony {
                telephony.url = url;
                telephony.token = Some(token);
            }
        });
        Ok(match saved.await {
            Ok(_) => Answer::Done(()),
            Err(ImportError::Settings(complaints)) => {
                let why = complaints.first().map(|one| one.text(domain::text::Lang::Ru));
                Answer::Refused(format!(
                    "Связка не приняла адрес Планфикса: {}",
                    why.unwrap_or_default()
                ))
            }
            Err(error) => Answer::Refused(format!("Связка не смогла сохранить настройки: {error}")),
        })
    }
}
