//! A chat that is led in its task in Planfix too («Вести переписку и в задаче Планфикса»).
//!
//! The task and the contact are made by Planfix's chat integration with the first message; our own creation
//! step does not run, and only the fields are filled. Follow it: [`queue`] (which lines are told), [`step`] (what
//! is done about them, by the timer), [`effects`] (how it is carried out), [`answer`] (what is written in the
//! task), [`delivered`] (what became of that).

mod answer;
mod delivered;
mod effects;
mod lane;
mod message;
mod numbers;
mod people;
mod queue;

use domain::Failure;
use domain::settings::{Chats, TextRules};
use jiff::Timestamp;

use super::draft::Draft;
use super::lane::ChatLane;
use crate::entities;
use crate::scene::Scene;

pub(super) use answer::{FROM_PLANFIX, step as answer};
pub(crate) use answer::{Written, event_of};
pub(super) use delivered::delivered;
pub use effects::MirrorEffect;
pub(super) use effects::{look, send};
pub(super) use lane::Mirror;
pub(crate) use people::contact_word;
pub(super) use queue::queue;

/// Whether the chat's task is Planfix's to make. One that was begun before the switch was turned goes on as
/// it began, so that it never gets two tasks.
pub(super) fn applies(chats: &Chats, lane: &ChatLane) -> bool {
    lane.mirror.begun || (chats.mirror && !lane.making.has_begun())
}

/// Goes on with the mirror; returns when to go on.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    rules: TextRules<'_>,
    next: Option<Timestamp>,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    message::tell(scene, lane, rules, draft).await?;
    people::tell(lane, draft)?;
    let again = numbers::learn(scene, lane, rules, draft).await?;
    fill(scene, lane, rules, draft).await?;
    Ok(next.into_iter().chain(again).min())
}

/// Fills the fields of the task and the contact with what has become known. While the report is awaited
/// nothing is written, so that most chats cost one request each.
async fn fill(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    rules: TextRules<'_>,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let (Some(task), true) = (lane.making.task, lane.facts.report.is_some()) else { return Ok(()) };
    let variables = lane.facts.template_variables();
    if variables.iter().all(|(name, _)| lane.told_variables.contains(name)) {
        return Ok(());
    }
    let what = entities::News {
        task: Some(task),
        contact: lane.making.contact,
        rules: rules.fields,
        variables: &variables,
        known: &lane.told_variables,
    };
    let name = format!("mirror/{}", lane.updates);
    entities::fill(scene, &what, &name, &mut draft.step).await?;
    lane.updates += 1;
    lane.told_variables = variables.iter().map(|(name, _)| name.to_owned()).collect();
    Ok(())
}
