//! «Ответственные»: who is responsible by the integration's own settings.

mod choose;

pub use choose::{Choice, OpenRule};

use super::conditions;
use super::problem::Because;
use super::reader::{Object, planfix_user};
use super::writer::{Section, section};
use crate::conditions::Condition;
use crate::flow::Flow;
use crate::ids::PlanfixUserId;

/// Rules from top to bottom, and who it is when none matches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Responsibles {
    /// Who it is when no rule matches. Always there where an enabled section makes something.
    pub default: Option<PlanfixUserId>,
    /// The first that matches wins.
    pub rules: Vec<Rule>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Who it is.
    pub employee: PlanfixUserId,
    /// When.
    pub when: Condition,
}

impl Responsibles {
    /// Reads the block at the key; `because` tells why a default can't be done without, if so.
    pub(super) fn read_at(
        object: &Object<'_>,
        key: &'static str,
        flow: Flow,
        because: Option<Because>,
    ) -> Self {
        if let Some(because) = because {
            object.require_inside(key, "default", because);
        }
        object.section(key, |inner| Self::read(inner, flow, because))
    }

    fn read(object: &Object<'_>, flow: Flow, because: Option<Because>) -> Self {
        if let Some(because) = because {
            object.require("default", Some(because));
        }
        Self {
            default: object.optional("default", planfix_user),
            rules: object.list("rules", |rule| rule.object(|inner| Rule::read(inner, flow))),
        }
    }

    pub(super) fn write(&self) -> Section {
        section().nullable("default", self.default.map(|user| user.to_string())).list(
            "rules",
            &self.rules,
            |rule| rule.write().into(),
        )
    }
}

impl Rule {
    fn read(object: &Object<'_>, flow: Flow) -> Option<Self> {
        let employee = object.required("employee", planfix_user);
        let when = object.required("when", conditions::rule(flow));
        Some(Self { employee: employee?, when: when? })
    }

    fn write(&self) -> Section {
        section()
            .put("employee", self.employee.to_string())
            .put("when", conditions::write(&self.when))
    }
}
