//! Named calls that anybody may play: each case a company meets, one file each.

mod attended_transfer;
mod blind_transfer;
mod chats;
mod control;
mod from_advertising;
mod group_ring;
mod internal_call;
mod interplay;
mod ivr_only;
mod lost_after_ringing;
mod lost_before_ringing;
mod outgoing_answered;
mod outgoing_busy;
mod outgoing_no_answer;
mod outgoing_not_allowed;
mod outgoing_not_available;
mod record_at_once;
mod record_later;
mod record_never;
mod repeat_call;
mod road_lost;
mod road_odd_fields;
mod road_shuffled;
mod road_silent;
mod sequential_ring;
mod single_ring;
mod two_at_once;
mod unknown_employee;

use serde::Serialize;

use crate::uis::notify::Tricks;
use crate::uis::script::Step;
use crate::uis::{Script, Speed, Uis};

pub use chats::{CHATS, ChatScenario, find_chat};
pub(crate) use control::router;
pub use interplay::{Beginning, INTERPLAYS, Interplay, find_interplay};

/// A text in both languages.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Text {
    /// Russian.
    pub ru: &'static str,
    /// English.
    pub en: &'static str,
}

/// Under which heading the page shows a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Incoming calls that were answered.
    Incoming,
    /// Calls that went from one employee to another.
    Transfers,
    /// Incoming calls nobody talked in.
    Missed,
    /// Calls to customers.
    Outgoing,
    /// When the recording comes.
    Recording,
    /// What may happen to notifications on their way.
    Road,
    /// Calls of which Planfix is told nothing.
    Special,
    /// Calls ordered with a click in Planfix.
    Click,
    /// Calls that go to the caller's personal manager.
    Manager,
    /// Who works here.
    Employees,
    /// Visitors who write.
    Chats,
    /// Forms that visitors of the sites send.
    Leads,
}

/// A call, or several, with a name and a note of what should come of it.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Scenario {
    /// Its name in addresses.
    pub id: &'static str,
    /// Its heading.
    pub group: Group,
    /// Its title.
    pub title: Text,
    /// What should be seen in Planfix.
    pub sees: Text,
    /// The customer's number when no other is given, E.164 digits.
    pub phone: &'static str,
    /// The calls with the customer's number in them, and when each begins, in seconds.
    #[serde(skip)]
    pub calls: fn(phone: &str) -> Vec<(i64, Script)>,
    /// What the road does to the notifications; the settings' own tricks when absent.
    #[serde(skip)]
    pub tricks: Option<fn() -> Tricks>,
}

/// All scenarios, in the order of the page.
pub const ALL: [&Scenario; 25] = [
    &single_ring::SCENARIO,
    &group_ring::SCENARIO,
    &sequential_ring::SCENARIO,
    &repeat_call::SCENARIO,
    &from_advertising::SCENARIO,
    &two_at_once::SCENARIO,
    &blind_transfer::SCENARIO,
    &attended_transfer::SCENARIO,
    &lost_after_ringing::SCENARIO,
    &lost_before_ringing::SCENARIO,
    &ivr_only::SCENARIO,
    &outgoing_answered::SCENARIO,
    &outgoing_busy::SCENARIO,
    &outgoing_no_answer::SCENARIO,
    &outgoing_not_available::SCENARIO,
    &outgoing_not_allowed::SCENARIO,
    &record_at_once::SCENARIO,
    &record_later::SCENARIO,
    &record_never::SCENARIO,
    &road_shuffled::SCENARIO,
    &road_odd_fields::SCENARIO,
    &road_lost::SCENARIO,
    &road_silent::SCENARIO,
    &internal_call::SCENARIO,
    &unknown_employee::SCENARIO,
];

/// The scenario with this id.
pub fn find(id: &str) -> Option<&'static Scenario> {
    ALL.into_iter().find(|scenario| scenario.id == id)
}

impl Scenario {
    /// The steps of the scenario that begins now, for those who want to take them one by one.
    pub fn steps(&self, uis: &Uis, phone: Option<&str>) -> Vec<Step> {
        let calls = (self.calls)(phone.unwrap_or(self.phone));
        uis.steps_of(calls.iter().map(|(begins, script)| (*begins, script)))
    }

    /// Plays the scenario to its end, with the customer's `phone` if one is given.
    pub async fn play(&self, uis: &Uis, phone: Option<&str>, speed: Speed) {
        let tricks = self.tricks.map_or_else(|| uis.settings().tricks, |tricks| tricks());
        uis.play_steps(self.steps(uis, phone), speed, &tricks).await;
    }
}

/// Names of fields for tricks.
fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}
