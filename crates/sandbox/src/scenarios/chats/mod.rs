//! Named chats that anybody may play, one file each.

mod attachments;
mod card_later;
mod lost;
mod operator_in_uis;
mod site;
mod tagged;
mod transferred;
mod unknown_channel;
mod waba;

use serde::Serialize;

use super::{Group, Text};
use crate::uis::chat::{Scene, Story};
use crate::uis::{Speed, Uis};

/// A chat with a name and a note of what should come of it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ChatScenario {
    /// Its name in addresses.
    pub id: &'static str,
    /// Its heading.
    pub group: Group,
    /// Its title.
    pub title: Text,
    /// What should be seen.
    pub sees: Text,
    /// The visitor's number when no other is given, E.164 digits.
    pub phone: &'static str,
    /// What happens.
    #[serde(skip)]
    story: fn(phone: &str) -> Story,
}

/// All of them, in the order of the page.
pub const CHATS: [&ChatScenario; 9] = [
    &site::SCENARIO,
    &operator_in_uis::SCENARIO,
    &card_later::SCENARIO,
    &tagged::SCENARIO,
    &attachments::SCENARIO,
    &waba::SCENARIO,
    &transferred::SCENARIO,
    &lost::SCENARIO,
    &unknown_channel::SCENARIO,
];

/// The scenario with this id.
pub fn find_chat(id: &str) -> Option<&'static ChatScenario> {
    CHATS.into_iter().find(|scenario| scenario.id == id)
}

impl ChatScenario {
    /// What happens, for those who want to take it scene by scene.
    pub fn scenes(&self, phone: Option<&str>) -> Vec<Scene> {
        (self.story)(phone.unwrap_or(self.phone)).scenes()
    }

    /// Plays the scenario to its end, with the visitor's `phone` if one is given.
    pub async fn play(&self, uis: &Uis, phone: Option<&str>, speed: Speed) {
        uis.chats().play(self.scenes(phone), speed).await;
    }
}
