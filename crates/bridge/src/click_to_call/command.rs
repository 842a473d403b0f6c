//! Planfix's commands: `cmd=makeCall` and `cmd=setup`, a form each (Planfix help, «API для телефоний»).

use domain::Failure;
use domain::settings::Settings;
use engine::model::ConnectionId;

use super::Clicks;
use crate::form::{Answer, Form, is_key};

impl Clicks {
    /// Carries a command out. Nothing is kept for later: the person at the screen is told at once how it
    /// went, and may click again.
    ///
    /// # Errors
    /// When the settings can't be read.
    pub async fn command(
        &self,
        connection: ConnectionId,
        fields: &[(String, String)],
    ) -> Result<Answer, Failure> {
        let account = self.accounts.get(connection).await?;
        let form = Form::of(fields);
        if !knows_token(&account.settings, form.get("token")) {
            return Ok(Answer::InvalidToken);
        }
        match form.get("cmd") {
            Some("makeCall") => self.make_call(&account, &form).await,
            Some("setup") => self.setup(&account, &form).await,
            _ => Ok(Answer::InvalidParameters),
        }
    }
}

/// Whether the key is ours («Ключ авторизации АТС»).
fn knows_token(settings: &Settings, told: Option<&str>) -> bool {
    let telephony = settings.credentials.planfix_telephony.as_ref();
    let own = telephony.and_then(|telephony| telephony.pbx_token.as_ref());
    own.is_some_and(|own| is_key(own, told))
}
