//! «Чаты».

use super::{Leads, TextFilter, TextHandling};
use crate::flow::Flow;
use crate::ids::{ContactTemplateId, TaskObjectId};
use crate::settings::handling::{self, FirstTextCreate, RepeatCreate};
use crate::settings::problem::Because;
use crate::settings::reader::{Object, Words, choice, label};
use crate::settings::writer::{Section, section};

/// What is done with chats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chats {
    /// Which chats.
    pub filter: TextFilter,
    /// «При первичных обращениях».
    pub first: TextHandling<FirstTextCreate>,
    /// «При повторных обращениях».
    pub repeat: TextHandling<RepeatCreate>,
    /// «Создавать контакт/задачу»: at which moment.
    pub create_on: CreateOn,
    /// «Список тегов», for [`CreateOn::Tag`].
    pub tags: Vec<String>,
    /// «Передавать чаты без контактных данных»: each becomes a new contact; else they are skipped.
    pub without_contact_data: bool,
    /// «Вести переписку и в задаче Планфикса»: the task and the contact are made by Planfix's chat
    /// integration then.
    pub mirror: bool,
    /// «Шаблон для создания контакта»; always there where contacts are made.
    pub contact_template: Option<ContactTemplateId>,
    /// «Объект задачи»; always there where tasks are made.
    pub task_object: Option<TaskObjectId>,
}

/// When a chat makes its contact and task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CreateOn {
    /// `start`: when the chat begins.
    Start,
    /// `finish`: when it is closed.
    Finish,
    /// `tag`: when one of the chosen tags is set.
    Tag,
}

impl Words for CreateOn {
    const WORDS: &'static [(&'static str, Self)] =
        &[("start", Self::Start), ("finish", Self::Finish), ("tag", Self::Tag)];
}

impl Chats {
    pub(super) fn read(object: &Object<'_>, enabled: bool) -> Option<Self> {
        let common = Leads::read(object, Flow::Chat, enabled);
        let create_on = object.or("create_on", choice, || Some(CreateOn::Start));
        let tags = object.list("tags", label);
        let without_contact_data = object.flag("without_contact_data", false);
        let mirror = object.flag("mirror", false);
        if enabled && create_on == Some(CreateOn::Tag) && tags.is_empty() {
            object.need_items("tags", Because::CreatedOnTag);
        }
        let Leads { filter, first, repeat, contact_template, task_object } = common?;
        Some(Self {
            filter,
            first,
            repeat,
            create_on: create_on?,
            tags,
            without_contact_data,
            mirror,
            contact_template,
            task_object,
        })
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
            .put("create_on", self.create_on.word())
            .put("tags", self.tags.clone())
            .put("without_contact_data", self.without_contact_data)
            .some("mirror", self.mirror.then_some(true))
            .nullable("contact_template", self.contact_template.map(|template| template.0))
            .nullable("task_object", self.task_object.map(|object| object.0))
    }
}
