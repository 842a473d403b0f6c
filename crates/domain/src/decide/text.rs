//! What is to become of a lead or chat.

use super::{
    Acquaintance, Admission, Answers, Assigned, ChosenField, KnownContact, KnownTask, Make, Named,
    Occasion, Question, TextConditions, TextCreation, admit, assign_text, choose_fields,
    create_for_text,
};
use crate::clients::Client;
use crate::conditions::Explanation;
use crate::entities::EntityNote;
use crate::ids::{ContactId, ContactTemplateId, TaskId};
use crate::settings::TextRules;
use crate::templates::Variables;

/// A lead or chat, with what was found out about it.
#[derive(Debug, Clone, Copy)]
pub struct TextCase<'a> {
    /// Who it is.
    pub client: &'a Client,
    /// What UIS told.
    pub variables: &'a Variables,
    /// Whether nothing more will be told.
    pub complete: bool,
    /// Whether a contact is made even of somebody without a phone and an e-mail.
    pub nameless: bool,
    /// What a contact is called when its template gives nothing and the client left nothing.
    pub contact_fallback: &'a str,
    /// What a task is called when its template gives nothing.
    pub task_fallback: &'a str,
    /// Whether the client is new.
    pub acquaintance: Option<&'a Acquaintance>,
    /// What Planfix told.
    pub answers: &'a Answers,
    /// What became of the contact that was to be made.
    pub made: Made,
}

/// What became of the contact that was to be made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "made", rename_all = "snake_case")]
pub enum Made {
    /// None was planned.
    #[default]
    Unplanned,
    /// It was made.
    Contact {
        /// Its number.
        contact: ContactId,
    },
    /// It was given up.
    Refused,
}

/// What is to become of a lead or chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextOutcome {
    /// It is not for Planfix.
    Excluded {
        /// Why.
        explanation: Explanation,
    },
    /// What was told so far does not decide it.
    Open,
    /// A contact is made first; then it is decided again.
    MakesContact(Box<NewContactPlan>),
    /// The rest.
    Passed(Box<PassedText>),
}

/// A contact to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContactPlan {
    /// From which template.
    pub template: ContactTemplateId,
    /// Its name.
    pub named: Named,
    /// Who is responsible for it; `None` only with settings that could not have been saved.
    pub assigned: Option<Assigned>,
    /// Its fields.
    pub fields: Vec<ChosenField>,
}

/// What is to become of a lead or chat whose contact is there, or will not be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedText {
    /// What the settings make of such.
    pub creation: TextCreation,
    /// The contact, and its fields to be written.
    pub contact: Option<(ContactId, Vec<ChosenField>)>,
    /// The task.
    pub task: TextTaskPlan,
}

/// What is to become of its task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextTaskPlan {
    /// There is none.
    Nothing {
        /// Why.
        why: EntityNote,
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
        named: Named,
        /// Who gets it; `None` only with settings that could not have been saved.
        assigned: Option<Assigned>,
        /// Its fields.
        fields: Vec<ChosenField>,
    },
}

/// Whether what was told so far is enough: no word of the filter and no rule waits for more.
pub fn is_settled(rules: &TextRules<'_>, facts: &TextConditions<'_>) -> bool {
    let admitted = !matches!(admit(rules.filter, facts), Admission::Open { .. });
    admitted && rules.responsibles.choose(facts).is_none_or(|choice| choice.is_final())
}

/// Decides.
///
/// # Errors
/// What has to be found out first.
pub fn decide_text(rules: &TextRules<'_>, case: TextCase<'_>) -> Result<TextOutcome, Question> {
    match admit(rules.filter, &case.conditions()) {
        Admission::Excluded { explanation } => return Ok(TextOutcome::Excluded { explanation }),
        Admission::Open { .. } => return Ok(TextOutcome::Open),
        Admission::Passed { .. } => {}
    }
    if rules.make_nothing() {
        let nothing =
            Acquaintance::Repeat { source: super::Source::Nobody, name: None, owner: None };
        let creation = create_for_text(rules, case.acquaintance.unwrap_or(&nothing));
        return Ok(passed(creation, None, TextTaskPlan::Nothing { why: EntityNote::MakesNothing }));
    }
    let acquaintance = case.acquaintance.ok_or(Question::Acquaintance)?;
    let creation = create_for_text(rules, acquaintance);
    let known = case.answers.contact.or_ask(Question::Contact)?;
    if let Some(template) = creation.contact.filter(|_| case.wants_contact(known)) {
        return Ok(TextOutcome::MakesContact(Box::new(new_contact(
            rules, case, creation, template,
        ))));
    }
    let contact = contact(rules, case, acquaintance, known)?;
    let task = match creation.make {
        Make::Nothing => TextTaskPlan::Nothing { why: why_nothing(creation, case, acquaintance) },
        Make::Task | Make::TaskIfNoneOpen => task(rules, case, creation, known)?,
    };
    Ok(passed(creation, contact, task))
}

