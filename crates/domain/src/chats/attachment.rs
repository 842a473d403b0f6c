//! Files in chats. UIS hands them over by reference: an id and a token to fetch them with.

use serde::{Deserialize, Serialize};

use super::words::open_words;

open_words!(
    /// What an attachment is to the people who chat (`type` of a resource).
    AttachmentKind {
        /// A picture.
        Photo = "photo",
        /// A film.
        Video = "video",
        /// Music or another sound.
        Audio = "audio",
        /// A voice message.
        Voice = "voice",
        /// Any other file.
        Document = "document",
    }
);

impl AttachmentKind {
    /// The kind that files of the MIME type are sent as.
    pub fn of_mime(mime: &str) -> Self {
        match mime.split('/').next() {
            Some("image") => Self::Photo,
            Some("video") => Self::Video,
            Some("audio") => Self::Audio,
            _ => Self::Document,
        }
    }
}

/// A file of a message (`resource`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its id.
    pub id: String,
    /// The token without which UIS does not hand it over. It is no secret of ours, but whoever has it
    /// and the adapter's login can read the file.
    pub token: String,
    /// What it is.
    pub kind: AttachmentKind,
    /// The file's name.
    pub name: Option<String>,
    /// Its size, bytes.
    pub size: Option<u64>,
    /// Its MIME type, where UIS tells it.
    pub mime: Option<String>,
}
