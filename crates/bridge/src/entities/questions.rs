//! Answers to the questions that a decision asks.

use domain::Failure;
use domain::decide::{
    Acquaintance, Answer, KnownContact, KnownOpenTask, KnownTask, Question, Source,
};
use domain::entities::{EntityNote, FoundBy};
use domain::failure::Code;
use domain::ids::{ContactId, FieldId, TaskObjectId};
use domain::settings::FieldRule;
use jiff::{SignedDuration, Timestamp};
use planfix::rest::Contact;
use upstream::Priority;

use super::claim::{Claim, claim};
use super::contact::find;
use super::fields::known_fields;
use super::{Making, Order};
use crate::draft::Draft;
use crate::scene::Scene;

/// After how long the contact that another communication makes is looked for, one entry a look; then
/// every minute.
const LOOKS: [i64; 6] = [2, 3, 5, 10, 20, 30];
/// After the last of them.
const EVERY: i64 = 60;

/// A decision asked what can't be asked about its kind of communication: a mistake in the program.
const NO_SUCH: Code = Code::new("SVZ-WRITE");

/// Whether the question was answered.
pub(super) enum Asked {
    /// It was; the decision can go on.
    Answered,
    /// It is too early: ask again at the moment.
    Later(Timestamp),
}

/// Finds the answer out and remembers it.
pub(super) async fn answer(
    scene: &Scene<'_>,
    making: &mut Making,
    order: &Order<'_>,
    question: Question,
    draft: &mut Draft<'_>,
) -> Result<Asked, Failure> {
    match question {
        Question::Acquaintance => acquaint(scene, making, order, draft).await,
        Question::Contact => {
            let contact = look_again(scene, making, order).await?;
            making.answers.contact = Answer::from(contact);
            Ok(Asked::Answered)
        }
        Question::OpenTask { contact, object } => {
            let open = open_task(scene, &order.rules.fields.task, contact, object).await?;
            making.answers.open_task = Some(open);
            Ok(Asked::Answered)
        }
        Question::User(_) => Err(Failure::permanent(NO_SUCH, "nobody talks in a lead or chat")),
    }
}

/// Whether the client is new: by his contact, else by who takes his phone and e-mail first.
async fn acquaint(
    scene: &Scene<'_>,
    making: &mut Making,
    order: &Order<'_>,
    draft: &mut Draft<'_>,
) -> Result<Asked, Failure> {
    if order.client.is_unknown() {
        draft.note(&EntityNote::NobodyToFind)?;
        making.answers.contact = Answer::Nothing;
        return meet(making, by_uis(order.primary), draft);
    }
    let (rest, fields) = (scene.account.rest()?, contact_fields(order));
    if let Some((contact, by)) = find(scene, rest, order.client, &fields).await? {
        return recognise(making, order, &contact, by, draft);
    }
    let acquaintance = match claim(scene, order.client).await? {
        Claim::Made(id) => {
            // the search does not show it yet
            if let Some(contact) = rest.contact(id, &fields, Priority::AfterCall).await? {
                return recognise(making, order, &contact, FoundBy::Neighbour, draft);
            }
            Acquaintance::Repeat { source: Source::Simultaneous, name: None, owner: None }
        }
        Claim::Busy => {
            draft.note_once(&mut making.told, &EntityNote::AwaitsContact)?;
            let pause = LOOKS.get(making.looks).copied().unwrap_or(EVERY);
            making.looks += 1;
            return Ok(Asked::Later(scene.place.now + SignedDuration::from_secs(pause)));
        }
        // whoever was first has ended without a contact: it is made now, if we make any
        Claim::PassedOn if !order.rules.first.create.makes_contact() => {
            Acquaintance::Repeat { source: Source::Simultaneous, name: None, owner: None }
        }
        Claim::Ours | Claim::PassedOn => Acquaintance::First { source: Source::Search },
    };
    making.answers.contact = Answer::Nothing;
    meet(making, acquaintance, draft)
}

