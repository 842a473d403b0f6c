//! Who the visitor is, for Planfix.

use domain::Failure;
use domain::chats::ChatFacts;

use super::effects::{Contact, MirrorEffect};
use crate::chats::draft::Draft;
use crate::chats::lane::ChatLane;

/// Our word for the visitor: the same in all his chats.
pub(super) fn contact_word(facts: &ChatFacts) -> String {
    facts.visitor.map_or_else(|| format!("chat-{}", facts.chat), |visitor| visitor.to_string())
}

pub(super) fn contact_of(facts: &ChatFacts) -> Contact {
    Contact {
        id: contact_word(facts),
        name: facts.client_name(),
        email: facts.card.emails.first().cloned(),
        phone: facts.card.phones.first().cloned(),
    }
}

/// Tells what has become known of the visitor since his last message.
pub(super) fn tell(lane: &mut ChatLane, draft: &mut Draft<'_>) -> Result<(), Failure> {
    let now = contact_of(&lane.facts);
    let Some(told) = lane.mirror.contact.as_ref().filter(|told| **told != now) else {
        return Ok(());
    };
    // the word of a contact is not changed: it would be another contact
    let contact = Contact { id: told.id.clone(), ..now };
    if *told == contact {
        return Ok(());
    }
    let name = format!("mirror/contact/{}", lane.mirror.updates);
    draft.plan(&name, &MirrorEffect::MirrorContact { contact: contact.clone() })?;
    lane.mirror.updates += 1;
    lane.mirror.contact = Some(contact);
    Ok(())
}
