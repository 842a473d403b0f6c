//! The client's contact in Planfix.

use domain::Failure;
use domain::decide::{Acquaintance, Source};
use domain::ids::FieldId;
use planfix::Rest;
use planfix::rest::Contact;
use upstream::Priority;

use super::lane::CallLane;
use crate::entities::found;
use crate::scene::Scene;

/// Finds the contact by the call's number: people first; when Planfix knows the client and none was found,
/// people whose number is written with dashes, then companies. Planfix's own telephony app makes the contact of a new client.
pub(super) async fn find(
    scene: &Scene<'_>,
    lane: &CallLane,
    rest: &Rest,
) -> Result<Option<Contact>, Failure> {
    let Some(phone) = &lane.facts.phone else { return Ok(None) };
    let wanted = &scene.account.settings.telephony.fields.contact;
    let fields: Vec<FieldId> = wanted.iter().map(|rule| rule.planfix_field).collect();
    let people = rest.contacts_by_phone(phone, &fields, Priority::AfterCall).await;
    if let Some(person) = found(people)? {
        return Ok(Some(person));
    }
    let known_to_planfix =
        matches!(lane.acquaintance, Some(Acquaintance::Repeat { source: Source::Planfix, .. }));
    if known_to_planfix {
        let written = rest.contacts_by_written_phone(phone, &fields, Priority::AfterCall).await;
        if let Some(person) = found(written)? {
            return Ok(Some(person));
        }
    }
    let is_new = lane.acquaintance.as_ref().is_some_and(Acquaintance::is_first);
    if is_new {
        return Ok(None);
    }
    found(rest.companies_by_phone(phone, &fields, Priority::AfterCall).await)
}
