//! A chat that is led in its task in Planfix too («Вести переписку и в задаче Планфикса»).
//!
//! The task and the contact are made by Planfix's chat integration with the first message; our own creation
//! step does not run, and only the fields are filled. Follow it: [`queue`] (which lines are told), [`step`] (what
//! is done about them, by the timer), [`effects`] (how it is carried out), [`answer`] (what is written in the
//! task), [`delivered`] (what became of that).

mod answer;
mod delivered;
mod effects;
mod fields;
mod lane;
mod led;
mod message;
mod numbers;
mod people;
mod queue;
mod rehearse;

use domain::Failure;
use domain::settings::{Chats, TextRules};
use jiff::Timestamp;

use super::draft::Draft;
use super::lane::ChatLane;
use crate::accounts::Account;
use crate::scene::Scene;

pub(super) use answer::{FROM_PLANFIX, step as answer};
pub(crate) use answer::{Written, event_of};
pub(super) use delivered::delivered;
pub use effects::MirrorEffect;
pub(super) use effects::{look, send};
pub(super) use lane::Mirror;
pub(crate) use led::{Led, led};
pub(super) use numbers::arrived;
pub(super) use queue::queue;
pub(super) use rehearse::prospect;

/// Whether the chat's task is Planfix's to make. One that was begun before the switch was turned goes on as
/// it began, so that it never gets two tasks and nobody waits in its task for words that do not come.
pub(super) fn applies(chats: &Chats, lane: &ChatLane) -> bool {
    lane.mirror.begun || (chats.mirror && !lane.making.has_begun())
}

/// Whether the chat's words go to Planfix: as long as there is a way.
fn is_led(account: &Account, lane: &ChatLane) -> bool {
    let text = &account.settings.text;
    let chats = text.chats.as_ref().filter(|_| text.enabled && account.planfix_chat.is_some());
    chats.is_some_and(|chats| applies(chats, lane))
}

/// Goes on with the mirror; returns when to go on. `next` is when UIS's report is asked again.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    rules: TextRules<'_>,
    next: Option<Timestamp>,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    if is_led(scene.account, lane) {
        message::tell(scene, lane, rules, draft).await?;
        people::tell(lane, draft)?;
    }
    let again = numbers::learn(scene, lane, rules, draft).await?;
    let awaited = (lane.facts.report.is_none() && next.is_some())
        || (lane.making.contact.is_none() && again.is_some());
    if !awaited {
        fields::fill(scene, lane, rules, draft).await?;
    }
    Ok(next.into_iter().chain(again).min())
}
