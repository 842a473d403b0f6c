//! What is made of a chat in Planfix: when its moment has come, by what is known of it. May wait for Planfix's
//! REST API, so it belongs to steps by the timer.

use domain::Failure;
use domain::chats::ChatNote;
use domain::conditions::Param;
use domain::decide::{Admission, TextConditions, admit, is_settled};
use domain::settings::{FirstTextCreate, RepeatCreate, TextRules};
use jiff::{SignedDuration, Timestamp};

use super::draft::Draft;
use super::lane::{ChatLane, Moment};
use super::moment::moment;
use super::{mirror, transcript};
use crate::chats::report;
use crate::entities::{Ended, Order, Progress};
use crate::scene::Scene;

/// After how long the report is asked for the chat, counted from the moment at which something is to be made, one
/// entry a try, seconds: UIS shows a chat some moments after, and each question costs a point.
const REPORT: [i64; 5] = [3, 20, 60, 180, 600];
/// How long facts are awaited; then it is decided with what is known.
const PATIENCE: SignedDuration = SignedDuration::from_secs(600);
/// How long a chat that is over may still get a phone or an e-mail.
const CONTACT_DATA: SignedDuration = SignedDuration::from_hours(24);

/// What a contact is called who says neither his name nor anything else.
pub(super) const NOBODY: &str = "Посетитель чата";
/// What a task is called when its template gives nothing.
pub(super) const TASK: &str = "Чат";

/// Goes on with the chat as far as it gets; returns when to go on.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    let text = &scene.account.settings.text;
    let (Some(rules), Some(chats)) = (text.chat_rules(), &text.chats) else {
        let why = if text.enabled { ChatNote::ChatsOff } else { ChatNote::ChatTextOff };
        return filter(lane, why, draft);
    };
    match lane.filtered {
        Some(ChatNote::ChatExcluded { .. }) => return Ok(None),
        // they were switched on meanwhile
        Some(ChatNote::ChatsOff | ChatNote::ChatTextOff) => lane.filtered = None,
        _ => {}
    }
    let mirrored = mirror::applies(chats, lane);
    let moment = if mirrored {
        // Planfix makes the task with the first message
        lane.moment.get_or_insert(Moment { at: lane.facts.began_at }).at
    } else {
        let Some(moment) = moment(lane, chats, draft)? else { return Ok(None) };
        moment
    };
    let next = ask_report(scene, lane, moment, draft).await?;
    if lane.mirror.begun {
        return mirror::step(scene, lane, rules, next, draft).await;
    }
    if lane.making.ended.is_some() {
        let again = transcript::follow(scene, lane, rules, draft).await?;
        return Ok(next.into_iter().chain(again).min());
    }
    if !mirrored && lane.facts.report.is_none() && lane.report_tries == 0 {
        return Ok(next);
    }
    let rules = rules_for(lane, rules);
    if !lane.is_asked_for() {
        // what keeps it out already needs no phone
        let variables = lane.facts.template_variables();
        let known = TextConditions { variables: &variables, complete: false };
        match admit(rules.filter, &known) {
            Admission::Excluded { explanation } => {
                return filter(lane, ChatNote::ChatExcluded { explanation }, draft);
            }
            Admission::Open { .. } if mirrored && scene.place.now < moment + PATIENCE => {
                return Ok(Some(next.unwrap_or(moment + PATIENCE)));
            }
            _ => {}
        }
    }
    if lane.facts.lacks_contact_data() && !chats.without_contact_data && !lane.is_asked_for() {
        return await_contact_data(scene, lane, next, draft);
    }
    if lane.filtered == Some(ChatNote::NoContactData) {
        lane.filtered = None;
    }
    if mirrored {
        return mirror::step(scene, lane, rules, next, draft).await;
    }
    make(scene, lane, rules, moment, next, draft).await
}

