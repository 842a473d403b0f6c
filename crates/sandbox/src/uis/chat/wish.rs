//! A chat told from outside, for those who need one that no scenario tells.

use serde::Deserialize;

use super::{Chats, Scene, Story};
use crate::uis::company::Company;

/// A chat as a script outside of this program orders it: what the visitor says of himself comes before his
/// first word.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wish {
    /// By what the channel knows the visitor.
    visitor: String,
    /// The kind of channel.
    #[serde(default = "site")]
    channel: String,
    /// How the visitor calls himself.
    #[serde(default)]
    name: Option<String>,
    /// His number, E.164 digits.
    #[serde(default)]
    phone: Option<String>,
    /// His e-mail.
    #[serde(default)]
    email: Option<String>,
    /// The campaign that brought him.
    #[serde(default)]
    campaign: Option<String>,
    /// What he writes.
    #[serde(default)]
    text: Option<String>,
    /// A tag that is put on the chat.
    #[serde(default)]
    tag: Option<String>,
    /// Whether the visitor closes it in the end.
    #[serde(default)]
    ends: bool,
}

fn site() -> String {
    "comagic".to_owned()
}

impl Wish {
    /// What happens, one after the other and all at once.
    ///
    /// # Errors
    /// Which channel, campaign or tag the company does not have.
    pub(super) fn scenes(self, company: &Company, chats: &Chats) -> Result<Vec<Scene>, String> {
        let channel = chats.channels().into_iter().find(|known| known.kind == self.channel);
        let channel = channel.ok_or_else(|| unknown("channel", &self.channel))?;
        let mut story = Story::of(&self.visitor, channel.kind);
        if let Some(name) = &self.campaign {
            let campaign = company.campaign(name).ok_or_else(|| unknown("campaign", name))?;
            story = story.came_by(campaign.name);
        }
        if let Some(name) = &self.name {
            story = story.introduces(name, self.phone.as_deref(), self.email.as_deref());
        }
        if let Some(text) = &self.text {
            story = story.writes(text);
        }
        if let Some(name) = &self.tag {
            let tag = company.tags.iter().find(|tag| tag.name == name);
            story = story.is_tagged(tag.ok_or_else(|| unknown("tag", name))?.name);
        }
        if self.ends {
            story = story.ends("closed_by_visitor");
        }
        Ok(story.scenes())
    }
}

fn unknown(what: &str, name: &str) -> String {
    format!("the company has no {what} {name}")
}
