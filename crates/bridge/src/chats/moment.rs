//! The moment at which something is made of a chat.

use domain::Failure;
use domain::chats::ChatNote;
use domain::settings::{Chats, CreateOn};
use jiff::Timestamp;

use super::draft::Draft;
use super::lane::{ChatLane, Moment};

/// Whether and since when something is to be made.
pub(super) fn moment(
    lane: &mut ChatLane,
    chats: &Chats,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    if let Some(moment) = &lane.moment {
        return Ok(Some(moment.at));
    }
    let at = match chats.create_on {
        CreateOn::Start => Some(lane.facts.began_at),
        CreateOn::Finish => {
            let closed_at = lane.facts.closing.as_ref().map(|closing| closing.at);
            if closed_at.is_none() {
                draft.step.note_once(&mut lane.told, &ChatNote::AwaitsFinish)?;
            }
            closed_at
        }
        CreateOn::Tag => {
            let tag =
                lane.facts.report.as_ref().and_then(|report| tag_of(&report.tags, &chats.tags));
            if let Some(tag) = &tag {
                draft.step.note(&ChatNote::Tagged { tag: tag.clone() })?;
            } else {
                let tags = chats.tags.clone();
                draft.step.note_once(&mut lane.told, &ChatNote::AwaitsTag { tags })?;
            }
            tag.map(|_| draft.now())
        }
    };
    lane.moment = at.map(|at| Moment { at });
    Ok(at)
}

/// The chosen tag that is set; tags are called by number or by name.
pub(super) fn tag_of(set: &[String], chosen: &[String]) -> Option<String> {
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    chosen.iter().find(|wanted| set.iter().any(|tag| same(tag, wanted))).cloned()
}
