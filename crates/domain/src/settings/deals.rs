//! «Сделки».

use super::problem::{Because, ProblemKind};
use super::reader::{Object, id};
use super::writer::{Section, section};
use crate::ids::{FieldId, StatusId, TaskObjectId};

/// Which tasks of Planfix are deals in UIS's end-to-end analytics.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deals {
    /// Whether deals are sent; on when the section is there.
    pub enabled: bool,
    /// «Выберите объект задач»; always there when enabled, like the others.
    pub task_object: Option<TaskObjectId>,
    /// «Выберите успешный этап задачи».
    pub success_status: Option<StatusId>,
    /// «Выберите провальный этап задачи».
    pub failure_status: Option<StatusId>,
    /// «Поле, в котором передается сумма сделки»: a numeric custom field.
    pub amount_field: Option<FieldId>,
}

impl Deals {
    pub(super) fn read(object: &Object<'_>) -> Self {
        let deals = Self {
            enabled: object.flag("enabled", true),
            task_object: object.optional("task_object", id(TaskObjectId)),
            success_status: object.optional("success_status", id(StatusId)),
            failure_status: object.optional("failure_status", id(StatusId)),
            amount_field: object.optional("amount_field", id(FieldId)),
        };
        deals.check(object);
        deals
    }

    fn check(&self, object: &Object<'_>) {
        if self.enabled {
            for key in ["task_object", "success_status", "failure_status", "amount_field"] {
                object.require(key, Some(Because::SectionEnabled("deals")));
            }
        }
        if self.failure_status.is_some() && self.failure_status == self.success_status {
            let elsewhere = "success_status".to_owned();
            object.fail("failure_status", ProblemKind::Repeated { elsewhere });
        }
    }

    pub(super) fn write(&self) -> Section {
        section()
            .put("enabled", self.enabled)
            .nullable("task_object", self.task_object.map(|object| object.0))
            .nullable("success_status", self.success_status.map(|status| status.0))
            .nullable("failure_status", self.failure_status.map(|status| status.0))
            .nullable("amount_field", self.amount_field.map(|field| field.0))
    }
}
