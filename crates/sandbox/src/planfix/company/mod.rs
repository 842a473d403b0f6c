//! The state of the simulated account.

mod call;
mod catalog;
mod contact;
mod history;
mod intent;
mod person;
mod seed;
mod settings;
mod task;
mod user;

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::automation::TaskEvent;

pub use call::{Card, CardState, Direction};
pub use catalog::{DataTag, Field, FieldOwner, FieldType, Status, TaskObject, Template};
pub use contact::{Contact, Phone};
pub use history::{HistoryEntry, TagEntry};
pub use person::{People, Person};
pub use settings::{CallRecords, RepeatedEnd, Settings, UnknownCaller, WrongFilter};
pub use task::{Comment, Subject, Task};
pub use user::{User, UserStatus};

pub(crate) use call::Call;
pub(crate) use contact::same_phone;
pub(crate) use intent::{Intent, Recognised};
pub(crate) use seed::{CALL_TAG, MISSED_TAG, ROBOT};

/// Everything one Planfix account holds.
#[derive(Debug, Clone)]
pub(crate) struct Company {
    pub(crate) settings: Settings,
    pub(crate) users: BTreeMap<u64, User>,
    pub(crate) groups: BTreeMap<u64, String>,
    pub(crate) contacts: BTreeMap<u64, Contact>,
    pub(crate) contact_groups: BTreeMap<u64, String>,
    pub(crate) contact_templates: Vec<Template>,
    pub(crate) objects: Vec<TaskObject>,
    pub(crate) task_templates: Vec<Template>,
    pub(crate) tasks: BTreeMap<u64, Task>,
    pub(crate) comments: Vec<Comment>,
    pub(crate) fields: BTreeMap<u64, Field>,
    pub(crate) data_tags: Vec<DataTag>,
    pub(crate) entries: BTreeMap<u64, TagEntry>,
    pub(crate) history: Vec<HistoryEntry>,
    pub(crate) calls: BTreeMap<String, Call>,
    pub(crate) cards: Vec<Card>,
    /// Clicks whose calls have not begun yet, oldest first.
    pub(crate) intents: Vec<Intent>,
    pub(crate) ids: Ids,
    /// What has just happened to tasks, for the automatic scenarios.
    pub(crate) touched: Vec<(u64, TaskEvent)>,
}

/// Counters: the same requests give the same ids.
#[derive(Debug, Clone)]
pub(crate) struct Ids {
    contact: u64,
    task: u64,
    comment: u64,
    entry: u64,
    intent: u64,
    user: u64,
}

impl Ids {
    pub(crate) fn contact(&mut self) -> u64 {
        next(&mut self.contact)
    }

    pub(crate) fn task(&mut self) -> u64 {
        next(&mut self.task)
    }

    pub(crate) fn comment(&mut self) -> u64 {
        next(&mut self.comment)
    }

    pub(crate) fn entry(&mut self) -> u64 {
        next(&mut self.entry)
    }

    pub(crate) fn intent(&mut self) -> u64 {
        next(&mut self.intent)
    }

    pub(crate) fn user(&mut self) -> u64 {
        next(&mut self.user)
    }
}

fn next(counter: &mut u64) -> u64 {
    *counter = counter.saturating_add(1);
    *counter
}

impl Company {
    /// «Ромашка» on its first day.
    pub(crate) fn new() -> Self {
        Self {
            settings: Settings::default(),
            users: seed::users().into_iter().map(|user| (user.id, user)).collect(),
            groups: BTreeMap::from([(1, "Отдел продаж".to_owned())]),
            contacts: BTreeMap::new(),
            contact_groups: BTreeMap::from([(1, "Клиенты".to_owned())]),
            contact_templates: seed::contact_templates(),
            objects: seed::objects(),
            task_templates: seed::task_templates(),
            tasks: BTreeMap::new(),
            comments: Vec::new(),
            fields: seed::fields().into_iter().map(|field| (field.id, field)).collect(),
            data_tags: seed::data_tags(),
            entries: BTreeMap::new(),
            history: Vec::new(),
            calls: BTreeMap::new(),
            cards: Vec::new(),
            intents: Vec::new(),
            touched: Vec::new(),
            ids: Ids { contact: 500, task: 2000, comment: 0, entry: 0, intent: 0, user: 10 },
        }
    }

    /// The time zone of the token's user; UTC when the settings name none that exists.
    pub(crate) fn timezone(&self) -> TimeZone {
        TimeZone::get(&self.settings.timezone).unwrap_or(TimeZone::UTC)
    }

    /// The name beside a reference.
    pub(crate) fn name_of(&self, person: Person) -> String {
        let name = match person {
            Person::User(id) => self.users.get(&id).map(User::full_name),
            Person::Contact(id) => self.contacts.get(&id).map(Contact::full_name),
            Person::Group(id) => self.groups.get(&id).cloned(),
        };
        name.unwrap_or_default()
    }

    /// True when the reference leads somewhere.
    pub(crate) fn knows(&self, person: Person) -> bool {
        match person {
            Person::User(id) => self.users.contains_key(&id),
            Person::Contact(id) => self.contacts.get(&id).is_some_and(|found| !found.is_deleted),
            Person::Group(id) => self.groups.contains_key(&id),
        }
    }

    /// A status by the object of its task; tasks without an object have the inner ones.
    pub(crate) fn statuses(&self, object: Option<u64>) -> &[Status] {
        let found = self.objects.iter().find(|candidate| Some(candidate.id) == object);
        found.or(self.objects.last()).map_or(&[], |object| &object.statuses)
    }

    /// True while the task is not closed.
    pub(crate) fn is_active(&self, task: &Task) -> bool {
        let status = self.statuses(task.object).iter().find(|status| status.id == task.status);
        status.is_none_or(|status| status.is_active)
    }

    /// The contact that has this number: the oldest, when several do.
    pub(crate) fn contact_by_phone(&self, phone: &str) -> Option<&Contact> {
        self.contacts.values().find(|contact| !contact.is_deleted && contact.has_phone(phone))
    }

    /// Whether an employee has this e-mail.
    pub(crate) fn has_user(&self, email: &str) -> bool {
        self.users.values().any(|user| user.email.to_lowercase() == email.to_lowercase())
    }

    /// True when another contact, a company or an employee has this e-mail already.
    pub(crate) fn email_taken(&self, email: &str, but: Option<u64>) -> bool {
        let same = |other: &str| other.to_lowercase() == email.to_lowercase();
        self.has_user(email)
            || self.contacts.values().any(|contact| {
                Some(contact.id) != but && contact.email.as_deref().is_some_and(same)
            })
    }
}
