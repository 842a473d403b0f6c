//! The columns of `get.calls_report` that are asked for.

use crate::data_api::report_shape::Columns;

/// All of them.
pub(in crate::data_api) const COLUMNS: Columns = Columns { essential: ESSENTIAL, further: FURTHER };

/// Those that decisions about a call are made of.
const ESSENTIAL: &[&str] = &[
    "id",
    "start_time",
    "finish_time",
    "finish_reason",
    "direction",
    "is_lost",
    "source",
    "contact_phone_number",
    "virtual_phone_number",
    "communication_id",
    "communication_number",
    "communication_type",
    "wait_duration",
    "total_wait_duration",
    "talk_duration",
    "clean_talk_duration",
    "total_duration",
    "call_records",
    "full_record_file_link",
    "employees",
    "first_answered_employee_id",
    "first_answered_employee_full_name",
    "last_answered_employee_id",
    "last_answered_employee_full_name",
    "first_talked_employee_id",
    "first_talked_employee_full_name",
    "last_talked_employee_id",
    "last_talked_employee_full_name",
    "scenario_id",
    "scenario_name",
    "tags",
    "attributes",
    "call_api_external_id",
    "site_id",
    "site_domain_name",
    "campaign_id",
    "campaign_name",
    "source_name",
];

/// The others.
const FURTHER: &[&str] = &[
    "cpn_region_id",
    "cpn_region_name",
    "cpn_country_id",
    "cpn_country_name",
    "properties",
    "scenario_operations",
    "communication_page_url",
    "lost_call_processing_duration",
    "postprocess_duration",
    "wav_call_records",
    "voice_mail_records",
    "is_transfer",
    "operator_phone_number",
    "last_answered_employee_rating",
    "contact_id",
    "contact_full_name",
    "call_api_request_id",
    "auto_call_campaign_name",
    "visitor_id",
    "visitor_device",
];
