//! What happens in a chat, and when.

use super::act::{Act, File, Who};

/// A chat told in advance: who, where, and what happens at which second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    channel: &'static str,
    visitor: String,
    at: i64,
    scenes: Vec<Scene>,
}

/// One thing that happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    /// How many seconds after the beginning.
    pub after: i64,
    /// The visitor's key.
    pub visitor: String,
    /// The kind of channel.
    pub channel: &'static str,
    /// What.
    pub act: Act,
}

impl Story {
    /// A visitor, by what the channel knows him, in the channel of this kind.
    pub fn of(visitor: &str, channel: &'static str) -> Self {
        Self { channel, visitor: visitor.to_owned(), at: 0, scenes: Vec::new() }
    }

    /// Time passes.
    #[must_use]
    pub fn after(mut self, secs: i64) -> Self {
        self.at += secs;
        self
    }

    /// Something happens.
    #[must_use]
    pub fn then(mut self, act: Act) -> Self {
        let (visitor, channel) = (self.visitor.clone(), self.channel);
        self.scenes.push(Scene { after: self.at, visitor, channel, act });
        self
    }

    /// The visitor came by this campaign.
    #[must_use]
    pub fn came_by(self, campaign: &'static str) -> Self {
        self.then(Act::CameBy(campaign))
    }

    /// The visitor writes.
    #[must_use]
    pub fn writes(self, text: &str) -> Self {
        self.then(Act::Writes(text.to_owned()))
    }

    /// The visitor fills in the form before the chat.
    #[must_use]
    pub fn fills_form(self, text: &str) -> Self {
        self.then(Act::FillsForm(text.to_owned()))
    }

    /// The visitor answers the operator's last message.
    #[must_use]
    pub fn answers(self, text: &str) -> Self {
        self.then(Act::Answers(text.to_owned()))
    }

    /// The visitor changes what he wrote.
    #[must_use]
    pub fn corrects(self, text: &str) -> Self {
        self.then(Act::Corrects(text.to_owned()))
    }

    /// The visitor sends a text file.
    #[must_use]
    pub fn sends_note(self, name: &str, content: &str) -> Self {
        self.then(Act::SendsFile(File {
            name: name.to_owned(),
            mime: "text/plain; charset=utf-8".to_owned(),
            content: content.as_bytes().to_vec(),
        }))
    }

    /// The visitor sends a picture.
    #[must_use]
    pub fn sends_picture(self, name: &str) -> Self {
        self.then(Act::SendsFile(File {
            name: name.to_owned(),
            mime: "image/svg+xml".to_owned(),
            content: include_bytes!("../../../page/icon.svg").to_vec(),
        }))
    }

    /// The visitor says who he is.
    #[must_use]
    pub fn introduces(self, name: &str, phone: Option<&str>, email: Option<&str>) -> Self {
        self.then(Act::Introduces {
            name: Some(name.to_owned()),
            phone: phone.map(str::to_owned),
            email: email.map(str::to_owned),
        })
    }

    /// The visitor looks at what was written to him.
    #[must_use]
    pub fn reads(self) -> Self {
        self.then(Act::Reads)
    }

    /// An employee takes the chat in UIS.
    #[must_use]
    pub fn is_taken_by(self, employee: &str) -> Self {
        self.then(Act::IsTakenBy(employee.to_owned()))
    }

    /// The employee writes in UIS's own workplace.
    #[must_use]
    pub fn is_answered(self, text: &str) -> Self {
        self.then(Act::IsAnswered(text.to_owned()))
    }

    /// A tag is put on the chat.
    #[must_use]
    pub fn is_tagged(self, tag: &'static str) -> Self {
        self.then(Act::IsTagged(tag))
    }

    /// The chat ends.
    #[must_use]
    pub fn ends(self, reason: &'static str) -> Self {
        self.then(Act::Ends(reason))
    }

    /// What happens, in the order of time.
    pub fn scenes(self) -> Vec<Scene> {
        self.scenes
    }
}

impl Scene {
    pub(super) fn who(&self, channel: u64) -> Who {
        Who { visitor: self.visitor.clone(), channel }
    }
}