/// Asks UIS for the chat's row as often as it makes sense; returns when to ask again.
async fn ask_report(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    since: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    let now = scene.place.now;
    // a row read before the chat's end does not know its end
    let stale = lane.is_over() && lane.facts.report.as_ref().is_some_and(|report| !report.over);
    if lane.facts.report.is_some() && !stale {
        return Ok(None);
    }
    let since = lane.facts.closing.as_ref().filter(|_| stale).map_or(since, |closing| closing.at);
    let mut tries = usize::try_from(lane.report_tries).unwrap_or(usize::MAX);
    let moment =
        |tries: usize| REPORT.get(tries).map(|after| since + SignedDuration::from_secs(*after));
    let Some(due) = moment(tries) else { return Ok(None) };
    if due > now {
        return Ok(Some(due));
    }
    // who comes late asks once, and not for every moment missed
    while moment(tries).is_some_and(|due| due <= now) {
        tries += 1;
    }
    lane.report_tries = u32::try_from(tries).unwrap_or(u32::MAX);
    match report::fetch(scene.account, &lane.facts).await {
        Ok(Some(row)) => {
            draft.step.note_once(&mut lane.told, &ChatNote::ChatReported)?;
            lane.facts.learn(row);
        }
        Ok(None) => {}
        Err(failure) => draft.step.note_report_failed(&mut lane.told, &failure)?,
    }
    Ok(moment(tries))
}

fn await_contact_data(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    next: Option<Timestamp>,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    draft.step.note_once(&mut lane.told, &ChatNote::AwaitsContactData)?;
    let Some(closing) = &lane.facts.closing else { return Ok(next) };
    let end = closing.at + CONTACT_DATA;
    if scene.place.now < end {
        return Ok(Some(next.map_or(end, |next| next.min(end))));
    }
    filter(lane, ChatNote::NoContactData, draft)
}

async fn make(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    rules: TextRules<'_>,
    since: Timestamp,
    next: Option<Timestamp>,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    let patient_until = since + PATIENCE;
    let late = scene.place.now >= patient_until;
    let by_tags = rules.filter.is_some_and(|filter| filter.looks_at(Param::Tag));
    // while the chat goes on its tags are not all there
    let told = lane.facts.report.as_ref().is_some_and(|report| report.over || !by_tags);
    let complete = told || late;
    let variables = lane.facts.template_variables();
    if !complete && !is_settled(&rules, &TextConditions { variables: &variables, complete }) {
        return Ok(Some(next.unwrap_or(patient_until).min(patient_until)));
    }
    if late && lane.facts.report.is_none() {
        draft.step.note_once(&mut lane.told, &ChatNote::ChatNotReported)?;
    }
    let client = lane.facts.client();
    let order = Order {
        rules,
        client: &client,
        variables: &variables,
        complete,
        nameless: true,
        contact_fallback: NOBODY,
        task_fallback: TASK,
        description: transcript::describe(scene, lane).await?,
        primary: primary(lane),
    };
    let progress = lane.making.advance(scene, &order, &mut draft.step).await?;
    lane.described = lane.lines;
    lane.described_at = Some(scene.place.now);
    lane.described_over = lane.is_over();
    lane.told_variables = variables.iter().map(|(name, _)| name.to_owned()).collect();
    finish(lane, progress, next, draft)
}

/// Whether the visitor is new by UIS's word. Each chat without contact data is a new first contact: nobody can
/// tell whose it is.
pub(super) fn primary(lane: &ChatLane) -> Option<bool> {
    if lane.facts.lacks_contact_data() {
        return Some(true);
    }
    lane.facts.report.as_ref().and_then(|report| report.primary)
}

/// By what the chat is decided, if people wanted something of it.
pub(super) fn rules_for<'a>(lane: &ChatLane, rules: TextRules<'a>) -> TextRules<'a> {
    if lane.wanted {
        return wanted(rules);
    }
    TextRules { filter: rules.filter.filter(|_| !lane.let_in), ..rules }
}

/// What an operator asked for is made whatever the settings make by themselves.
fn wanted(rules: TextRules<'_>) -> TextRules<'_> {
    let mut rules = TextRules { filter: None, ..rules };
    rules.first.create = match rules.contact_template {
        Some(_) => FirstTextCreate::ContactAndTask,
        None => FirstTextCreate::Task,
    };
    rules.repeat.create = RepeatCreate::Task;
    rules
}

fn finish(
    lane: &mut ChatLane,
    progress: Progress,
    next: Option<Timestamp>,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    match progress {
        Progress::Until(moment) => return Ok(Some(moment)),
        Progress::Result => return Ok(None),
        Progress::Facts => return Ok(next),
        Progress::Ended => {}
    }
    if let Some(Ended::Excluded { explanation }) = &lane.making.ended {
        let explanation = (**explanation).clone();
        return filter(lane, ChatNote::ChatExcluded { explanation }, draft);
    }
    Ok(next)
}

fn filter(
    lane: &mut ChatLane,
    why: ChatNote,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    if lane.filtered.as_ref() != Some(&why) {
        draft.step.note(&why)?;
        lane.filtered = Some(why);
    }
    Ok(None)
}
