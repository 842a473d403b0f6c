//! A chat: what UIS's Chat API tells of it, freed of its spelling.
//!
//! The words are those of UIS's documentation of the Chat API. UIS adds channels, statuses and reasons
//! without notice, so each set of words stays open: an unknown one is kept as it came.

mod attachment;
mod channel;
mod closing;
mod context;
mod event;
mod facts;
mod given;
mod ids;
mod message;
mod note;
mod report;
mod visitor;
mod words;

pub use attachment::{Attachment, AttachmentKind};
pub use channel::{ChatAccount, ChatChannel, ChatChannelKind, ChatChannelStatus};
pub use closing::CloseReason;
pub use context::{ChatContext, MessageTemplate};
pub use event::{ChatCallback, ChatEvent, Initiator};
pub use facts::{ChatFacts, Closing};
pub use given::given_in;
pub use ids::{ChannelId, ChatId, MessageId, UisAccountId, VisitorId};
pub use message::{ChatMessage, MessageSource, MessageStatus};
pub use note::{AnsweredAs, ChatNote};
pub use report::ChatReport;
pub use visitor::{VisitorAddress, VisitorCard};
