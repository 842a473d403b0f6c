//! What would become of a chat if it were mirrored.

use domain::chats::ChatNote;
use domain::decide::{Named, Occasion, choose_fields};
use domain::settings::TextRules;
use serde_json::Value;

use super::message::TASK;
use crate::chats::lane::ChatLane;
use crate::draft::json;
use crate::prospect::{Made, Prospect};

/// The task and the contact are Planfix's to make, by its own templates: only the name and the fields are ours.
/// A chat in which nothing was said makes nothing.
pub(in crate::chats) fn prospect(lane: &ChatLane, rules: &TextRules<'_>) -> Prospect {
    if lane.last.is_none() {
        return Prospect::of(Made::Nothing, Value::Null);
    }
    let variables = lane.facts.template_variables();
    let fields = |rules| choose_fields(rules, Occasion::Creation, &variables, |_| true);
    // a note can always be written
    let why = json(&ChatNote::MadeByPlanfix).unwrap_or(Value::Null);
    Prospect {
        name: Some(Named::by(rules.task_name, &variables, TASK).name),
        contact_fields: fields(&rules.fields.contact),
        task_fields: fields(&rules.fields.task),
        ..Prospect::of(Made::Task, why)
    }
}
