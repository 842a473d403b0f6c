//! Addresses under which Planfix fetches the files of chats from us: UIS's own addresses stay unknown, and
//! nobody can guess another file's.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::chats::Attachment;
use domain::settings::Secret;
use engine::model::{ConnectionId, LaneId};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use url::Url;

use super::PlanfixChats;
use crate::workspace::{ChatFile, Refusal};

/// Makes and checks the addresses of one connection.
#[derive(Debug, Clone)]
pub(crate) struct FileLinks {
    public_url: Url,
    connection: String,
    key: Secret,
}

impl FileLinks {
    /// Addresses signed with the token that Planfix shows us.
    pub(crate) fn new(public_url: Url, connection: String, key: Secret) -> Self {
        Self { public_url, connection, key }
    }

    /// The address of a line's file.
    pub(crate) fn of(&self, lane: LaneId, line: &str) -> Option<Url> {
        let mut url = self.public_url.clone();
        let signature = URL_SAFE_NO_PAD.encode(self.mac(lane, line)?.finalize().into_bytes());
        url.path_segments_mut().ok()?.pop_if_empty().extend([
            "chat-files",
            &self.connection,
            &lane.0.to_string(),
            &signature,
        ]);
        url.query_pairs_mut().append_pair("line", line);
        Some(url)
    }

    /// Whether an address is one of ours.
    fn is_own(&self, lane: LaneId, line: &str, signature: &str) -> bool {
        let (Some(mac), Ok(told)) = (self.mac(lane, line), URL_SAFE_NO_PAD.decode(signature))
        else {
            return false;
        };
        mac.verify_slice(&told).is_ok()
    }

    fn mac(&self, lane: LaneId, line: &str) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.key.expose().as_bytes()).ok()?;
        mac.update(format!("chat-file\n{}\n{lane}\n{line}", self.connection).as_bytes());
        Some(mac)
    }
}

impl PlanfixChats {
    /// The file of a line for whoever has its address.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] when the address is none of ours; else UIS does not give it.
    pub async fn file(
        &self,
        connection: ConnectionId,
        lane: LaneId,
        line: &str,
        signature: &str,
    ) -> Result<(Attachment, ChatFile), Refusal> {
        let account = self.accounts.get(connection).await?;
        if !account.file_links().is_some_and(|links| links.is_own(lane, line, signature)) {
            return Err(Refusal::Unknown);
        }
        self.workspace.file(connection, lane, line).await
    }
}
