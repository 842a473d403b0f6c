//! `cmd=ping`: has the administrator pasted our address and key into Planfix?

use domain::Failure;
use secrecy::SecretString;
use serde_json::Value;
use upstream::Effect;

use super::Telephony;
use super::answer::understand;
use super::wire::Command;
use crate::codes;
use crate::row::Row;

/// The PBX as Planfix has it, that is: us.
#[derive(Debug, Clone)]
pub struct Pbx {
    /// «Адрес АТС».
    pub url: Option<String>,
    /// «Ключ авторизации АТС».
    pub token: Option<SecretString>,
}

impl Telephony {
    /// Asks for the address and key of the PBX that are entered in Planfix, to be compared with ours.
    ///
    /// # Errors
    /// The failures of an exchange.
    pub async fn ping(&self) -> Result<Pbx, Failure> {
        let answer = self.send(Command::new("ping"), Effect::Read, self.deadline()).await?;
        understand(&answer, "ping", Effect::Read)?;
        let body: Value = serde_json::from_slice(&answer.body).map_err(|_| {
            Failure::retry(
                codes::TEL_ANSWER,
                "Телефония Планфикса ответила на cmd=ping не в формате JSON",
            )
        })?;
        let row = Row::new(&body);
        Ok(Pbx { url: row.text("pbxUrl"), token: row.text("pbxToken").map(SecretString::from) })
    }
}
