//! What a test prepares by hand: settings, people, contacts and tasks that were there before.

use jiff::Timestamp;
use serde_json::Value;

use super::Planfix;
use super::automation::TaskEvent;
use super::company::{
    Company, Contact, People, Person, Phone, Settings, Status, Task, User, UserStatus,
};
use super::edit::TaskChange;

/// A contact that was there before.
#[derive(Debug, Clone, Default)]
pub struct NewContact<'a> {
    /// First name.
    pub name: &'a str,
    /// Last name.
    pub lastname: &'a str,
    /// Phone number, exactly as it stands in the card.
    pub phone: Option<&'a str>,
    /// E-mail.
    pub email: Option<&'a str>,
    /// The responsible employee's number in `user:N`.
    pub owner: Option<u64>,
    /// Whether it is a company.
    pub is_company: bool,
}

/// An employee who is hired.
#[derive(Debug, Clone, Default)]
pub struct NewUser<'a> {
    /// First name.
    pub name: &'a str,
    /// Last name.
    pub lastname: &'a str,
    /// E-mail.
    pub email: &'a str,
    /// «Короткий номер».
    pub short_number: Option<&'a str>,
}

/// A task that was there before.
#[derive(Debug, Clone, Default)]
pub struct NewTask<'a> {
    /// Its name.
    pub name: &'a str,
    /// The object.
    pub object: Option<u64>,
    /// The status; the object's first when absent.
    pub status: Option<u64>,
    /// The contact.
    pub counterparty: Option<u64>,
    /// The employee who does it.
    pub assignee: Option<u64>,
}

impl Planfix {
    /// Changes the settings.
    pub fn configure(&self, change: impl FnOnce(&mut Settings)) {
        self.change(|state| change(&mut state.company.settings));
    }

    /// Puts a contact into the account; gives its number.
    pub fn add_contact(&self, new: &NewContact<'_>) -> u64 {
        let now = self.clock().now();
        self.change(|state| put_contact(&mut state.company, new, now))
    }

    /// Puts a task into the account; gives its number.
    pub fn add_task(&self, new: &NewTask<'_>) -> u64 {
        let now = self.clock().now();
        self.change(|state| put_task(&mut state.company, new, now))
    }

    /// Fills a custom field of a contact, as a person does on the screen.
    pub fn set_contact_field(&self, contact: u64, field: u64, value: Value) {
        self.change(|state| {
            if let Some(contact) = state.company.contacts.get_mut(&contact) {
                contact.custom.insert(field, value);
            }
        });
    }

    /// Gives a contact another owner, as a person does on the screen.
    pub fn set_contact_owner(&self, contact: u64, owner: u64) {
        self.change(|state| {
            if let Some(contact) = state.company.contacts.get_mut(&contact) {
                contact.supervisors = People::user(owner);
            }
        });
    }

    /// Gives a contact another name, as a person does on the screen.
    pub fn rename_contact(&self, contact: u64, name: &str) {
        self.change(|state| {
            if let Some(contact) = state.company.contacts.get_mut(&contact) {
                name.clone_into(&mut contact.name);
            }
        });
    }

    /// Changes the statuses of an object.
    pub fn change_object(&self, object: u64, change: impl FnOnce(&mut Vec<Status>)) {
        self.change(|state| {
            if let Some(found) = state.company.objects.iter_mut().find(|one| one.id == object) {
                change(&mut found.statuses);
            }
        });
    }

    /// Takes a contact away, as a merge of two cards does.
    pub fn remove_contact(&self, id: u64) {
        self.change(|state| state.company.contacts.remove(&id));
    }

    /// Gives an employee another short number, or none.
    pub fn set_short_number(&self, user: u64, short_number: Option<&str>) {
        self.change(|state| {
            if let Some(user) = state.company.users.get_mut(&user) {
                user.short_number = short_number.map(str::to_owned);
            }
        });
    }

    /// Hires somebody; gives his number in `user:N`.
    pub fn hire(&self, new: &NewUser<'_>) -> u64 {
        self.change(|state| {
            let id = state.company.ids.user();
            let user = User {
                id,
                name: new.name.to_owned(),
                lastname: new.lastname.to_owned(),
                email: new.email.to_owned(),
                role: "User",
                short_number: new.short_number.map(str::to_owned),
                groups: vec![1],
                ..User::default()
            };
            state.company.users.insert(id, user);
            id
        })
    }

    /// Sends an employee away.
    pub fn deactivate_user(&self, user: u64) {
        self.change(|state| {
            if let Some(user) = state.company.users.get_mut(&user) {
                user.status = UserStatus::Inactive;
            }
        });
    }

    /// Moves a task to another status, as a person does on the screen.
    pub fn set_task_status(&self, task: u64, status: u64) {
        self.change_task(task, TaskChange { status: Some(status), ..TaskChange::default() });
    }

    /// Makes a template put these employees into every new contact.
    pub fn set_template_supervisors(&self, template: u64, supervisors: &[u64]) {
        self.change(|state| {
            let templates = state.company.contact_templates.iter_mut();
            for found in templates.filter(|found| found.id == template) {
                found.supervisors = supervisors.to_vec();
            }
        });
    }
}

fn put_contact(company: &mut Company, new: &NewContact<'_>, now: Timestamp) -> u64 {
    let id = company.ids.contact();
    let mut contact = Contact::new(id, now);
    contact.template = company.settings.new_contact_template;
    new.name.clone_into(&mut contact.name);
    new.lastname.clone_into(&mut contact.lastname);
    contact.email = new.email.map(str::to_owned);
    contact.is_company = new.is_company;
    contact.phones =
        new.phone.map(|number| Phone { number: number.to_owned(), kind: 1 }).into_iter().collect();
    contact.supervisors = new.owner.map(People::user).unwrap_or_default();
    company.contacts.insert(id, contact);
    id
}

fn put_task(company: &mut Company, new: &NewTask<'_>, now: Timestamp) -> u64 {
    let id = company.ids.task();
    let mut task = Task::new(id, now);
    new.name.clone_into(&mut task.name);
    task.object = new.object;
    let first_status = company.statuses(new.object).first().map_or(0, |status| status.id);
    task.status = new.status.unwrap_or(first_status);
    task.counterparty = new.counterparty.map(Person::Contact);
    task.assignees = new.assignee.map(People::user).unwrap_or_default();
    company.tasks.insert(id, task);
    company.touched.push((id, TaskEvent::Created));
    id
}
