//! The cards on the employees' screens.

use std::collections::BTreeMap;

use domain::Failure;
use domain::calls::{
    CallNote, Card, CardStage, Desk, Desks, Direction, Ending, ExtraField, MissedReason,
};
use domain::decide::Acquaintance;
use domain::ids::UisEmployeeId;
use domain::phone::ShortNumber;
use domain::settings::CallFieldRule;
use upstream::Priority;

use super::effects::CallEffect;
use super::lane::CallLane;
use crate::draft::Draft;
use crate::scene::Scene;

/// Shows what is to be shown now, by what is known of the call.
pub(super) async fn advance(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if scene.account.telephony.is_none() {
        return Ok(());
    }
    if lane.facts.phone.is_none() {
        return hidden(scene, lane, draft);
    }
    let desks = desks(scene, lane, draft).await?;
    show(scene, lane, &desks, draft)
}

fn show(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    desks: &Desks,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let planned = lane.shown.advance(&lane.facts, desks, scene.place.now);
    for card in planned {
        let Some(desk) = desks.get(&card.employee) else { continue };
        let name = format!("card/{}/{}/{}", card.employee, card.round, stage_name(&card.stage));
        plan(scene, lane, draft, &name, desk.short_number.clone(), card.stage)?;
    }
    Ok(())
}

/// Moves on the cards that are on the screens, and pops up no new ones.
pub(super) async fn follow(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if !lane.has_open_cards() {
        return Ok(());
    }
    let mut desks = desks(scene, lane, draft).await?;
    desks.retain(|employee, _| lane.shown.cards.contains_key(employee));
    show(scene, lane, &desks, draft)
}

/// A call that rang nobody is shown as missed to the contact's owner, else to the default responsible.
/// Finding the latter may cost a REST request, so this belongs to the time after the call.
pub(super) async fn show_to_owner(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let missed = Ending::NotTalked(MissedReason::Missed);
    let nobody_rung = lane.shown.cards.is_empty();
    let incoming = lane.facts.direction != Some(Direction::Out);
    let asked_before = lane.recovered || lane.let_in_late || lane.told.contains("owner");
    if !nobody_rung
        || !incoming
        || asked_before
        || lane.facts.phone.is_none()
        || scene.account.telephony.is_none()
    {
        return Ok(());
    }
    if lane.facts.ending(scene.place.now) != missed {
        return Ok(());
    }
    let owner = match &lane.acquaintance {
        Some(Acquaintance::Repeat { owner, .. }) => owner.clone(),
        _ => None,
    };
    let of_owner = owner.is_some();
    let number = match owner {
        Some(number) => Some(number),
        None => default_responsible(scene).await?,
    };
    lane.told.insert("owner".to_owned());
    lane.shown.closed = true;
    let Some(short_number) = number else { return draft.note(&CallNote::MissedCardToNobody) };
    plan(scene, lane, draft, "card/owner/ringing", short_number.clone(), CardStage::Ringing)?;
    let stage = CardStage::NotTalked { reason: MissedReason::Missed };
    plan(scene, lane, draft, "card/owner/missed", short_number.clone(), stage)?;
    draft.note(&CallNote::MissedCardTo { short_number, owner: of_owner })
}

async fn default_responsible(scene: &Scene<'_>) -> Result<Option<ShortNumber>, Failure> {
    let responsibles = &scene.account.settings.telephony.responsibles;
    let Some(user) = responsibles.of(Direction::In).default else { return Ok(None) };
    let Some(rest) = &scene.account.rest else { return Ok(None) };
    scene.account.staff.short_number_of_user(user, rest, Priority::AfterCall).await
}

fn plan(
    scene: &Scene<'_>,
    lane: &CallLane,
    draft: &mut Draft<'_>,
    name: &str,
    short_number: ShortNumber,
    stage: CardStage,
) -> Result<(), Failure> {
    let facts = &lane.facts;
    let Some(phone) = &facts.phone else { return Ok(()) };
    let card = Card {
        call: facts.session,
        direction: facts.direction.unwrap_or(Direction::In),
        phone: lane.clicked_number.clone().unwrap_or_else(|| phone.digits().to_owned()),
        line: facts.virtual_number.clone(),
        short_number,
        extra: if stage.is_end() { extra(scene, lane) } else { Vec::new() },
        stage,
    };
    draft.plan(name, &CallEffect::Card { card })
}

/// «Дополнительные поля» of the analytics «Звонок», as far as notifications have told their values.
fn extra(scene: &Scene<'_>, lane: &CallLane) -> Vec<ExtraField> {
    let rules = &scene.account.settings.telephony.call_fields;
    let variables = lane.facts.template_variables();
    let field = |rule: &CallFieldRule| {
        let value = variables.get(rule.uis_field)?.to_owned();
        Some(ExtraField { name: rule.name.clone(), value })
    };
    rules.iter().filter_map(field).collect()
}

/// Where each employee of the call can be shown a card. An employee without a short number can't; the
/// journal says so once.
async fn desks(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<Desks, Failure> {
    let way = lane.facts.direction.unwrap_or(Direction::In);
    let staff = &scene.account.staff;
    let mut desks = Desks::new();
    for (employee, name) in people(lane) {
        match staff.short_number(employee).await? {
            Some(short_number) => {
                let recorded = staff.is_recorded(employee, way).await?;
                desks.insert(employee, Desk { short_number, recorded });
            }
            None => draft.note_once(&mut lane.told, &CallNote::NoShortNumber { employee, name })?,
        }
    }
    Ok(desks)
}

/// Everybody the call came to, by notifications or by the report.
fn people(lane: &CallLane) -> BTreeMap<UisEmployeeId, Option<String>> {
    let facts = &lane.facts;
    let talkers = facts.everybody_who_talked().into_iter().map(|employee| (employee, None));
    let parties = facts.parties.iter().map(|party| &party.employee);
    let parties = parties.map(|employee| (employee.id, employee.full_name.clone()));
    talkers.chain(parties).collect()
}

/// Planfix can show nothing of a client without a number.
fn hidden(scene: &Scene<'_>, lane: &mut CallLane, draft: &mut Draft<'_>) -> Result<(), Failure> {
    match lane.facts.ending(scene.place.now) {
        Ending::Open | Ending::Unsettled { .. } => Ok(()),
        Ending::Talked | Ending::NotTalked(_) => {
            draft.note_once(&mut lane.told, &CallNote::HiddenNumber)
        }
    }
}

fn stage_name(stage: &CardStage) -> &'static str {
    match stage {
        CardStage::Ringing => "ringing",
        CardStage::Accepted => "accepted",
        CardStage::Cancelled => "cancelled",
        CardStage::Talked { .. } | CardStage::NotTalked { .. } => "completed",
    }
}
