//! What is to become of a call: the one decision that calls are worked off by and that unsaved settings
//! are tried with.

use super::{
    Acquaintance, Admission, Answers, Assigned, CallCreation, CallTask, ChosenField, KnownContact,
    KnownTask, Make, Occasion, People, Question, admit_call, assign_call, call_task, choose_fields,
    create_for_call,
};
use crate::calls::{CallFacts, CallNote, Direction};
use crate::conditions::Explanation;
use crate::entities::EntityNote;
use crate::ids::{ContactId, PlanfixUserId, TaskId, UisEmployeeId};
use crate::settings::Settings;
use crate::templates::Variables;

/// A call that is over, with what was found out about it.
#[derive(Debug, Clone, Copy)]
pub struct CallCase<'a> {
    /// What UIS told.
    pub facts: &'a CallFacts,
    /// Whether the client is new.
    pub acquaintance: Option<&'a Acquaintance>,
    /// What Planfix told.
    pub answers: &'a Answers,
    /// Somebody has had the filter set aside for it.
    pub let_in: bool,
}

/// What is to become of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallOutcome {
    /// It is not for Planfix.
    Filtered {
        /// Why.
        why: CallNote,
    },
    /// It is.
    Passed(Box<PassedCall>),
}

/// What is to become of a call that is for Planfix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedCall {
    /// What the filter lacked, when the call was let through without its word.
    pub let_through: Option<Explanation>,
    /// Whether the client is new.
    pub acquaintance: Acquaintance,
    /// What the settings make of such calls.
    pub creation: CallCreation,
    /// The contact's fields to be written.
    pub contact_fields: Vec<ChosenField>,
    /// The task.
    pub task: CallTaskPlan,
}

/// What is to become of a call's task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallTaskPlan {
    /// There is none.
    Nothing {
        /// Why.
        why: CallNote,
    },
    /// The client's open task goes on.
    GoesOn {
        /// The task.
        task: TaskId,
        /// Its fields to be written.
        fields: Vec<ChosenField>,
    },
    /// A task is made.
    New {
        /// Its name.
        named: CallTask,
        /// Who gets it; `None` only with settings that could not have been saved.
        assigned: Option<Assigned>,
        /// The client's contact.
        counterparty: Option<ContactId>,
        /// Its fields.
        fields: Vec<ChosenField>,
    },
}

/// Lets a call through by what is known so far; returns what the filter lacks for its word, if so.
///
/// # Errors
/// Why the call is not for Planfix.
pub fn let_through(
    settings: &Settings,
    case: CallCase<'_>,
) -> Result<Option<Explanation>, Box<CallNote>> {
    if !settings.telephony.enabled {
        return Err(Box::new(CallNote::TelephonyOff));
    }
    if case.answers.internal == Some(true) {
        return Err(Box::new(CallNote::Internal));
    }
    if case.let_in {
        return Ok(None);
    }
    match admit_call(&settings.telephony, case.facts) {
        Admission::Excluded { explanation } => Err(Box::new(CallNote::Excluded { explanation })),
        Admission::Open { explanation } => Ok(Some(explanation)),
        Admission::Passed { .. } => Ok(None),
    }
}

