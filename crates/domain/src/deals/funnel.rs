//! The sales funnel of an object, and what to change in UIS to have it so.

use serde::{Deserialize, Serialize};

use crate::ids::{StatusId, TaskObjectId};
use crate::settings::Deals;

/// The stage of deals that were won. UIS fixes for ever which stage that is, so it is named by its role:
/// when the settings choose another status, the stage gets another name.
pub const SUCCESS: &str = "success";
/// The stage of deals that were lost.
pub const FAILED: &str = "failed";

/// Where stages go whose statuses the object has no more; UIS takes orders up to 10 000.
const ARCHIVE: u32 = 9_000;
/// How they are called from then on.
const ARCHIVED: &str = "(архив) ";

/// What a stage stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// The deal goes on.
    InProcess,
    /// The deal was won.
    Success,
    /// The deal was lost.
    Failed,
}

/// A stage.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stage {
    /// Its `ext_id`: the status' number, or its role.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it stands for.
    pub kind: StageKind,
    /// Its place among those in process.
    pub order: u32,
}

/// A funnel.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Funnel {
    /// Its `ext_id`.
    pub id: String,
    /// Its name: the object's.
    pub name: String,
    /// Its stages.
    pub stages: Vec<Stage>,
}

/// One change of a funnel in UIS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FunnelChange {
    /// There is none yet.
    Create(Funnel),
    /// Another name.
    Rename(String),
    /// A stage is new.
    Add(Stage),
    /// A stage has another name or place.
    Change(Stage),
}

/// The `ext_id` of an object's funnel.
pub fn funnel_id(object: TaskObjectId) -> String {
    format!("planfix-{object}")
}

impl Funnel {
    /// The funnel of an object with its statuses in their order.
    pub fn of(
        deals: &Deals,
        object: TaskObjectId,
        name: &str,
        statuses: &[(StatusId, String)],
    ) -> Self {
        let named = |wanted: Option<StatusId>, otherwise: &str| {
            let found = statuses.iter().find(|(id, _)| Some(*id) == wanted);
            found.map_or_else(|| otherwise.to_owned(), |(_, name)| name.clone())
        };
        let last = |id: &str, name: String, kind| Stage { id: id.to_owned(), name, kind, order: 0 };
        let mut stages = vec![
            last(SUCCESS, named(deals.success_status, "Успешно"), StageKind::Success),
            last(FAILED, named(deals.failure_status, "Провалено"), StageKind::Failed),
        ];
        let open = statuses.iter().filter(|(id, _)| {
            Some(*id) != deals.success_status && Some(*id) != deals.failure_status
        });
        stages.extend(open.zip(1..).map(|((id, name), order)| Stage {
            id: id.to_string(),
            name: name.clone(),
            kind: StageKind::InProcess,
            order,
        }));
        let name =
            if name.trim().is_empty() { format!("Объект {object}") } else { name.to_owned() };
        Self { id: funnel_id(object), name, stages }
    }

    /// The stage of a status, and the name people know it by.
    pub fn stage_of(&self, deals: &Deals, status: StatusId) -> Option<&Stage> {
        let id = match Some(status) {
            this if this == deals.success_status => SUCCESS.to_owned(),
            this if this == deals.failure_status => FAILED.to_owned(),
            _ => status.to_string(),
        };
        self.stages.iter().find(|stage| stage.id == id)
    }

    /// What to change in UIS, which has the funnel as `have`, to have it as this one.
    ///
    /// Nothing is ever taken away: deals of the past stand on it.
    pub fn changes(&self, have: Option<&Self>) -> Vec<FunnelChange> {
        let Some(have) = have else { return vec![FunnelChange::Create(self.clone())] };
        let mut changes = Vec::new();
        if have.name != self.name {
            changes.push(FunnelChange::Rename(self.name.clone()));
        }
        let of = |funnel: &Self, id: &str| funnel.stages.iter().find(|one| one.id == id).cloned();
        for stage in &self.stages {
            match of(have, &stage.id) {
                None => changes.push(FunnelChange::Add(stage.clone())),
                Some(there) if differs(&there, stage) => {
                    changes.push(FunnelChange::Change(stage.clone()));
                }
                Some(_) => {}
            }
        }
        let gone = have.stages.iter().filter(|stage| of(self, &stage.id).is_none());
        for (stage, order) in gone.zip(ARCHIVE..) {
            let archived = Stage { name: archived(&stage.name), order, ..stage.clone() };
            if differs(stage, &archived) {
                changes.push(FunnelChange::Change(archived));
            }
        }
        changes
    }
}

/// Final stages have no place of their own.
fn differs(there: &Stage, wanted: &Stage) -> bool {
    there.name != wanted.name
        || (wanted.kind == StageKind::InProcess && there.order != wanted.order)
}

fn archived(name: &str) -> String {
    if name.starts_with(ARCHIVED) { name.to_owned() } else { format!("{ARCHIVED}{name}") }
}
