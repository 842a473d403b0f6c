//! What Planfix does with the events of a call: contacts, cards, history.

use jiff::Timestamp;

use super::event::{EndStatus, Event, What};
use super::history;
use crate::planfix::company::{
    Call, Card, CardState, Company, Contact, Direction, People, Person, Phone, Recognised,
    RepeatedEnd, Subject, User, UserStatus, same_phone,
};

/// Takes an event; gives what it changed, or why it was ignored.
pub(super) fn take(company: &mut Company, event: &Event, now: Timestamp) -> Vec<String> {
    let Some(user) = company.user_by_short_number(&event.ext) else {
        return vec![format!("ignored: nobody has short number {}", event.ext)];
    };
    if company.is_own_number(&event.phone) {
        return vec![format!("ignored: {} is an employee's number", event.phone)];
    }
    let mut effects = Vec::new();
    if event.what == What::Started {
        announce(company, event, user, now, &mut effects);
    }
    if !company.calls.contains_key(&event.call) {
        return vec![format!("ignored: call {} was not announced", event.call)];
    }
    match &event.what {
        What::Started => show(company, event, user, CardState::Ringing, now, &mut effects),
        What::Accepted => show(company, event, user, CardState::Talking, now, &mut effects),
        What::Completed { status, .. } => end(company, event, user, *status, now, &mut effects),
    }
    effects
}

/// The first event of a call: Planfix finds the contact, or makes it.
fn announce(
    company: &mut Company,
    event: &Event,
    user: u64,
    now: Timestamp,
    effects: &mut Vec<String>,
) {
    if company.calls.contains_key(&event.call) {
        return;
    }
    let clicked = ordered_there(company, event, now, effects);
    let by_phone = company.contact_by_phone(&event.phone).map(|contact| contact.id);
    let known = clicked.and_then(|place| company.client_of(place, &event.phone)).or(by_phone);
    let contact = known.unwrap_or_else(|| {
        let id = make_contact(company, &event.phone, user, now);
        effects.push(format!("contact {id}"));
        id
    });
    let call = Call {
        direction: event.direction,
        phone: event.phone.clone(),
        line: event.line.clone(),
        contact,
        task: match clicked {
            Some(Subject::Task(task)) => Some(task),
            Some(Subject::Contact(_)) | None => None,
        },
        written: Vec::new(),
    };
    company.calls.insert(event.call.clone(), call);
}

/// Where the call was ordered with a click, if it was.
fn ordered_there(
    company: &mut Company,
    event: &Event,
    now: Timestamp,
    effects: &mut Vec<String>,
) -> Option<Subject> {
    if event.direction == Direction::In {
        return None;
    }
    match company.recognise(&event.ext, &event.phone, now) {
        Recognised::Not => None,
        Recognised::Click(place) => {
            effects.push(match place {
                Subject::Task(task) => format!("ordered from task {task}"),
                Subject::Contact(contact) => format!("ordered from contact {contact}"),
            });
            Some(place)
        }
        Recognised::OtherSpelling(sent) => {
            effects.push(format!("not known as the ordered call: \"{sent}\" was sent"));
            None
        }
    }
}

/// A contact for an unknown number: named by it, owned by the template's people, else by the
/// employee to whom the call came first, whoever answers it.
fn make_contact(company: &mut Company, phone: &str, user: u64, now: Timestamp) -> u64 {
    let id = company.ids.contact();
    let template = company.settings.new_contact_template;
    let found = company.contact_templates.iter().find(|candidate| candidate.id == template);
    let preset: Vec<u64> = found.map(|found| found.supervisors.clone()).unwrap_or_default();
    let owners = if preset.is_empty() { vec![user] } else { preset };
    let mut contact = Contact::new(id, now);
    contact.template = template;
    phone.clone_into(&mut contact.name);
    contact.phones.push(Phone { number: phone.to_owned(), kind: 1 });
    contact.supervisors =
        People { users: owners.into_iter().map(Person::User).collect(), groups: Vec::new() };
    company.contacts.insert(id, contact);
    id
}

