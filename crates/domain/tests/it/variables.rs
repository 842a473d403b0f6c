//! The catalogue holds what UIS can tell.

use std::collections::BTreeMap;

use domain::flow::Flow;
use domain::variables::{Origin, all, find, nearest_to};

/// The top-level columns of UIS's reports, by method, from its API documentation.
fn report_columns() -> BTreeMap<String, Vec<String>> {
    serde_json::from_str(include_str!("../fixtures/report_columns.json")).unwrap()
}

const REPORTS: [(&str, Flow); 3] = [
    ("get.calls_report", Flow::Call),
    ("get.offline_messages_report", Flow::Lead),
    ("get.chats_report", Flow::Chat),
];

#[test]
fn every_report_column_is_a_variable_of_its_flow() {
    let columns = report_columns();
    for (method, flow) in REPORTS {
        for column in &columns[method] {
            let origin = find(column).and_then(|variable| variable.origin(flow));
            assert!(matches!(origin, Some(Origin::Report | Origin::Both)), "{method}: {column}");
        }
    }
}

#[test]
fn no_variable_claims_a_column_that_a_report_does_not_have() {
    let columns = report_columns();
    for (method, flow) in REPORTS {
        for variable in all() {
            if matches!(variable.origin(flow), Some(Origin::Report | Origin::Both)) {
                assert!(
                    columns[method].iter().any(|column| column == variable.name),
                    "{}",
                    variable.name
                );
            }
        }
    }
}

#[test]
fn every_variable_of_the_notification_bodies_is_there() {
    let bodies = "call_session_id contact_phone_number virtual_phone_number scenario_name \
        communication_number contact_id contact_full_name notification_time employee_id \
        employee_full_name employee_phone_number external_id leg_id direction call_source leg_ids \
        talk_time_duration total_time_duration wait_time_duration tag_names communication_id \
        employee_ids file_link file_duration";
    for name in bodies.split_whitespace() {
        let origin = find(name).and_then(|variable| variable.origin(Flow::Call));
        assert!(matches!(origin, Some(Origin::Notice | Origin::Both)), "{name}");
    }
}

#[test]
fn a_lead_brings_the_columns_of_its_report() {
    for variable in all().iter().filter(|variable| variable.name != "id") {
        assert_ne!(variable.origin(Flow::Lead), Some(Origin::Report), "{}", variable.name);
    }
}

#[test]
fn a_mistyped_variable_finds_its_neighbour_in_the_same_flow() {
    assert_eq!(nearest_to("contact_phone", &[Flow::Call]), Some("contact_phone_number"));
    assert_eq!(nearest_to("visitor_mail", &[Flow::Lead]), Some("visitor_email"));
    assert_ne!(nearest_to("visitor_mail", &[Flow::Call]), Some("visitor_email"));
}
