//! «Синхронизация сотрудников».

use super::problem::Because;
use super::reader::{Object, id, label, planfix_user};
use super::writer::{Section, section};
use crate::ids::{PlanfixUserId, UisEmployeeId};
use crate::phone::ShortNumber;

/// Which employees of Planfix become employees of UIS, and who is paired by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Employees {
    /// Whether they are synchronised; on when the section is there.
    pub enabled: bool,
    /// All of Planfix's employees; else only the selected ones.
    pub sync_all: bool,
    /// Who, when not all.
    pub selected: Vec<PlanfixUserId>,
    /// Run once a night too, not only by the button.
    pub nightly: bool,
    /// Pairs made by hand; they count whether or not employees are synchronised.
    pub pairs: Vec<Pair>,
}

/// A pair made by hand: one person in both systems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// In Planfix.
    pub planfix_user: PlanfixUserId,
    /// The short number under which Planfix knows the person; the UIS extension when left out.
    pub short_number: Option<ShortNumber>,
    /// In UIS.
    pub uis_employee: UisEmployeeId,
}

impl Employees {
    pub(super) fn read(object: &Object<'_>) -> Self {
        let employees = Self {
            enabled: object.flag("enabled", true),
            sync_all: object.flag("sync_all", true),
            selected: object.list("selected", planfix_user),
            nightly: object.flag("nightly", true),
            pairs: object.list("pairs", |pair| pair.object(Pair::read)),
        };
        employees.check(object);
        employees
    }

    fn check(&self, object: &Object<'_>) {
        if self.enabled && !self.sync_all && self.selected.is_empty() {
            object.need_items("selected", Because::NotAllSynchronised);
        }
        for key in ["planfix_user", "short_number", "uis_employee"] {
            object.each_once("pairs", key);
        }
    }

    pub(super) fn write(&self) -> Section {
        section()
            .put("enabled", self.enabled)
            .put("sync_all", self.sync_all)
            .list("selected", &self.selected, |user| user.to_string().into())
            .put("nightly", self.nightly)
            .list("pairs", &self.pairs, |pair| pair.write().into())
    }
}

impl Pair {
    fn read(object: &Object<'_>) -> Option<Self> {
        let planfix_user = object.required("planfix_user", planfix_user);
        let short_number =
            object.optional("short_number", label).and_then(|text| ShortNumber::parse(&text));
        let uis_employee = object.required("uis_employee", id(UisEmployeeId));
        Some(Self { planfix_user: planfix_user?, short_number, uis_employee: uis_employee? })
    }

    fn write(&self) -> Section {
        section()
            .put("planfix_user", self.planfix_user.to_string())
            .some("short_number", self.short_number.as_ref().map(ShortNumber::as_str))
            .put("uis_employee", self.uis_employee.0)
    }
}
