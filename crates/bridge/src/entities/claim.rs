//! One contact per person: whose business it is to make a new client's contact.
//!
//! Whoever is to make it takes the client's phone and e-mail as names first, for all lanes of all nodes. A
//! name that another communication holds is not to be waited for longer than that one is at work: its
//! contact is used; when it has ended without one, the name passes on.

use domain::Failure;
use domain::clients::Client;
use domain::ids::ContactId;
use engine::model::{LaneId, Standing};
use jiff::SignedDuration;

use crate::scene::Scene;
use crate::stored::not_stored;

/// How long a new client's phone or e-mail belongs to the communication that was first: by then Planfix
/// has the contact.
pub(crate) const FIRST_FOR: SignedDuration = SignedDuration::from_hours(1);

/// How often a name is passed on at most; more communications of one new client within an hour, none of
/// which made a contact, are taken as repeats.
const PASSED_ON: usize = 50;

/// Whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Claim {
    /// Ours: nobody else makes it.
    Ours,
    /// Ours after another communication which ended without a contact.
    PassedOn,
    /// Another communication has made it.
    Made(ContactId),
    /// Another communication is at work on it.
    Busy,
}

/// Claims the client.
pub(super) async fn claim(scene: &Scene<'_>, client: &Client) -> Result<Claim, Failure> {
    let mut claim = Claim::Ours;
    for name in client.names() {
        match hold(scene, name).await? {
            Claim::Ours => {}
            Claim::PassedOn => claim = Claim::PassedOn,
            others => return Ok(others),
        }
    }
    Ok(claim)
}

async fn hold(scene: &Scene<'_>, name: String) -> Result<Claim, Failure> {
    let mut name = name;
    for passed in 0..PASSED_ON {
        let holder = take(scene, &name).await?;
        if holder == scene.place.lane.to_string() {
            return Ok(if passed == 0 { Claim::Ours } else { Claim::PassedOn });
        }
        match at_work(scene, &holder).await? {
            Some(claim) => return Ok(claim),
            None => name = format!("{name}/after/{holder}"),
        }
    }
    Ok(Claim::PassedOn)
}

/// Takes a name for this lane; returns who holds it.
pub(crate) async fn take(scene: &Scene<'_>, name: &str) -> Result<String, Failure> {
    let place = scene.place;
    let (own, until) = (place.lane.to_string(), place.now + FIRST_FOR);
    let taken = scene.store.take_name(place.connection, name, &own, place.now, until);
    taken.await.map_err(not_stored)
}

/// What the holder is about; `None` when it has ended without a contact.
async fn at_work(scene: &Scene<'_>, holder: &str) -> Result<Option<Claim>, Failure> {
    let Ok(lane) = holder.parse().map(LaneId) else { return Ok(None) };
    let Some(story) = scene.store.story(lane).await.map_err(not_stored)? else {
        // its first step is not committed yet
        return Ok(Some(Claim::Busy));
    };
    let one = story.communication;
    if let Some(contact) = one.contact {
        return Ok(Some(Claim::Made(ContactId(contact))));
    }
    let works = one.state == Standing::Waiting || one.pending > 0;
    Ok(works.then_some(Claim::Busy))
}
