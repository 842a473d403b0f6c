//! Facts that come when the contact and the task are there already.

use std::collections::BTreeSet;

use domain::Failure;
use domain::decide::{ChosenField, Occasion, choose_fields};
use domain::ids::{ContactId, TaskId};
use domain::settings::{FieldRule, Fields};
use domain::tasks::TaskPatch;
use domain::templates::Variables;

use super::{EntityEffect, Making, Order, contact_values, task_values};
use crate::draft::Draft;
use crate::scene::Scene;

/// Writes what has become known since `known` (names of variables) into the task we made and the contact:
/// the description, the fields that are always updated, and those whose variable was not known before.
/// `name` tells this update from others.
pub(crate) async fn update(
    scene: &Scene<'_>,
    making: &Making,
    order: &Order<'_>,
    known: &BTreeSet<String>,
    name: &str,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let rules = order.rules.fields;
    if let Some(task) = making.task.filter(|_| making.own_task) {
        let fields = task_values(scene, &news(&rules.task, order.variables, known), draft).await?;
        let patch = TaskPatch { description: Some(order.description.clone()), fields };
        draft.plan(&format!("task/{name}"), &EntityEffect::TaskPatch { task, patch })?;
    }
    let Some(contact) = making.contact else { return Ok(()) };
    let fields =
        contact_values(scene, &news(&rules.contact, order.variables, known), draft).await?;
    if fields.is_empty() {
        return Ok(());
    }
    draft.plan(&format!("contact/{name}"), &EntityEffect::ContactFields { contact, fields })
}

/// What has become known of a task and a contact that somebody else made.
pub(crate) struct News<'a> {
    /// The task.
    pub(crate) task: Option<TaskId>,
    /// The contact.
    pub(crate) contact: Option<ContactId>,
    /// «Дополнительные поля».
    pub(crate) rules: &'a Fields,
    /// What is known.
    pub(crate) variables: &'a Variables,
    /// The names of the variables that were known before.
    pub(crate) known: &'a BTreeSet<String>,
}

/// Fills fields only: the description and the rest belong to whoever made them.
pub(crate) async fn fill(
    scene: &Scene<'_>,
    news_of: &News<'_>,
    name: &str,
    draft: &mut Draft<'_>,
) -> Result<(), Failure> {
    let News { task, contact, rules, variables, known } = news_of;
    if let Some(task) = *task {
        let fields = task_values(scene, &news(&rules.task, variables, known), draft).await?;
        if !fields.is_empty() {
            let patch = TaskPatch { description: None, fields };
            draft.plan(&format!("task/{name}"), &EntityEffect::TaskPatch { task, patch })?;
        }
    }
    let Some(contact) = *contact else { return Ok(()) };
    let fields = contact_values(scene, &news(&rules.contact, variables, known), draft).await?;
    if fields.is_empty() {
        return Ok(());
    }
    draft.plan(&format!("contact/{name}"), &EntityEffect::ContactFields { contact, fields })
}

/// The fields whose variables were told only now.
fn news(rules: &[FieldRule], variables: &Variables, known: &BTreeSet<String>) -> Vec<ChosenField> {
    let mut chosen = choose_fields(rules, Occasion::Creation, variables, |_| true);
    chosen.retain(|one| !known.contains(one.variable));
    chosen
}
