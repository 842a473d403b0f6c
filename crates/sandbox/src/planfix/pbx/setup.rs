//! `setup`: the administrator saves the telephony's settings.

use super::Outcome;
use crate::planfix::Planfix;
use crate::planfix::company::Settings;

/// What an account's own address looks like when the sandbox was told none.
const USUAL_ADDRESS: &str = "https://romashka.planfix.ru/tel/api";

impl Planfix {
    /// The administrator enters «Адрес АТС» and «Ключ авторизации АТС» and saves; Planfix introduces
    /// itself there. The settings are kept even when the telephony refuses: the vendor does not say.
    pub async fn save_telephony_settings(&self, pbx_url: &str, pbx_token: &str) -> Outcome {
        self.configure(|settings| {
            pbx_url.clone_into(&mut settings.pbx_url);
            pbx_token.clone_into(&mut settings.pbx_token);
        });
        let Settings { telephony_token, telephony_url, .. } = self.settings();
        let own = if telephony_url.is_empty() { USUAL_ADDRESS } else { &telephony_url };
        let command = [("cmd", "setup"), ("planfix_token", &telephony_token), ("planfix_url", own)];
        self.tell_pbx("setup".to_owned(), &command).await
    }
}