fn passed(
    creation: TextCreation,
    contact: Option<(ContactId, Vec<ChosenField>)>,
    task: TextTaskPlan,
) -> TextOutcome {
    TextOutcome::Passed(Box::new(PassedText { creation, contact, task }))
}

impl TextCase<'_> {
    fn conditions(&self) -> TextConditions<'_> {
        TextConditions { variables: self.variables, complete: self.complete }
    }

    /// Whether a contact is to be made now.
    fn wants_contact(&self, known: Option<&KnownContact>) -> bool {
        let recognisable = self.nameless || !self.client.is_unknown();
        known.is_none() && recognisable && self.made == Made::Unplanned
    }
}

fn new_contact(
    rules: &TextRules<'_>,
    case: TextCase<'_>,
    creation: TextCreation,
    template: ContactTemplateId,
) -> NewContactPlan {
    let own = case.client.fallback_name();
    let fallback = own.as_deref().unwrap_or(case.contact_fallback);
    NewContactPlan {
        template,
        named: Named::by(rules.contact_name, case.variables, fallback),
        assigned: assign_text(rules, &case.conditions(), creation.assign, None),
        fields: choose_fields(&rules.fields.contact, Occasion::Creation, case.variables, |_| true),
    }
}

/// The contact and what is to be written into it; one that we have just made was filled when it was made.
fn contact(
    rules: &TextRules<'_>,
    case: TextCase<'_>,
    acquaintance: &Acquaintance,
    known: Option<&KnownContact>,
) -> Result<Option<(ContactId, Vec<ChosenField>)>, Question> {
    if let Made::Contact { contact } = case.made {
        return Ok(Some((contact, Vec::new())));
    }
    let Some(known) = known else { return Ok(None) };
    let occasion = if acquaintance.is_first() { Occasion::Creation } else { Occasion::Update };
    let rules = &rules.fields.contact;
    let fields = known.fields.choose(rules, occasion, case.variables, Question::Contact)?;
    Ok(Some((known.id, fields)))
}

/// Why there is no task: the contact alone was wanted, or nothing.
fn why_nothing(
    creation: TextCreation,
    case: TextCase<'_>,
    acquaintance: &Acquaintance,
) -> EntityNote {
    match case.made {
        Made::Contact { contact } => EntityNote::ContactMade { contact },
        _ if creation.contact.is_some() && case.client.is_unknown() => EntityNote::NobodyToFind,
        _ => EntityNote::NothingToMake { acquaintance: acquaintance.clone() },
    }
}

fn task(
    rules: &TextRules<'_>,
    case: TextCase<'_>,
    creation: TextCreation,
    known: Option<&KnownContact>,
) -> Result<TextTaskPlan, Question> {
    if let Some((open, question)) = open_task(creation, known, case.answers)? {
        let fields = &rules.fields.task;
        let fields = open.fields.choose(fields, Occasion::Update, case.variables, question)?;
        return Ok(TextTaskPlan::GoesOn { task: open.id, fields });
    }
    let owner = known.and_then(|contact| contact.owner);
    Ok(TextTaskPlan::New {
        named: Named::by(rules.task_name, case.variables, case.task_fallback),
        assigned: assign_text(rules, &case.conditions(), creation.assign, owner),
        fields: choose_fields(&rules.fields.task, Occasion::Creation, case.variables, |_| true),
    })
}

/// The client's open task of the object, when the settings make none beside it.
fn open_task<'a>(
    creation: TextCreation,
    contact: Option<&KnownContact>,
    answers: &'a Answers,
) -> Result<Option<(&'a KnownTask, Question)>, Question> {
    let Some(contact) = contact.filter(|_| creation.make == Make::TaskIfNoneOpen) else {
        return Ok(None);
    };
    let question = Question::OpenTask { contact: contact.id, object: creation.object };
    match answers.open_task.as_ref().filter(|known| known.object == creation.object) {
        Some(known) => Ok(known.task.as_ref().map(|task| (task, question))),
        None => Err(question),
    }
}
