//! A chat's facts as conditions see them.

use crate::chats::ChatFacts;
use crate::conditions::{Fact, Facts, Param};

/// A chat seen by conditions. What only the report tells is unknown until its row is there; that a tag is
/// missing is unknown until the chat is over, since it may be set any minute.
pub struct ChatConditions<'a>(pub &'a ChatFacts);

impl Facts for ChatConditions<'_> {
    fn fact(&self, param: Param) -> Fact {
        match param {
            Param::Site => self.named(&["site_domain_name", "site_id"]),
            Param::Campaign => self.named(&["campaign_name", "campaign_id"]),
            Param::Source => self.named(&["source_name", "source_new", "source_id"]),
            Param::Channel => self.channel(),
            Param::Tag => match &self.0.report {
                Some(report) if report.over || !report.tags.is_empty() => {
                    Fact::Known(report.tags.clone())
                }
                _ => Fact::Unknown,
            },
            // not parameters of chats; the settings refuse them
            Param::VirtualNumber | Param::Scenario | Param::Employee | Param::Form => Fact::Unknown,
        }
    }
}

impl ChatConditions<'_> {
    /// Everything the thing is called by, of the columns that are there.
    fn named(&self, columns: &[&str]) -> Fact {
        let Some(report) = &self.0.report else { return Fact::Unknown };
        let column = |name: &&str| report.columns.get(*name);
        let filled = columns.iter().filter_map(column).filter(|value| !value.trim().is_empty());
        Fact::Known(filled.cloned().collect())
    }

    /// A channel is called by its kind, its name and its number.
    fn channel(&self) -> Fact {
        let facts = self.0;
        let kind = facts.channel_kind.as_ref().map(|kind| kind.as_str().to_owned());
        if kind.is_none() && facts.channel_name.is_none() && facts.report.is_none() {
            return Fact::Unknown;
        }
        let number = facts.channel.map(|channel| channel.to_string());
        Fact::Known([kind, facts.channel_name.clone(), number].into_iter().flatten().collect())
    }
}
