//! What visitors do, and what employees do in UIS's own workplace.

use jiff::Timestamp;
use serde::Deserialize;

use super::Chats;
use super::write::Draft;
use crate::uis::state::State;

/// A visitor in a channel.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Who {
    /// By what the channel knows him.
    pub visitor: String,
    /// The channel.
    pub channel: u64,
}

/// A file a visitor sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its MIME type.
    pub mime: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// One thing done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The visitor came by this campaign; told by reports alone.
    CameBy(&'static str),
    /// The visitor writes; a chat begins when none goes on.
    Writes(String),
    /// The visitor answers the last message of an operator.
    Answers(String),
    /// The visitor fills in the form that the site shows before a chat: a field a line.
    FillsForm(String),
    /// The visitor sends a file.
    SendsFile(File),
    /// The visitor changes his last message.
    Corrects(String),
    /// The visitor says who he is.
    Introduces {
        /// His name.
        name: Option<String>,
        /// His phone, E.164 digits.
        phone: Option<String>,
        /// His e-mail.
        email: Option<String>,
    },
    /// The visitor looks at what was written to him.
    Reads,
    /// An employee (extension, id or name) takes the chat in UIS.
    IsTakenBy(String),
    /// The employee who has the chat writes in UIS's own workplace.
    IsAnswered(String),
    /// Somebody puts a tag on the chat in UIS; told by reports alone.
    IsTagged(&'static str),
    /// The chat ends for this reason.
    Ends(&'static str),
}

impl Chats {
    /// Lets something happen; the callbacks that follow have been answered when this returns, or are
    /// kept back if the tricks say so.
    ///
    /// # Errors
    /// Why it can't happen.
    pub async fn perform(&self, who: &Who, act: Act) -> Result<(), String> {
        self.act_now(who, act)?;
        self.deliver().await;
        Ok(())
    }

    /// The same without the callbacks: they wait for [`Chats::deliver`].
    pub(super) fn act_now(&self, who: &Who, act: Act) -> Result<(), String> {
        let now = self.uis.clock.now();
        self.change(|state| state.act(who, act, now))
    }
}

impl State {
    fn act(&mut self, who: &Who, act: Act, now: Timestamp) -> Result<(), String> {
        if self.chat.channel(who.channel).is_none() {
            return Err(format!("there is no channel {}", who.channel));
        }
        let visitor = self.chat.visitor_by_key(&who.visitor);
        match act {
            Act::CameBy(campaign) => self.change_visitor(visitor, |visitor| {
                visitor.campaign = Some(campaign.to_owned());
            }),
            Act::Writes(text) => {
                let chat = self.chat_with(visitor, who.channel, now);
                self.write(chat, Draft { text, ..Draft::of_visitor(now) });
            }
            Act::FillsForm(text) => {
                let chat = self.chat_with(visitor, who.channel, now);
                let form = Draft { source: "form_text", ..Draft::of_visitor(now) };
                self.write(chat, Draft { text, ..form });
            }
            Act::SendsFile(file) => {
                let chat = self.chat_with(visitor, who.channel, now);
                let resource = self.store(who.channel, file);
                self.write(chat, Draft { resource: Some(resource), ..Draft::of_visitor(now) });
            }
            Act::Introduces { name, phone, email } => {
                self.introduce(visitor, name, phone, email);
                self.tell_card(visitor, who.channel);
            }
            in_chat => {
                let chat = self.chat.open_chat(visitor, who.channel).map(|chat| chat.id);
                self.act_in(chat.ok_or("no chat goes on")?, in_chat, now)?;
            }
        }
        Ok(())
    }

    /// What can only be done in a chat that goes on.
    fn act_in(&mut self, chat: u64, act: Act, now: Timestamp) -> Result<(), String> {
        match act {
            Act::Answers(text) => {
                let reply_to = self.last_message(chat, "operator");
                self.write(chat, Draft { reply_to, text, ..Draft::of_visitor(now) });
            }
            Act::Corrects(text) => self.correct(chat, &text),
            Act::Reads => self.read_all(chat),
            Act::IsTakenBy(employee) => {
                let employee = self.company.employee(&employee).map(|employee| employee.id);
                self.assign(chat, employee.ok_or("nobody is called so")?);
            }
            Act::IsAnswered(text) => {
                let operator = self.chat.chat(chat).and_then(|chat| chat.operator);
                let operator = operator.ok_or("nobody has taken the chat")?;
                self.write(chat, Draft { text, ..Draft::of_operator(operator, now) });
            }
            Act::IsTagged(tag) => self.tag(chat, tag, now)?,
            Act::Ends(reason) => self.close(chat, reason, now),
            // these need no chat
            Act::CameBy(_)
            | Act::Writes(_)
            | Act::FillsForm(_)
            | Act::SendsFile(_)
            | Act::Introduces { .. } => {}
        }
        Ok(())
    }
}
