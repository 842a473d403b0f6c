//! Which lines are told to Planfix.

use domain::Failure;
use domain::workspace::{Author, Line, MessageLine};
use engine::model::Lines;
use serde::Deserialize as _;

use super::answer::is_from_task;
use super::delivered::report_of;
use super::effects::Report;
use super::is_led;
use crate::chats::lane::ChatLane;
use crate::scene::Scene;
use crate::stored::not_stored;

/// How many lines are told of a chat that was going on before it was mirrored, the last ones.
const EARLIER: u32 = 200;

/// A line is ready to be told: what a visitor or a robot wrote at once, what an operator wrote when UIS has
/// it. What was written in Planfix is never told back.
pub(in crate::chats) fn queue(scene: &Scene<'_>, lane: &mut ChatLane, line: &str) {
    if !is_led(scene.account, lane) || lane.is_excluded() || is_from_task(line) {
        return;
    }
    if !lane.mirror.waiting.iter().any(|waiting| waiting == line) {
        lane.mirror.waiting.push(line.to_owned());
    }
}

/// Whatever was said before the first message that is told: the chat may have gone on for a while when the
/// mirror was switched on, or was kept out until somebody wanted it in.
pub(super) async fn catch_up(scene: &Scene<'_>, lane: &mut ChatLane) -> Result<(), Failure> {
    let entries = scene.store.thread(scene.place.lane, Lines::Last, EARLIER).await;
    let mut names = Vec::new();
    for entry in entries.map_err(not_stored)? {
        let Ok(Line::Message(words)) = Line::deserialize(&entry.data) else { continue };
        if is_told(&words) && !is_from_task(&entry.name) {
            if words.author == Author::Operator {
                lane.mirror.tells(&entry.name);
            }
            names.push(entry.name);
        }
    }
    lane.mirror.waiting = names;
    Ok(())
}

/// Whether a line that stands in the thread is for Planfix.
fn is_told(words: &MessageLine) -> bool {
    match words.author {
        Author::Visitor | Author::Robot => true,
        Author::Operator => report_of(words)
            .map_or(words.message.is_some(), |report| !matches!(report, Report::Failed { .. })),
        Author::System => false,
    }
}
