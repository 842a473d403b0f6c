//! Whether the client is new.
//!
//! Planfix makes a contact of an unknown number by itself at the first card, so only its answer before
//! that tells. Its telephony API gives the answer without costing a REST request.

use domain::Failure;
use domain::calls::CallNote;
use domain::decide::{Acquaintance, Source};
use domain::entities::EntityNote;

use super::lane::CallLane;
use crate::draft::Draft;
use crate::entities;
use crate::scene::Scene;

/// Asks once in a call's life, as soon as the number is known.
pub(super) async fn ask(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    if lane.asked {
        return Ok(());
    }
    let Some(phone) = lane.facts.phone.clone() else { return Ok(()) };
    lane.asked = true;
    let Some(telephony) = &scene.account.telephony else { return Ok(()) };
    let call = Some(lane.facts.session);
    let answer = telephony.contact(&phone, call, scene.ask_deadline).await;
    if let Ok(caller) = &answer {
        scene.account.owners.learn(&phone, caller.responsible.clone());
    }
    let acquaintance = match answer {
        Ok(caller) if caller.is_known() => Acquaintance::Repeat {
            source: Source::Planfix,
            name: caller.name,
            owner: caller.responsible,
        },
        Ok(_) => first_of_its_kind(scene, &format!("phone/{phone}")).await?,
        Err(failure) => return draft.note(&CallNote::NotAcquainted { failure }),
    };
    draft.note(&EntityNote::Acquainted { acquaintance: acquaintance.clone() })?;
    lane.acquaintance = Some(acquaintance);
    Ok(())
}

/// Two communications of one new client at the same second: the one that takes the number is first.
async fn first_of_its_kind(scene: &Scene<'_>, name: &str) -> Result<Acquaintance, Failure> {
    let holder = entities::take(scene, name).await?;
    Ok(if holder == scene.place.lane.to_string() {
        Acquaintance::First { source: Source::Planfix }
    } else {
        Acquaintance::Repeat { source: Source::Simultaneous, name: None, owner: None }
    })
}
