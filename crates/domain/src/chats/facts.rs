//! What is known of one chat.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    ChannelId, ChatCallback, ChatChannelKind, ChatContext, ChatEvent, ChatId, ChatMessage,
    ChatReport, CloseReason, Initiator, MessageSource, UisAccountId, VisitorAddress, VisitorCard,
    VisitorId, given_in,
};
use crate::clients::Client;
use crate::email::Email;
use crate::ids::UisEmployeeId;
use crate::phone::Phone;
use crate::templates::Variables;

/// Everything known of one chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatFacts {
    /// The chat.
    pub chat: ChatId,
    /// When it began, by whoever told it first.
    pub began_at: Timestamp,
    /// The account of UIS.
    pub account: Option<UisAccountId>,
    /// The channel.
    pub channel: Option<ChannelId>,
    /// What channel it is.
    pub channel_kind: Option<ChatChannelKind>,
    /// Its name.
    pub channel_name: Option<String>,
    /// What UIS sent along last, as some channels want it back.
    pub context: ChatContext,
    /// The visitor.
    pub visitor: Option<VisitorId>,
    /// His name in the channel, with its `@`.
    pub username: Option<String>,
    /// What he or an operator told of him.
    pub card: VisitorCard,
    /// Who began it.
    pub initiator: Option<Initiator>,
    /// The employee who has it in UIS.
    pub operator: Option<UisEmployeeId>,
    /// How many messages the visitor wrote.
    pub from_visitor: u32,
    /// How many messages employees wrote.
    pub from_operators: u32,
    /// How it ended; `None` while it goes on.
    pub closing: Option<Closing>,
    /// Its row in the report.
    pub report: Option<ChatReport>,
}

/// How a chat ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: Option<CloseReason>,
}

impl ChatFacts {
    /// Nothing but its number and a moment.
    pub fn new(chat: ChatId, began_at: Timestamp) -> Self {
        Self {
            chat,
            began_at,
            account: None,
            channel: None,
            channel_kind: None,
            channel_name: None,
            context: ChatContext::default(),
            visitor: None,
            username: None,
            card: VisitorCard::default(),
            initiator: None,
            operator: None,
            from_visitor: 0,
            from_operators: 0,
            closing: None,
            report: None,
        }
    }

    /// Adds what a callback tells.
    pub fn observe(&mut self, callback: &ChatCallback, received_at: Timestamp) {
        self.account = callback.account.or(self.account);
        self.channel = callback.channel.or(self.channel);
        // only what begins or goes on with the talk tells until when the visitor may be written to
        let talk = matches!(callback.event, ChatEvent::Opened { .. } | ChatEvent::Message(_));
        if talk && !callback.context.0.is_empty() {
            self.context = callback.context.clone();
        }
        match &callback.event {
            ChatEvent::Opened { visitor, addresses, operator, initiator, at, .. } => {
                self.began_at = at.unwrap_or(received_at).min(self.began_at);
                self.visitor = visitor.or(self.visitor);
                self.operator = operator.or(self.operator);
                self.initiator = initiator.clone().or_else(|| self.initiator.take());
                for address in addresses {
                    self.is_reached_at(address);
                }
            }
            ChatEvent::OperatorAssigned { operator, .. } => self.operator = *operator,
            ChatEvent::Closed { operator, reason, at, .. } => {
                self.operator = operator.or(self.operator);
                let at = at.unwrap_or(received_at);
                self.closing = Some(Closing { at, reason: reason.clone() });
            }
            ChatEvent::Message(message) => self.hear(message),
            ChatEvent::VisitorCard { visitor, card, .. } => {
                self.visitor = Some(*visitor);
                let before = std::mem::replace(&mut self.card, card.clone());
                self.add_all(before.phones, before.emails);
                self.card.name = self.card.name.take().or(before.name);
            }
            ChatEvent::MessageChanged(_)
            | ChatEvent::MessageStatus { .. }
            | ChatEvent::ChannelKnown(_)
            | ChatEvent::ChannelGone(_)
            | ChatEvent::AccountKnown(_)
            | ChatEvent::AccountGone(_) => {}
        }
    }

    fn hear(&mut self, message: &ChatMessage) {
        self.visitor = message.visitor.or(self.visitor);
        match message.source {
            Some(MessageSource::Visitor) => self.from_visitor += 1,
            Some(MessageSource::Operator) => self.from_operators += 1,
            Some(MessageSource::FormText) => {
                self.from_visitor += 1;
                let (phones, emails) = given_in(message.text.as_deref().unwrap_or_default());
                self.add_all(phones, emails);
            }
            _ => {}
        }
        // whoever writes after the end has opened it again
        let wrote =
            matches!(message.source, Some(MessageSource::Visitor | MessageSource::Operator));
        let later = |closing: &Closing| message.at.is_none_or(|at| at > closing.at);
        if wrote && self.closing.as_ref().is_some_and(later) {
            self.closing = None;
        }
    }

