//! Planfix's commands: `cmd=makeCall` and `cmd=setup`, a form each (Planfix help, «API для телефоний»).

use domain::Failure;
use domain::settings::Settings;
use engine::model::ConnectionId;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::Clicks;

/// What Planfix is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// 200 with an empty body.
    Done,
    /// 401 `{"error":"Invalid token"}`.
    InvalidToken,
    /// 400 `{"error":"Invalid parameters"}`.
    InvalidParameters,
    /// 400 with a sentence for the person at the screen.
    Refused(String),
}

impl Answer {
    pub(super) fn refused(failure: &Failure) -> Self {
        Self::Refused(failure.message.clone())
    }
}

/// The fields of a form.
pub(super) struct Form<'a>(&'a [(String, String)]);

impl Form<'_> {
    /// A field that is there and not blank.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let field = self.0.iter().find(|(known, _)| known == name)?;
        Some(field.1.trim()).filter(|value| !value.is_empty())
    }
}

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
        let form = Form(fields);
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

/// Whether the key is ours («Ключ авторизации АТС»); digests are compared, so that neither the time nor
/// the length tells anything.
fn knows_token(settings: &Settings, told: Option<&str>) -> bool {
    let telephony = settings.credentials.planfix_telephony.as_ref();
    let own = telephony.and_then(|telephony| telephony.pbx_token.as_ref());
    let (Some(own), Some(told)) = (own, told) else { return false };
    let digest = |text: &str| Sha256::digest(text.as_bytes());
    digest(own.expose()).ct_eq(&digest(told)).into()
}
