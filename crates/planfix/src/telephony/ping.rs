//! `cmd=ping`: has the administrator pasted our address and key into Planfix?

use domain::Failure;
use secrecy::SecretString;
use upstream::Effect;

use super::Telephony;
use crate::form::Command;
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
        let door = &self.door;
        let answer = door.send(Command::new("ping"), Effect::Read, door.deadline()).await?;
        door.understand(&answer, "ping", Effect::Read)?;
        let body = door.body(&answer, "ping")?;
        let row = Row::new(&body);
        Ok(Pbx { url: row.text("pbxUrl"), token: row.text("pbxToken").map(SecretString::from) })
    }
}
