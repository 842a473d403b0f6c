//! «Назначать на»: who gets the task.

use serde::{Deserialize, Serialize};

use super::CallConditions;
use crate::calls::{CallFacts, Direction};
use crate::conditions::Facts;
use crate::ids::PlanfixUserId;
use crate::settings::{CallAssign, Choice, Responsibles, Telephony, TextAssign, TextRules};

/// The people a call's task may be given to, as Planfix knows them. `None` = there is none, or he is not
/// synchronised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// Who talked first.
    pub first_talker: Option<PlanfixUserId>,
    /// Who talked last.
    pub last_talker: Option<PlanfixUserId>,
    /// Who is responsible for the contact.
    pub contact_owner: Option<PlanfixUserId>,
}

/// Who gets the task, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assigned {
    /// Who.
    pub employee: PlanfixUserId,
    /// Why.
    pub by: AssignedBy,
}

/// Why somebody gets a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum AssignedBy {
    /// He talked first.
    FirstTalker,
    /// He talked last.
    LastTalker,
    /// He is responsible for the contact.
    ContactOwner,
    /// «Ответственные» of the settings.
    Rules {
        /// The rule that matched, or the default.
        choice: Choice,
        /// What the settings wanted first, when that person does not exist.
        instead_of: Option<Wanted>,
    },
}

/// The person the settings wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// Who talked first: nobody talked, or he is not synchronised.
    FirstTalker,
    /// Who talked last: nobody talked, or he is not synchronised.
    LastTalker,
    /// The contact's owner: it has none, or no contact was found.
    ContactOwner,
}

/// Chooses. `None` only when the settings have no default, which settings that make tasks must have.
pub fn assign_call(
    telephony: &Telephony,
    facts: &CallFacts,
    assign: CallAssign,
    people: People,
) -> Option<Assigned> {
    let direction = facts.direction.unwrap_or(Direction::In);
    let responsibles = telephony.responsibles.of(direction);
    let conditions = CallConditions(facts);
    let (wanted, person, by) = match assign {
        CallAssign::FirstTalker => {
            (Some(Wanted::FirstTalker), people.first_talker, AssignedBy::FirstTalker)
        }
        CallAssign::LastTalker => {
            (Some(Wanted::LastTalker), people.last_talker, AssignedBy::LastTalker)
        }
        CallAssign::ContactOwner => {
            (Some(Wanted::ContactOwner), people.contact_owner, AssignedBy::ContactOwner)
        }
        CallAssign::Rules => return by_rules(responsibles, &conditions, None),
    };
    let by_person = person.map(|employee| Assigned { employee, by });
    by_person.or_else(|| by_rules(responsibles, &conditions, wanted))
}

/// Chooses for a lead or chat, of whose contact this is the owner. `None` only when the settings have no
/// default, which settings that make something must have.
pub fn assign_text(
    rules: &TextRules<'_>,
    facts: &dyn Facts,
    assign: TextAssign,
    contact_owner: Option<PlanfixUserId>,
) -> Option<Assigned> {
    match (assign, contact_owner) {
        (TextAssign::ContactOwner, Some(employee)) => {
            Some(Assigned { employee, by: AssignedBy::ContactOwner })
        }
        (TextAssign::ContactOwner, None) => {
            by_rules(rules.responsibles, facts, Some(Wanted::ContactOwner))
        }
        (TextAssign::Rules, _) => by_rules(rules.responsibles, facts, None),
    }
}

fn by_rules(
    responsibles: &Responsibles,
    facts: &dyn Facts,
    instead_of: Option<Wanted>,
) -> Option<Assigned> {
    let choice = responsibles.choose(facts)?;
    Some(Assigned { employee: choice.employee, by: AssignedBy::Rules { choice, instead_of } })
}
