//! What is made of a lead, by what is known of it.

use domain::Failure;
use domain::clients::Client;
use domain::decide::{TextConditions, describe_lead, is_settled};
use domain::leads::LeadNote;
use domain::settings::TextRules;
use domain::templates::Variables;
use jiff::{SignedDuration, Timestamp};

use super::lane::LeadLane;
use crate::draft::Draft;
use crate::entities::{self, Ended, Order, Progress};
use crate::scene::Scene;

/// How long the report's row is awaited for what a site left out; then the lead is decided with what it
/// told.
const REPORT_PATIENCE: SignedDuration = SignedDuration::from_mins(10);

/// What a contact is called who says neither his name nor anything else.
pub(super) const NOBODY: &str = "Посетитель сайта";
/// What a task is called when its template gives nothing.
pub(super) const TASK: &str = "Заявка с сайта";

/// Goes on with the lead as far as it gets; returns when to go on.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut LeadLane,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    if lane.filtered.is_some() {
        return Ok(None);
    }
    let text = &scene.account.settings.text;
    let (client, variables) = (lane.facts.client(), lane.facts.template_variables());
    if lane.title.is_empty() {
        lane.title = text.templates.lead_task.render(&variables).or(TASK).text;
    }
    let Some(rules) = text.lead_rules() else {
        if lane.is_over() {
            return Ok(None);
        }
        let why = if text.enabled { LeadNote::LeadsOff } else { LeadNote::TextOff };
        return filter(lane, why, draft);
    };
    let rules = rules_for(lane, rules);
    if lane.is_over() {
        return told_more(scene, lane, rules, (&client, &variables), draft).await;
    }
    let patient_until = lane.heard_at + REPORT_PATIENCE;
    let complete = lane.facts.reported || scene.place.now >= patient_until;
    let facts = TextConditions { variables: &variables, complete };
    if !complete && !is_settled(&rules, &facts) {
        draft.note_once(&mut lane.told, &LeadNote::AwaitsReport)?;
        return Ok(Some(patient_until));
    }
    if !lane.facts.reported && scene.place.now >= patient_until {
        draft.note_once(&mut lane.told, &LeadNote::LeadNotReported)?;
    }
    let order = order(scene, lane, rules, (&client, &variables), complete);
    let progress = lane.making.advance(scene, &order, draft).await?;
    finish(lane, progress, draft)
}

/// By what the lead is decided: without the filter, if somebody had it set aside.
pub(super) fn rules_for<'a>(lane: &LeadLane, rules: TextRules<'a>) -> TextRules<'a> {
    TextRules { filter: rules.filter.filter(|_| !lane.let_in), ..rules }
}

fn order<'a>(
    scene: &Scene<'_>,
    lane: &LeadLane,
    rules: TextRules<'a>,
    (client, variables): (&'a Client, &'a Variables),
    complete: bool,
) -> Order<'a> {
    Order {
        rules,
        client,
        variables,
        complete,
        nameless: false,
        contact_fallback: NOBODY,
        task_fallback: TASK,
        description: describe_lead(&lane.facts, scene.account.settings.timezone.zone()),
        primary: lane.facts.primary(),
    }
}

fn finish(
    lane: &mut LeadLane,
    progress: Progress,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    match progress {
        Progress::Until(moment) => return Ok(Some(moment)),
        Progress::Result => return Ok(None),
        // the filter can't be open here: it was settled, or everything is known
        Progress::Facts | Progress::Ended => {}
    }
    match &lane.making.ended {
        Some(Ended::Excluded { explanation }) => {
            let explanation = (**explanation).clone();
            return filter(lane, LeadNote::LeadExcluded { explanation }, draft);
        }
        Some(Ended::Task { name }) => lane.title.clone_from(name),
        Some(Ended::Nothing { .. }) | None => {}
    }
    lane.described = lane.facts.columns.keys().cloned().collect();
    Ok(None)
}

fn filter(
    lane: &mut LeadLane,
    why: LeadNote,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    draft.note(&why)?;
    lane.filtered = Some(why);
    Ok(None)
}

/// The report's row, or another word of the site, when everything is made already: it may add to it, and
/// does so once the task's number is known.
async fn told_more(
    scene: &Scene<'_>,
    lane: &mut LeadLane,
    rules: TextRules<'_>,
    (client, variables): (&Client, &Variables),
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    let awaits_task =
        matches!(lane.making.ended, Some(Ended::Task { .. })) && lane.making.task.is_none();
    let news = lane.facts.columns.keys().any(|name| !lane.described.contains(name));
    if !news || awaits_task {
        return Ok(None);
    }
    let order = order(scene, lane, rules, (client, variables), true);
    let name = format!("told/{}", lane.facts.columns.len());
    entities::update(scene, &lane.making, &order, &lane.described, &name, draft).await?;
    lane.described = lane.facts.columns.keys().cloned().collect();
    Ok(None)
}
