//! Who writes, and `cmd=updateContact`.

use domain::Failure;
use domain::phone::Phone;

use super::Chat;
use crate::form::Command;

/// Who writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChatContact {
    /// Our word for him; the same in all his chats.
    pub id: String,
    /// His name.
    pub name: String,
    /// His e-mail.
    pub email: Option<String>,
    /// His phone.
    pub phone: Option<Phone>,
}

impl ChatContact {
    pub(super) fn put(&self, command: Command) -> Command {
        command
            .with("contactId", &self.id)
            .with("contactName", &self.name)
            .with_some("contactEmail", self.email.as_ref())
            .with_some("contactPhone", self.phone.as_ref())
    }
}

impl Chat {
    /// Tells what has become known of a person.
    ///
    /// # Errors
    /// The failures of an exchange; class Unknown when it may have arrived, and a second time changes nothing.
    pub async fn update_contact(&self, contact: &ChatContact) -> Result<(), Failure> {
        self.door.order(contact.put(self.command("updateContact"))).await
    }
}
