//! What UIS remembers of chats.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;

use super::callback::{Callback, Carried};
use super::channel::{self, Channel};
use super::settings::ChatSettings;
use crate::ledger::Ledger;
use crate::uis::company::Named;

/// A visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Visitor {
    /// Id in UIS.
    pub id: u64,
    /// By what the channel knows him: a phone, an address, a name, or whatever the page remembers.
    pub key: String,
    /// His name, once he told it.
    pub name: Option<String>,
    /// His company.
    pub company: Option<String>,
    /// His phones.
    pub phones: Vec<String>,
    /// His e-mail addresses.
    pub emails: Vec<String>,
    /// The campaign that brought him.
    pub campaign: Option<String>,
}

/// A chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chat {
    /// Id in UIS.
    pub id: u64,
    /// Its channel.
    pub channel: u64,
    /// Its visitor.
    pub visitor: u64,
    /// Who began it.
    pub initiator: &'static str,
    /// Who has it.
    pub operator: Option<u64>,
    /// Whether it went from one employee to another.
    pub transferred: bool,
    /// When it began.
    pub created_at: Timestamp,
    /// When and why it ended.
    pub closed: Option<(Timestamp, String)>,
    /// Its tags.
    #[serde(skip)]
    pub tags: Vec<(Timestamp, Named)>,
    /// `communication_id`
    pub communication: u64,
    /// Which communication of this visitor it is.
    pub communication_number: usize,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// Id in UIS.
    pub id: u64,
    /// Its chat.
    pub chat: u64,
    /// `visitor`, `operator`, `system`.
    pub source: &'static str,
    /// The employee who wrote it.
    pub operator: Option<u64>,
    /// The message it answers.
    pub reply_to: Option<u64>,
    /// Its text.
    pub text: String,
    /// When it was written.
    pub at: Timestamp,
    /// `accepted`, `sent`, `delivered`, `read`, `error`.
    pub status: &'static str,
    /// Its file.
    pub resource: Option<u64>,
    /// `system_message_mnemonic`
    pub mnemonic: Option<&'static str>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Resource {
    /// Id in UIS.
    pub id: u64,
    /// What it can be fetched with.
    pub token: String,
    /// The channel it was handed over in.
    pub channel: u64,
    /// `photo`, `video`, `audio`, `voice`, `document`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its MIME type.
    pub mime: String,
    /// What is in it.
    #[serde(skip)]
    pub content: Arc<[u8]>,
}

/// All of it.
pub(in crate::uis) struct Office {
    pub(in crate::uis) settings: ChatSettings,
    pub(in crate::uis) channels: Vec<Channel>,
    pub(in crate::uis) visitors: Vec<Visitor>,
    pub(in crate::uis) chats: Vec<Chat>,
    pub(in crate::uis) messages: Vec<Message>,
    pub(in crate::uis) resources: Vec<Resource>,
    /// Tokens of the adapter and when they expire.
    pub(in crate::uis) tokens: BTreeMap<String, Timestamp>,
    /// Callbacks on their way, the next one first.
    pub(in crate::uis) outgoing: VecDeque<Callback>,
    pub(in crate::uis) carried: Vec<Carried>,
    pub(in crate::uis) ledger: Ledger,
    last_id: u64,
}

impl Office {
    pub(in crate::uis) fn new() -> Self {
        Self {
            settings: ChatSettings::default(),
            channels: channel::seeded(),
            visitors: Vec::new(),
            chats: Vec::new(),
            messages: Vec::new(),
            resources: Vec::new(),
            tokens: BTreeMap::new(),
            outgoing: VecDeque::new(),
            carried: Vec::new(),
            ledger: Ledger::default(),
            last_id: 55_000_000,
        }
    }

    /// As before the first chat. Ids go on, so that no later chat is taken for one forgotten, and the
    /// adapter stays connected.
    pub(in crate::uis) fn forgotten(&mut self) -> Self {
        let settings = std::mem::take(&mut self.settings).without_tricks();
        Self { settings, last_id: self.last_id, ..Self::new() }
    }

    /// A new id. All things number together, so that none is taken for another.
    pub(super) fn id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }

    pub(super) fn channel(&self, id: u64) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.id == id)
    }

    pub(super) fn visitor(&self, id: u64) -> Option<&Visitor> {
        self.visitors.iter().find(|visitor| visitor.id == id)
    }

    pub(super) fn chat(&self, id: u64) -> Option<&Chat> {
        self.chats.iter().find(|chat| chat.id == id)
    }

    pub(super) fn chat_mut(&mut self, id: u64) -> Option<&mut Chat> {
        self.chats.iter_mut().find(|chat| chat.id == id)
    }

    pub(super) fn resource(&self, id: u64) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.id == id)
    }

    /// The chat that goes on with this visitor in this channel.
    pub(super) fn open_chat(&self, visitor: u64, channel: u64) -> Option<&Chat> {
        self.chats.iter().rev().find(|chat| {
            chat.visitor == visitor && chat.channel == channel && chat.closed.is_none()
        })
    }

    /// The visitor known by this key, made when there is none.
    pub(super) fn visitor_by_key(&mut self, key: &str) -> u64 {
        if let Some(visitor) = self.visitors.iter().find(|visitor| visitor.key == key) {
            return visitor.id;
        }
        let id = self.id();
        let phone = key.chars().all(|c| c.is_ascii_digit()) && (10..=15).contains(&key.len());
        let (phones, emails) = match key {
            phone_number if phone => (vec![phone_number.to_owned()], Vec::new()),
            email if email.contains('@') && !email.starts_with('@') => {
                (Vec::new(), vec![email.to_owned()])
            }
            _ => (Vec::new(), Vec::new()),
        };
        let key = key.to_owned();
        let visitor =
            Visitor { id, key, name: None, company: None, phones, emails, campaign: None };
        self.visitors.push(visitor);
        id
    }
}
