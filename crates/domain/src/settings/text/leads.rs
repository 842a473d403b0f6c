//! «Заявки».

use super::TextFilter;
use crate::flow::Flow;
use crate::ids::{ContactTemplateId, TaskObjectId};
use crate::settings::handling::{self, FirstTextCreate, Handling, RepeatCreate, TextAssign};
use crate::settings::problem::Because;
use crate::settings::reader::{Object, id};
use crate::settings::writer::{Section, section};

/// What is made of a lead or chat, and who is responsible.
pub type TextHandling<C> = Handling<C, TextAssign>;

const FIRST_NOTHING: TextHandling<FirstTextCreate> =
    Handling { create: FirstTextCreate::Nothing, assign: TextAssign::Rules };
const REPEAT_NOTHING: TextHandling<RepeatCreate> =
    Handling { create: RepeatCreate::Nothing, assign: TextAssign::Rules };

/// What is done with leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leads {
    /// Which leads.
    pub filter: TextFilter,
    /// «При первичных обращениях».
    pub first: TextHandling<FirstTextCreate>,
    /// «При повторных обращениях».
    pub repeat: TextHandling<RepeatCreate>,
    /// «Шаблон для создания контакта»; always there where contacts are made.
    pub contact_template: Option<ContactTemplateId>,
    /// «Объект задачи»; always there where tasks are made.
    pub task_object: Option<TaskObjectId>,
}

impl Leads {
    /// Reads what leads and chats have in common.
    pub(super) fn read(object: &Object<'_>, flow: Flow, enabled: bool) -> Option<Self> {
        let filter = TextFilter::read_at(object, flow);
        let first = handling::read_at(object, "first", FIRST_NOTHING);
        let repeat = handling::read_at(object, "repeat", REPEAT_NOTHING);
        let contact_template = object.optional("contact_template", id(ContactTemplateId));
        let task_object = object.optional("task_object", id(TaskObjectId));
        let leads = Self { filter, first: first?, repeat: repeat?, contact_template, task_object };
        if enabled {
            leads.check(object);
        }
        Some(leads)
    }

    fn check(&self, object: &Object<'_>) {
        if self.first.create.makes_contact() {
            object.require("contact_template", Some(Because::ContactCreated));
        }
        if self.first.create.makes_task() || self.repeat.create.makes_task() {
            object.require("task_object", Some(Because::TaskCreated));
        }
    }

    /// Whether anything is made that somebody must be responsible for.
    pub(super) fn makes_something(&self) -> bool {
        self.first.create != FirstTextCreate::Nothing || self.repeat.create.makes_task()
    }

    pub(super) fn write(&self) -> Section {
        section()
            .put("filter", self.filter.write())
            .put("first", handling::write(self.first))
            .put("repeat", handling::write(self.repeat))
            .nullable("contact_template", self.contact_template.map(|template| template.0))
            .nullable("task_object", self.task_object.map(|object| object.0))
    }
}