fn recognise(
    making: &mut Making,
    order: &Order<'_>,
    contact: &Contact,
    by: FoundBy,
    draft: &mut Draft<'_>,
) -> Result<Asked, Failure> {
    let waited = making.looks > 0 || by == FoundBy::Neighbour;
    let source = if waited { Source::Simultaneous } else { Source::Search };
    let name = Some(contact.name.clone()).filter(|_| !waited);
    let note =
        EntityNote::Contact { contact: contact.id, name: contact.name.clone(), by: Some(by) };
    draft.note(&note)?;
    making.contact = Some(contact.id);
    making.answers.contact = Answer::Is(known_contact(contact, &order.rules.fields.contact));
    meet(making, Acquaintance::Repeat { source, name, owner: None }, draft)
}

fn meet(
    making: &mut Making,
    acquaintance: Acquaintance,
    draft: &mut Draft<'_>,
) -> Result<Asked, Failure> {
    draft.note(&EntityNote::Acquainted { acquaintance: acquaintance.clone() })?;
    making.acquaintance = Some(acquaintance);
    Ok(Asked::Answered)
}

/// By UIS's own count; one of whom UIS does not say is taken as new, since nothing can be doubled by it.
fn by_uis(primary: Option<bool>) -> Acquaintance {
    match primary {
        Some(true) => Acquaintance::First { source: Source::UisAttributes },
        Some(false) => {
            Acquaintance::Repeat { source: Source::UisAttributes, name: None, owner: None }
        }
        None => Acquaintance::First { source: Source::Nobody },
    }
}

/// The client whom Planfix turned out to know when it refused a second contact.
pub(super) fn known_by_refusal() -> Acquaintance {
    Acquaintance::Repeat { source: Source::Search, name: None, owner: None }
}

/// The contact of a client of whom is known whether he is new.
async fn look_again(
    scene: &Scene<'_>,
    making: &Making,
    order: &Order<'_>,
) -> Result<Option<KnownContact>, Failure> {
    let (rest, fields) = (scene.account.rest()?, contact_fields(order));
    let rules = &order.rules.fields.contact;
    let Some(id) = making.contact else {
        let found = find(scene, rest, order.client, &fields).await?;
        return Ok(found.map(|(contact, _)| known_contact(&contact, rules)));
    };
    let read = rest.contact(id, &fields, Priority::AfterCall).await?;
    // one that the token may not read is the client's all the same
    let unseen = || KnownContact {
        id,
        name: String::new(),
        owner: None,
        fields: known_fields(rules, &planfix::rest::FieldValues::default()),
    };
    Ok(Some(read.map_or_else(unseen, |contact| known_contact(&contact, rules))))
}

fn contact_fields(order: &Order<'_>) -> Vec<FieldId> {
    order.rules.fields.contact.iter().map(|rule| rule.planfix_field).collect()
}

/// A contact in the words of decisions, with the fields that the rules name.
pub(crate) fn known_contact(contact: &Contact, rules: &[FieldRule]) -> KnownContact {
    KnownContact {
        id: contact.id,
        owner: contact.owners.first().copied(),
        fields: known_fields(rules, &contact.fields),
        name: contact.name.clone(),
    }
}

/// The contact's open task of the object, with the fields that the rules name.
pub(crate) async fn open_task(
    scene: &Scene<'_>,
    rules: &[FieldRule],
    contact: ContactId,
    object: Option<TaskObjectId>,
) -> Result<KnownOpenTask, Failure> {
    let fields: Vec<FieldId> = rules.iter().map(|rule| rule.planfix_field).collect();
    let rest = scene.account.rest()?;
    let open = rest.open_tasks(contact, object, &fields, Priority::AfterCall).await?;
    let task = open.into_iter().next_back();
    let task =
        task.map(|task| KnownTask { id: task.id, fields: known_fields(rules, &task.fields) });
    Ok(KnownOpenTask { object, task })
}
