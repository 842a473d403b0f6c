//! A step with what an operator does.

use domain::Failure;
use domain::chats::{ChatNote, CloseReason, Closing};
use domain::ids::UisEmployeeId;
use domain::workspace::{Author, Delivery, Happening, LastWord, MessageLine, Person};
use jiff::Timestamp;

use super::deed::{Deed, Done, Words};
use super::draft::Draft;
use super::effects::{ChatEffect, Saying};
use super::files::Enclosed;
use super::lane::{ChatLane, Moment, OnTheWay};
use super::{face, mirror};
use crate::entities::Ended;
use crate::scene::Scene;

/// Takes one deed in.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    done: Done,
    at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let Done { by, deed } = done;
    match deed {
        Deed::Take => take(lane, by, at, draft),
        Deed::Begin => {
            lane.holder = Some(by);
            Ok(())
        }
        Deed::Say(words) => say(scene, lane, by, *words, at, draft).await,
        Deed::Transfer { to } => transfer(lane, by, to, at, draft),
        Deed::Close { comment } => close(lane, by, comment, at, draft),
        Deed::MakeTask => want_task(lane, by, draft),
    }
}

/// A task that is there already stays the only one.
fn want_task(lane: &mut ChatLane, by: Person, draft: &mut Draft<'_>) -> Result<(), Failure> {
    let is_made = lane.mirror.begun
        || lane.making.task.is_some()
        || matches!(lane.making.ended, Some(Ended::Task { .. }));
    if lane.wanted || is_made {
        return Ok(());
    }
    draft.step.note(&ChatNote::TaskWanted { by: by.name })?;
    lane.wanted = true;
    lane.filtered = None;
    lane.making.ended = None;
    lane.moment.get_or_insert(Moment { at: draft.now() });
    Ok(())
}

fn take(
    lane: &mut ChatLane,
    by: Person,
    at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if let Some(holder) = &lane.holder {
        // UIS was faster
        let name = holder.name.clone().unwrap_or_else(|| holder.employee.to_string());
        let mine = holder.employee == by.employee;
        return if mine {
            Ok(())
        } else {
            refuse("take", format!("Чат уже взял {name}"), at, draft)
        };
    }
    give_in_uis(lane, &by, draft)?;
    lane.holder = Some(by.clone());
    draft.happened(Happening::Taken { by }, at)
}

/// Tells UIS whose the chat is now, where it has it as somebody else's. One that nobody has there becomes
/// the operator's with his first message: the Chat API has no way to take a chat.
fn give_in_uis(lane: &mut ChatLane, to: &Person, draft: &mut Draft<'_>) -> Result<(), Failure> {
    let Some(from) = lane.facts.operator.filter(|from| *from != to.employee) else {
        return Ok(());
    };
    let Some(place) = super::effects::place_of(&lane.facts) else { return Ok(()) };
    let effect = ChatEffect::Transfer { place, from, to: to.employee };
    draft.plan(&format!("{}/transfer", draft.name()), &effect)?;
    lane.facts.operator = Some(to.employee);
    Ok(())
}

async fn say(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    by: Person,
    words: Words,
    at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let refused = may_say(lane, &by);
    put(scene, lane, by, words, refused, at, draft).await
}

/// Sends what was written in Planfix, whoever has the chat here; without anybody in whose name it could go
/// it is refused.
pub(super) async fn write(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    by: Option<Person>,
    words: Words,
    at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let refused = if lane.is_over() {
        Some("Чат уже закрыт".to_owned())
    } else if by.is_none() {
        Some("В UIS нет сотрудника, от имени которого ответить".to_owned())
    } else if face::window(&lane.facts).is_some_and(|window| !window.is_open(at)) {
        let why =
            "Окно WhatsApp закрыто: написать можно только по шаблону, из рабочего места оператора";
        Some(why.to_owned())
    } else {
        None
    };
    let by = by.unwrap_or(Person { employee: UisEmployeeId(0), name: None });
    put(scene, lane, by, words, refused, at, draft).await
}

