//! «Дополнительные поля»: which fields of Planfix are filled from which variables of UIS.

use super::reader::{Object, id, variable};
use super::writer::{Section, section};
use crate::flow::Flow;
use crate::ids::FieldId;

/// The additional fields of a section.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// Of contacts.
    pub contact: Vec<FieldRule>,
    /// Of tasks.
    pub task: Vec<FieldRule>,
}

/// One field and where its value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldRule {
    /// The custom field in Planfix.
    pub planfix_field: FieldId,
    /// The variable's name, one of the catalogue.
    pub uis_field: &'static str,
    /// «Обновлять всегда»; else only on creation or when the field is empty.
    pub update_always: bool,
}

impl Fields {
    pub(super) fn read(object: &Object<'_>, flows: &'static [Flow]) -> Self {
        let rules =
            |key| object.list(key, |rule| rule.object(|inner| FieldRule::read(inner, flows)));
        let fields = Self { contact: rules("contact"), task: rules("task") };
        object.each_once("contact", "planfix_field");
        object.each_once("task", "planfix_field");
        fields
    }

    pub(super) fn write(&self) -> Section {
        section().list("contact", &self.contact, |rule| rule.write().into()).list(
            "task",
            &self.task,
            |rule| rule.write().into(),
        )
    }
}

impl FieldRule {
    fn read(object: &Object<'_>, flows: &'static [Flow]) -> Option<Self> {
        let planfix_field = object.required("planfix_field", id(FieldId));
        let uis_field = object.required("uis_field", variable(flows));
        let update_always = object.flag("update_always", false);
        Some(Self { planfix_field: planfix_field?, uis_field: uis_field?, update_always })
    }

    fn write(&self) -> Section {
        section()
            .put("planfix_field", self.planfix_field.0)
            .put("uis_field", self.uis_field)
            .put("update_always", self.update_always)
    }
}