    /// Adds what was told of the visitor before: what he says in this chat counts for more.
    pub fn recall(&mut self, card: VisitorCard) {
        self.card.name = self.card.name.take().or(card.name);
        self.card.company = self.card.company.take().or(card.company);
        self.add_all(card.phones, card.emails);
    }

    /// Adds the report's row.
    pub fn learn(&mut self, report: ChatReport) {
        if let Some(phone) = report.phone.clone() {
            self.add_phone(phone);
        }
        let column = |name: &str| report.columns.get(name).filter(|text| !text.is_empty()).cloned();
        let kind = column("chat_channel_type").map(ChatChannelKind::from);
        self.channel_kind = self.channel_kind.take().or(kind);
        self.channel_name = self.channel_name.take().or_else(|| column("chat_channel_name"));
        self.report = Some(report);
    }

    /// Adds what is known of its channel.
    pub fn is_in(&mut self, kind: Option<ChatChannelKind>, name: Option<String>) {
        self.channel_kind = kind.or_else(|| self.channel_kind.take());
        self.channel_name = name.or_else(|| self.channel_name.take());
    }

    fn is_reached_at(&mut self, address: &VisitorAddress) {
        match address {
            VisitorAddress::Phone(phone) => self.add_phone(phone.clone()),
            VisitorAddress::Email(email) => self.add_email(email.clone()),
            VisitorAddress::Username(name) => self.username = Some(name.clone()),
        }
    }

    fn add_all(&mut self, phones: Vec<Phone>, emails: Vec<String>) {
        for phone in phones {
            self.add_phone(phone);
        }
        for email in emails {
            self.add_email(email);
        }
    }

    fn add_phone(&mut self, phone: Phone) {
        if !self.card.phones.iter().any(|known| known.same_subscriber(&phone)) {
            self.card.phones.push(phone);
        }
    }

    fn add_email(&mut self, email: String) {
        if !self.card.emails.iter().any(|known| known.eq_ignore_ascii_case(&email)) {
            self.card.emails.push(email);
        }
    }

    /// The visitor, by what is known of him.
    pub fn client(&self) -> Client {
        Client {
            phones: self.card.phones.clone(),
            emails: self.card.emails.iter().filter_map(|email| Email::parse(email)).collect(),
        }
    }

    /// Whether nothing is known by which the visitor could be recognised.
    pub fn lacks_contact_data(&self) -> bool {
        self.client().is_unknown()
    }

    /// Whether the chat is over and nobody answered the visitor.
    pub fn is_lost(&self) -> bool {
        let by_report = self.report.as_ref().is_some_and(|report| report.lost);
        self.closing.is_some() && self.from_operators == 0 && (self.from_visitor > 0 || by_report)
    }

    /// What people call the visitor: by name, by his name in the channel, by phone, by e-mail.
    pub fn client_name(&self) -> String {
        let username = || self.username.clone().or_else(|| self.column("chat_username"));
        let phone = || self.card.phones.first().map(Phone::pretty);
        let email = || self.card.emails.first().cloned();
        let number = || match self.visitor {
            Some(visitor) => format!("Посетитель {visitor}"),
            None => format!("Чат {}", self.chat),
        };
        let name = self.card.name.clone().filter(|name| !name.trim().is_empty());
        name.or_else(username).or_else(phone).or_else(email).unwrap_or_else(number)
    }

    fn column(&self, name: &str) -> Option<String> {
        let report = self.report.as_ref()?;
        report.columns.get(name).filter(|text| !text.trim().is_empty()).cloned()
    }

    /// The chat's variables for templates and fields: everything UIS told, and what we know better.
    pub fn template_variables(&self) -> Variables {
        let mut variables = Variables::new();
        for (name, value) in self.report.iter().flat_map(|report| &report.columns) {
            variables.set(name.clone(), value.clone());
        }
        variables.set("chat_id", self.chat.to_string());
        if let Some(visitor) = self.visitor {
            variables.set("visitor_id", visitor.to_string());
        }
        if let Some(channel) = self.channel {
            variables.set("chat_channel_id", channel.to_string());
        }
        let kind = self.channel_kind.as_ref().map(|kind| kind.as_str().to_owned());
        let known = [
            ("chat_channel_type", kind),
            ("chat_channel_name", self.channel_name.clone()),
            ("visitor_name", Some(self.client_name())),
            ("visitor_email", self.card.emails.first().cloned()),
            ("visitor_phone_number", self.card.phones.first().map(|it| it.digits().to_owned())),
            ("initiator", self.initiator.as_ref().map(|it| it.as_str().to_owned())),
        ];
        for (name, value) in known {
            if let Some(value) = value {
                variables.set(name, value);
            }
        }
        variables
    }
}
