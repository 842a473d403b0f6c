//! The words of a chat in its task: written when the task is made, brought up to date while the chat goes on, and
//! complete when it ends. Silently, and seldom enough for the account's request budget.

use domain::Failure;
use domain::chats::ChatNote;
use domain::decide::describe_chat;
use domain::settings::TextRules;
use domain::workspace::Line;
use engine::model::Lines;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize as _;

use super::draft::Draft;
use super::lane::ChatLane;
use crate::entities::{self, Ended, EntityEffect, Order};
use crate::scene::Scene;
use crate::stored::not_stored;

/// How often a task's description is written anew while its chat goes on. A hundred chats at once then cost a
/// third of the budget.
const EVERY: SignedDuration = SignedDuration::from_mins(5);

/// How many lines are read: more than a description takes.
const READ: u32 = 1000;

/// The description by what is known now.
pub(super) async fn describe(scene: &Scene<'_>, lane: &ChatLane) -> Result<String, Failure> {
    let entries = scene.store.thread(scene.place.lane, Lines::Last, READ).await;
    let entries = entries.map_err(not_stored)?;
    let line = |entry: engine::model::Entry| Some((entry.at, Line::deserialize(&entry.data).ok()?));
    let mut lines: Vec<(Timestamp, Line)> = entries.into_iter().filter_map(line).collect();
    lines.sort_by_key(|(at, _)| *at);
    Ok(describe_chat(&lane.facts, &lines, scene.account.settings.timezone.zone()))
}

/// Follows the chat after its task was made; returns when to look again.
pub(super) async fn follow(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    rules: TextRules<'_>,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    let makes_task = matches!(lane.making.ended, Some(Ended::Task { .. }));
    if makes_task && lane.making.task.is_none() {
        return Ok(None);
    }
    let Some(task) = lane.making.task else { return Ok(None) };
    let variables = lane.facts.template_variables();
    let facts_came = variables.iter().any(|(name, _)| !lane.told_variables.contains(name));
    let ended = lane.is_over() && !lane.described_over;
    let more = lane.words > lane.described;
    if !more && !facts_came && !ended {
        return Ok(None);
    }
    let now = scene.place.now;
    let due = lane.described_at.map_or(now, |at| at + EVERY);
    if !ended && due > now {
        return Ok(Some(due));
    }
    let description = describe(scene, lane).await?;
    let name = format!("words/{}", lane.updates);
    if lane.making.own_task {
        let client = lane.facts.client();
        let order = Order {
            rules,
            client: &client,
            variables: &variables,
            complete: true,
            nameless: true,
            contact_fallback: "",
            task_fallback: "",
            description,
            primary: None,
        };
        let known = &lane.told_variables;
        entities::update(scene, &lane.making, &order, known, &name, &mut draft.step).await?;
    } else if ended {
        // the description of a task that was there before is not ours: the words become a comment
        let write = EntityEffect::TaskComment { task, html: description };
        draft.plan(&format!("task/{name}"), &write)?;
    }
    lane.updates += 1;
    lane.described = lane.words;
    lane.described_at = Some(now);
    lane.described_over = lane.is_over();
    lane.told_variables = variables.iter().map(|(name, _)| name.to_owned()).collect();
    Ok(None)
}

/// Why the chat stands as it does, for the journal's list.
pub(super) fn reason(lane: &ChatLane) -> Option<ChatNote> {
    if let Some(why) = &lane.filtered {
        return Some(why.clone());
    }
    if let Some(Ended::Nothing { why }) = &lane.making.ended {
        return Some(ChatNote::Entity((**why).clone()));
    }
    None
}
