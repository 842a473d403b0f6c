//! What operators do in the workspace: taking chats and leads from the queue, answering, handing over, closing,
//! and what they look up meanwhile.
//!
//! What changes a chat is an event of its lane ([`deeds`]); what is only asked is asked at once
//! ([`client`], [`files`], [`people`]).

mod asks;
mod begin;
mod client;
mod deeds;
mod files;
mod people;
mod refusal;

use std::sync::Arc;

use ambient::Clock;
use engine::Engine;

use crate::accounts::Accounts;
use crate::click_to_call::Clicks;

pub use crate::chats::Upload;
pub use begin::{Begun, NewTalk};
pub use client::{ClientCard, PlanfixSide, TaskLink, UisColumn};
pub use deeds::{Message, Taken};
pub use people::{Colleague, Operator};
pub use refusal::Refusal;
pub use uis::chat_api::ChatFile;

/// The workspace of every connection.
#[derive(Clone)]
pub struct Workspace {
    engine: Arc<Engine>,
    accounts: Arc<Accounts>,
    clicks: Clicks,
    clock: Arc<dyn Clock>,
}

impl Workspace {
    pub(crate) fn new(
        engine: Arc<Engine>,
        accounts: Arc<Accounts>,
        clicks: Clicks,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { engine, accounts, clicks, clock }
    }
}
