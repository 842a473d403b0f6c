//! A chat: from the callbacks of UIS to the thread operators work in, and to the contact, the task and the
//! transcript in Planfix.
//!
//! Follow it file by file: [`callbacks`] (what came in), [`incoming`] (a step with it), [`deeds`] (what
//! operators do), [`results`] (what became of it), [`effects`] (how the planned writes are carried out),
//! [`mirror`] (the chat in its task), [`lane`] (what a chat remembers), [`face`] (how it stands on the board).

mod callbacks;
mod catalogue;
mod course;
mod deed;
mod deeds;
mod draft;
mod effects;
mod face;
mod files;
mod flow;
mod incoming;
mod known;
mod lane;
mod lines;
mod mirror;
mod moment;
mod reception;
mod rehearse;
mod report;
mod results;
mod tags;
mod told;
mod transcript;

use domain::LaneKind;

pub(crate) use callbacks::event_of;
pub(crate) use catalogue::{ACCOUNT, CHANNEL, Catalogue, templates_of, told_of};
pub use deed::{Deed, Words};
pub(crate) use deed::{Done, deed_of, event_of as deed_event, is_deed};
pub use effects::ChatEffect;
pub(crate) use files::hand_over;
pub use files::{Enclosed, RemoteFile, Upload};
pub use flow::ChatFlow;
pub(crate) use known::{made_task_of, reported_communication, variables_of};
pub use mirror::MirrorEffect;
pub(crate) use mirror::{Led, Written, event_of as written_in_task, led};
pub(crate) use rehearse::rehearse;
pub(crate) use tags::ChatTags;
pub(crate) use told::{begun_by_us, facts_of_chat, place_of_chat};

/// The kind of lanes that chats run in: `chat/774411`.
pub const LANE: &str = LaneKind::Chat.as_str();
