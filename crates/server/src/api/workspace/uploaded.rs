//! A file that UIS has already, as a browser keeps it until it is sent: what UIS calls it is sealed, for the chat and
//! the person it was handed over in.

use domain::chats::Attachment;
use engine::model::LaneId;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::AtWork;
use crate::app::App;
use crate::problem::Problem;

/// The longest handle, characters: a name of a file may be long.
const LONGEST: usize = 8_000;

/// A file that was handed over: what `POST …/files` answered.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UploadedFile {
    /// What the file is sent by: good in this chat and for this person alone.
    handle: String,
    /// `photo`, `video`, `audio`, `voice` or `document`; for showing.
    kind: String,
    /// Its name; for showing.
    name: Option<String>,
    /// Its size, bytes; for showing.
    size: Option<u64>,
    /// Its MIME type; for showing.
    mime: Option<String>,
}

impl UploadedFile {
    /// The file for whoever handed it over.
    pub(super) fn seal(
        app: &App,
        work: &AtWork,
        card: LaneId,
        file: Attachment,
    ) -> Result<Self, Problem> {
        let content = serde_json::to_string(&file).map_err(engine::StoreError::broken)?;
        let content = SecretString::from(content);
        Ok(Self {
            handle: app.connections.seal_handle(&content, &purpose(work, card))?,
            kind: file.kind.as_str().to_owned(),
            name: file.name,
            size: file.size,
            mime: file.mime,
        })
    }

    /// The file as it was handed over. What stands beside the handle was for showing alone.
    pub(super) fn open(
        self,
        app: &App,
        work: &AtWork,
        card: LaneId,
    ) -> Result<Attachment, Problem> {
        let handle = Some(self.handle).filter(|handle| handle.len() <= LONGEST);
        let content = handle
            .and_then(|handle| app.connections.open_handle(&handle, &purpose(work, card)))
            .and_then(|content| serde_json::from_str(content.expose_secret()).ok());
        content.ok_or_else(|| {
            Problem::unfit(
                "Этот файл приложен не вами или не к этому обращению: приложите его заново",
            )
        })
    }
}

fn purpose(work: &AtWork, card: LaneId) -> String {
    format!("file/{}/{}/{}", work.connection.0, card.0, work.reader)
}
