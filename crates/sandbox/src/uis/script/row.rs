//! The rows a finished call leaves in the reports.

use serde_json::{Map, Value, json};

use super::Direction;
use super::course::Course;
use super::parts::Leg;
use crate::uis::calls::{ReportedCall, Row};

/// What the call leaves behind; its recordings only when they are `recorded` already.
pub(super) fn report(course: &Course<'_>, recorded: bool) -> ReportedCall {
    let mut row = object(call(course, recorded));
    row.extend(object(advertising(course)));
    row.extend(object(people(course)));
    row.extend(course.utm().map(|(name, value)| (name.to_owned(), value)));
    ReportedCall {
        session: course.session,
        started_at: course.around.started_at,
        visible_from: None,
        row,
        legs: course.legs.iter().map(|leg| object(leg_row(course, leg, recorded))).collect(),
    }
}

fn call(course: &Course<'_>, recorded: bool) -> Value {
    let script = course.script;
    let records: Vec<_> =
        course.talkers().filter(|_| recorded).map(|leg| course.recording_hash(leg)).collect();
    let number = course.around.company.number(&script.virtual_number);
    let tags = script.facts.tags.iter().map(|tag| tag_of(course, tag));
    let tags: Vec<_> = tags.collect();
    let operations = course.operations.iter().zip(1..);
    let operations: Vec<_> =
        operations.map(|(name, id)| json!({ "id": id, "name": name })).collect();
    json!({
        "id": course.session,
        "start_time": course.moment(0),
        "finish_time": course.moment(course.total),
        "finish_reason": course.finish_reason(),
        "direction": script.direction.wire(),
        "cpn_region_id": 77, "cpn_region_name": "Москва",
        "cpn_country_id": "7", "cpn_country_name": "Россия",
        "source": course.source(),
        "is_lost": course.is_lost(),
        "is_transfer": course.legs.iter().any(|leg| leg.transferred),
        "communication_number": course.around.communication_number,
        "communication_id": course.communication_id(),
        "communication_type": "call",
        "contact_phone_number": script.contact_phone,
        "contact_id": script.facts.contact.as_ref().map(|(id, _)| id),
        "contact_full_name": script.facts.contact.as_ref().map(|(_, name)| name),
        "virtual_phone_number": course.virtual_number(),
        "wait_duration": course.waited(),
        "total_wait_duration": course.waited(),
        "talk_duration": course.talked(),
        "clean_talk_duration": course.talked(),
        "total_duration": course.total,
        "call_records": records,
        "wav_call_records": [],
        "full_record_file_link": course.talkers().find(|_| recorded)
            .map(|leg| course.recording_link(leg)),
        "scenario_id": number.map(|number| number.scenario.id),
        "scenario_name": number.map(|number| number.scenario.name),
        "scenario_operations": operations,
        "tags": tags,
        "attributes": course.attributes(),
        "call_api_external_id": script.facts.external_id,
    })
}

fn advertising(course: &Course<'_>) -> Value {
    let campaign = course.campaign();
    json!({
        "site_id": course.site().map(|site| site.id),
        "site_domain_name": course.site().map(|site| site.name),
        "campaign_id": campaign.map(|campaign| campaign.id),
        "campaign_name": campaign.map(|campaign| campaign.name),
        "channel": campaign.map(|campaign| campaign.channel),
        "channel_code": campaign.map(|campaign| campaign.channel),
        "source_id": campaign.map(|campaign| campaign.source.id),
        "source_name": campaign.map(|campaign| campaign.source.name),
        "source_new": campaign.map(|campaign| campaign.source.name),
        "search_query": campaign.and_then(|campaign| campaign.utm)
            .map(|[_, _, _, term, _]| term).filter(|term| !term.is_empty()),
        "visitor_type": campaign.and_then(|campaign| campaign.utm).map(|_| "Новый"),
    })
}

fn people(course: &Course<'_>) -> Value {
    let employees: Vec<_> = course
        .rung()
        .into_iter()
        .map(|id| {
            let mut legs = course.legs.iter().filter(|leg| leg.employee.id == id);
            let name = legs.clone().next().map(|leg| leg.employee.full_name());
            let talked = legs.any(|leg| leg.answered_at.is_some());
            json!({ "employee_id": id, "employee_full_name": name,
                    "is_answered": talked, "is_talked": talked })
        })
        .collect();
    let first = course.talkers().next();
    let last = course.talkers().next_back();
    let id = |leg: Option<&Leg>| leg.map(|leg| leg.employee.id);
    let name = |leg: Option<&Leg>| leg.map(|leg| leg.employee.full_name());
    json!({
        "employees": employees,
        "first_answered_employee_id": id(first),
        "first_answered_employee_full_name": name(first),
        "last_answered_employee_id": id(last),
        "last_answered_employee_full_name": name(last),
        "first_talked_employee_id": id(first),
        "first_talked_employee_full_name": name(first),
        "last_talked_employee_id": id(last),
        "last_talked_employee_full_name": name(last),
        "operator_phone_number": last.map(|leg| &leg.phone),
    })
}

fn leg_row(course: &Course<'_>, leg: &Leg, recorded: bool) -> Value {
    let script = course.script;
    let (calling, called) = match script.direction {
        Direction::In => (&script.contact_phone, &leg.phone),
        Direction::Out => (&leg.phone, &script.contact_phone),
    };
    let talked = leg.answered_at.is_some();
    let records: Vec<_> =
        (talked && recorded).then(|| course.recording_hash(leg)).into_iter().collect();
    json!({
        "id": leg.id,
        "call_session_id": course.session,
        "call_records": records,
        "wav_call_records": [],
        "start_time": course.moment(leg.rang_at),
        "connect_time": leg.answered_at.map(|second| course.moment(second)),
        "duration": leg.talked(),
        "total_duration": leg.ended_at - leg.rang_at,
        "finish_reason": if talked { "success_finish" } else { "operator_not_responsible" },
        "virtual_phone_number": course.virtual_number(),
        "calling_phone_number": calling,
        "called_phone_number": called,
        "direction": script.direction.wire(),
        "is_transfered": leg.transferred,
        "is_operator": true,
        "employee_id": leg.employee.id,
        "employee_full_name": leg.employee.full_name(),
        "employee_phone_number": leg.phone,
        "is_coach": false,
        "is_failed": !talked,
        "is_talked": talked,
        "contact_phone_number": script.contact_phone,
    })
}

fn tag_of(course: &Course<'_>, name: &str) -> Value {
    let known = course.around.company.tags.iter().find(|tag| tag.name == name);
    json!({
        "tag_id": known.map(|tag| tag.id),
        "tag_name": name,
        "tag_type": "manual",
        "tag_change_time": course.moment(course.total),
    })
}

fn object(value: Value) -> Row {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
