//! `POST /v1/adapter/chat/transfer`

use domain::Failure;
use domain::ids::UisEmployeeId;

use super::{ChatApi, ChatPlace, members};

/// A chat to be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChatTransfer {
    /// Which.
    pub place: ChatPlace,
    /// Who has it.
    pub from: UisEmployeeId,
    /// Who gets it.
    pub to: UisEmployeeId,
}

impl ChatApi {
    /// Hands a chat over to another employee.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn transfer_chat(&self, transfer: &ChatTransfer) -> Result<(), Failure> {
        let mut body = transfer.place.body();
        body.extend(members([
            ("from_operator_id", transfer.from.0.into()),
            ("to_operator_id", transfer.to.0.into()),
        ]));
        self.door.command(&["chat", "transfer"], &body).await.map(|_| ())
    }
}