/// Decides.
///
/// # Errors
/// What has to be found out first.
pub fn decide_call(settings: &Settings, case: CallCase<'_>) -> Result<CallOutcome, Question> {
    let lacking = match let_through(settings, case) {
        Err(why) => return Ok(CallOutcome::Filtered { why: *why }),
        Ok(lacking) => lacking,
    };
    let acquaintance = case.acquaintance.ok_or(Question::Acquaintance)?.clone();
    let direction = case.facts.direction.unwrap_or(Direction::In);
    let creation = create_for_call(&settings.telephony, direction, &acquaintance);
    let variables = case.facts.template_variables();
    let passed = |contact_fields, task| {
        let acquaintance = acquaintance.clone();
        let passed = PassedCall {
            let_through: lacking.clone(),
            acquaintance,
            creation,
            contact_fields,
            task,
        };
        CallOutcome::Passed(Box::new(passed))
    };
    let nothing =
        || CallNote::from(EntityNote::NothingToMake { acquaintance: acquaintance.clone() });

    let wants_fields = !settings.telephony.fields.contact.is_empty();
    if creation.make == Make::Nothing && !wants_fields {
        return Ok(passed(Vec::new(), CallTaskPlan::Nothing { why: nothing() }));
    }
    if !settings.credentials.has_planfix_rest() {
        let why = EntityNote::NoRestAccess.into();
        return Ok(passed(Vec::new(), CallTaskPlan::Nothing { why }));
    }
    let contact = case.answers.contact.or_ask(Question::Contact)?;
    let contact_fields = contact
        .map(|contact| contact_fields(settings, contact, &acquaintance, &variables))
        .transpose()?
        .unwrap_or_default();
    if creation.make == Make::Nothing {
        return Ok(passed(contact_fields, CallTaskPlan::Nothing { why: nothing() }));
    }
    let task = match open_task(creation, contact, case.answers)? {
        Some(open) => goes_on(settings, creation, contact, open, &variables)?,
        None => new_task(settings, case, creation, contact, &variables)?,
    };
    Ok(passed(contact_fields, task))
}

fn contact_fields(
    settings: &Settings,
    contact: &KnownContact,
    acquaintance: &Acquaintance,
    variables: &Variables,
) -> Result<Vec<ChosenField>, Question> {
    let occasion = if acquaintance.is_first() { Occasion::Creation } else { Occasion::Update };
    let rules = &settings.telephony.fields.contact;
    contact.fields.choose(rules, occasion, variables, Question::Contact)
}

/// The client's open task of the object, when the settings make none beside it.
fn open_task<'a>(
    creation: CallCreation,
    contact: Option<&KnownContact>,
    answers: &'a Answers,
) -> Result<Option<&'a KnownTask>, Question> {
    let Some(contact) = contact.filter(|_| creation.make == Make::TaskIfNoneOpen) else {
        return Ok(None);
    };
    let asked = answers.open_task.as_ref().filter(|known| known.object == creation.object);
    match asked {
        Some(known) => Ok(known.task.as_ref()),
        None => Err(Question::OpenTask { contact: contact.id, object: creation.object }),
    }
}

fn goes_on(
    settings: &Settings,
    creation: CallCreation,
    contact: Option<&KnownContact>,
    open: &KnownTask,
    variables: &Variables,
) -> Result<CallTaskPlan, Question> {
    let rules = &settings.telephony.fields.task;
    let question = contact.map_or(Question::Contact, |contact| Question::OpenTask {
        contact: contact.id,
        object: creation.object,
    });
    let fields = open.fields.choose(rules, Occasion::Update, variables, question)?;
    Ok(CallTaskPlan::GoesOn { task: open.id, fields })
}

fn new_task(
    settings: &Settings,
    case: CallCase<'_>,
    creation: CallCreation,
    contact: Option<&KnownContact>,
    variables: &Variables,
) -> Result<CallTaskPlan, Question> {
    let telephony = &settings.telephony;
    let people = People {
        first_talker: user(case.answers, case.facts.first_talker())?,
        last_talker: user(case.answers, case.facts.last_talker())?,
        contact_owner: contact.and_then(|contact| contact.owner),
    };
    Ok(CallTaskPlan::New {
        named: call_task(telephony, case.facts, variables),
        assigned: assign_call(telephony, case.facts, creation.assign, people),
        counterparty: contact.map(|contact| contact.id),
        fields: choose_fields(&telephony.fields.task, Occasion::Creation, variables, |_| true),
    })
}

fn user(
    answers: &Answers,
    employee: Option<UisEmployeeId>,
) -> Result<Option<PlanfixUserId>, Question> {
    let Some(employee) = employee else { return Ok(None) };
    answers.users.get(&employee).copied().ok_or(Question::User(employee))
}