async fn put(
    scene: &Scene<'_>,
    lane: &mut ChatLane,
    by: Person,
    words: Words,
    refused: Option<String>,
    at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let reply_to = match &words.reply_to {
        Some(name) => scene.line(name).await?.and_then(|(_, line)| line.message),
        None => None,
    };
    let place = super::effects::place_of(&lane.facts);
    let error = refused.or_else(|| {
        place.is_none().then(|| "UIS не назвала канал этого чата: ответьте в UIS".to_owned())
    });
    if let (None, Some(place)) = (&error, place) {
        let saying = Saying {
            line: words.line.clone(),
            place,
            operator: by.employee,
            text: words.text.clone(),
            reply_to,
            attachment: words.attachment.clone(),
            template: words.template.clone(),
        };
        let name = format!("say/{}", words.line);
        let operation = draft.plan(&name, &ChatEffect::Say { saying: Box::new(saying) })?;
        let (line, text) = (words.line.clone(), words.text.clone());
        let file = words.attachment.as_ref().and_then(Enclosed::name).map(str::to_owned);
        lane.on_the_way.insert(operation, OnTheWay { line, by: by.employee, text, file });
        lane.waiting_since = None;
        lane.said(LastWord::of(Author::Operator, &words.text, words.attachment.is_some()), at);
        lane.holder.get_or_insert_with(|| by.clone());
        lane.facts.from_operators += 1;
        // whoever writes has it in UIS from then on
        lane.facts.operator = Some(by.employee);
    }
    let line = MessageLine {
        author: Author::Operator,
        employee: Some(by.employee),
        name: by.name,
        text: shown(&words),
        reply_to: words.reply_to,
        attachment: words.attachment.as_ref().and_then(Enclosed::in_uis).cloned(),
        message: None,
        delivery: Some(if error.is_some() { Delivery::Failed } else { Delivery::Sending }),
        error,
        changed: false,
    };
    mirror::delivered(scene, lane, &words.line, &line, draft)?;
    draft.message(&words.line, at, line)
}

/// The words of the line. While a file is not in UIS its name stands for it.
fn shown(words: &Words) -> String {
    match &words.attachment {
        Some(Enclosed::Elsewhere(file)) if words.text.is_empty() => file.name.clone(),
        _ => words.text.clone(),
    }
}

/// Why the operator may not write.
fn may_say(lane: &ChatLane, by: &Person) -> Option<String> {
    if lane.is_over() {
        return Some("Чат уже закрыт".to_owned());
    }
    let other = lane.holder.as_ref().filter(|holder| holder.employee != by.employee)?;
    let name = other.name.clone().unwrap_or_else(|| other.employee.to_string());
    Some(format!("Чат ведёт {name}: сначала попросите передать его вам"))
}

fn transfer(
    lane: &mut ChatLane,
    by: Person,
    to: Person,
    at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if lane.is_over() {
        return refuse("transfer", "Чат уже закрыт".to_owned(), at, draft);
    }
    if lane.holder.as_ref().is_some_and(|holder| holder.employee == to.employee) {
        return Ok(());
    }
    give_in_uis(lane, &to, draft)?;
    let from = lane.holder.replace(to.clone()).unwrap_or(by);
    draft.happened(Happening::Transferred { from, to }, at)
}

fn close(
    lane: &mut ChatLane,
    by: Person,
    comment: Option<String>,
    at: Timestamp,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if lane.is_over() {
        return Ok(());
    }
    if let Some(place) = super::effects::place_of(&lane.facts) {
        let context = lane.facts.context.clone();
        let effect = ChatEffect::Close { place, operator: by.employee, context };
        draft.plan(&format!("{}/close", draft.name()), &effect)?;
    }
    let reason = CloseReason::Operator;
    lane.facts.closing = Some(Closing { at, reason: Some(reason.clone()) });
    lane.waiting_since = None;
    // the report is asked anew: it tells more of a chat that is over
    lane.report_tries = 0;
    let lost = lane.facts.is_lost();
    let reason = Some(reason.as_str().to_owned());
    draft.happened(Happening::Closed { by: Some(by), reason, comment, lost }, at)
}

fn refuse(deed: &str, reason: String, at: Timestamp, draft: &mut Draft<'_>) -> Result<(), Failure> {
    draft.happened(Happening::Refused { deed: deed.to_owned(), reason }, at)
}