/// Shows a card to one employee, or changes the one he has: one card an employee and call.
fn show(
    company: &mut Company,
    event: &Event,
    user: u64,
    state: CardState,
    now: Timestamp,
    effects: &mut Vec<String>,
) {
    let employee = Person::User(user);
    let own = |card: &&mut Card| card.call == event.call && card.employee == employee;
    if let Some(card) = company.cards.iter_mut().find(own) {
        if card.state == state {
            effects.push(format!("card {employee} as it was"));
            return;
        }
        card.state = state;
        card.changed = now;
    } else if let Some(card) = company.new_card(event, user, state, now) {
        company.cards.push(card);
    }
    effects.push(format!("card {employee} {state}"));
}

/// The end of a call for one employee.
fn end(
    company: &mut Company,
    event: &Event,
    user: u64,
    status: EndStatus,
    now: Timestamp,
    effects: &mut Vec<String>,
) {
    let state = match status {
        EndStatus::Success => CardState::Finished,
        EndStatus::Missed | EndStatus::NotReached => CardState::Missed,
        EndStatus::Cancelled => CardState::Cancelled,
    };
    show(company, event, user, state, now, effects);
    if status == EndStatus::Cancelled {
        return;
    }
    let talker = (status == EndStatus::Success).then_some(user);
    if company.settings.repeated_end == RepeatedEnd::Ignored && company.has_written(event, talker) {
        effects.push("history as it was".to_owned());
        return;
    }
    history::write(company, event, talker, now, effects);
}

impl Company {
    /// The contact in whose card, or in whose task, this number was clicked.
    fn client_of(&self, place: Subject, phone: &str) -> Option<u64> {
        let id = match place {
            Subject::Contact(contact) => contact,
            Subject::Task(task) => match self.tasks.get(&task)?.counterparty? {
                Person::Contact(contact) => contact,
                Person::User(_) | Person::Group(_) => return None,
            },
        };
        let contact = self.contacts.get(&id)?;
        (!contact.is_deleted && contact.has_phone(phone)).then_some(id)
    }

    /// The working employee with this short number.
    fn user_by_short_number(&self, ext: &str) -> Option<u64> {
        let has = |user: &&User| {
            user.short_number.as_deref() == Some(ext) && user.status == UserStatus::Active
        };
        self.users.values().find(has).map(|user| user.id)
    }

    /// Numbers in employees' cards and short numbers are no clients.
    fn is_own_number(&self, phone: &str) -> bool {
        self.users.values().any(|user| {
            user.short_number.as_deref() == Some(phone)
                || user.phones.iter().any(|own| same_phone(own, phone))
        })
    }

    fn has_written(&self, event: &Event, talker: Option<u64>) -> bool {
        let call = self.calls.get(&event.call);
        call.is_some_and(|call| call.written.iter().any(|(employee, _)| *employee == talker))
    }

    fn new_card(&self, event: &Event, user: u64, state: CardState, now: Timestamp) -> Option<Card> {
        let call = self.calls.get(&event.call)?;
        Some(Card {
            call: event.call.clone(),
            employee: Person::User(user),
            employee_name: self.name_of(Person::User(user)),
            ext: event.ext.clone(),
            direction: call.direction,
            phone: call.phone.clone(),
            line_name: self.line_name(&call.line),
            line: call.line.clone(),
            contact: call.contact,
            contact_name: self.name_of(Person::Contact(call.contact)),
            state,
            opened: now,
            changed: now,
        })
    }

    /// The name of an external line, or the number itself.
    pub(super) fn line_name(&self, line: &str) -> String {
        self.settings.external_lines.get(line).cloned().unwrap_or_else(|| line.to_owned())
    }
}

impl Direction {
    /// The label in the history's list «Тип».
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::In => "Входящий",
            Self::Out => "Исходящий",
        }
    }
}
