//! Which lines are told to Planfix.

use crate::chats::lane::ChatLane;
use crate::scene::Scene;

/// A line is ready to be told: what a visitor or a robot wrote at once, what an operator wrote when UIS has
/// it. What was written in Planfix is never told back.
pub(in crate::chats) fn queue(scene: &Scene<'_>, lane: &mut ChatLane, line: &str) {
    let chats = scene.account.settings.text.chats.as_ref();
    let is_on = scene.account.settings.text.enabled && chats.is_some_and(|chats| chats.mirror);
    let is_own = lane.making.has_begun() && !lane.mirror.begun;
    if !is_on || is_own || lane.is_excluded() || lane.mirror.written.contains_key(line) {
        return;
    }
    if !lane.mirror.waiting.iter().any(|waiting| waiting == line) {
        lane.mirror.waiting.push(line.to_owned());
    }
}
