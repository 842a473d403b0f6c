//! The values of notification variables.

use serde_json::{Value, json};

use super::course::Course;
use super::parts::Leg;
use crate::uis::notify::{Kind, Variables};

/// All variables UIS offers for this notification; the template picks from them.
pub(super) fn of(course: &Course<'_>, kind: Kind, leg: Option<&Leg>) -> Variables {
    let mut variables = about_call(course);
    put(&mut variables, "notification_name", json!(kind.title_ru()));
    if let Some(leg) = leg {
        for (name, value) in about_leg(course, leg) {
            put(&mut variables, name, value);
        }
    }
    if kind == Kind::CallFinished {
        put(&mut variables, "talk_time_duration", json!(course.talked()));
    }
    variables
}

fn about_call(course: &Course<'_>) -> Variables {
    let script = course.script;
    let contact = script.facts.contact.as_ref();
    let number = course.around.company.number(&script.virtual_number);
    let campaign = course.campaign();
    let mut variables = Variables::new();
    for (name, value) in [
        ("app_id", json!(course.around.company.account.app_id)),
        ("call_session_id", json!(course.session)),
        ("communication_id", json!(course.communication_id())),
        ("communication_type", json!("call")),
        ("communication_number", json!(course.around.communication_number)),
        ("contact_phone_number", json!(script.contact_phone)),
        ("virtual_phone_number", course.virtual_number()),
        ("contact_id", json!(contact.map(|(id, _)| id))),
        ("contact_full_name", json!(contact.map(|(_, name)| name))),
        ("external_id", json!(script.facts.external_id)),
        ("direction", json!(script.direction.wire())),
        ("call_source", json!(course.source())),
        ("is_internal", json!(script.internal)),
        ("start_time", json!(course.moment(0))),
        ("scenario_id", json!(number.map(|number| number.scenario.id))),
        ("scenario_name", json!(number.map(|number| number.scenario.name))),
        ("site_id", json!(course.site().map(|site| site.id))),
        ("site_domain_name", json!(course.site().map(|site| site.name))),
        ("campaign_id", json!(campaign.map(|campaign| campaign.id))),
        ("campaign_name", json!(campaign.map(|campaign| campaign.name))),
        ("attributes", json!(course.attributes())),
        ("tag_names", json!(script.facts.tags)),
        ("employee_ids", json!(course.rung())),
        ("total_time_duration", json!(course.total)),
        ("wait_time_duration", json!(course.waited())),
    ] {
        put(&mut variables, name, value);
    }
    for (name, value) in course.utm() {
        put(&mut variables, name, value);
    }
    variables
}

fn about_leg(course: &Course<'_>, leg: &Leg) -> [(&'static str, Value); 8] {
    [
        ("leg_id", json!(leg.id)),
        ("leg_ids", json!([leg.id])),
        ("employee_id", json!(leg.employee.id)),
        ("employee_full_name", json!(leg.employee.full_name())),
        ("employee_phone_number", json!(leg.phone)),
        ("talk_time_duration", json!(leg.talked())),
        ("file_link", json!(course.recording_link(leg))),
        ("file_duration", json!(leg.talked())),
    ]
}

fn put(variables: &mut Variables, name: &str, value: Value) {
    variables.insert(name.to_owned(), value);
}
