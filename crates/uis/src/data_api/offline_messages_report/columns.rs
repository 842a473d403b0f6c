//! The columns of `get.offline_messages_report` that are asked for.

use crate::data_api::report_shape::Columns;

/// All of them.
pub(in crate::data_api) const COLUMNS: Columns = Columns { essential: ESSENTIAL, further: FURTHER };

/// Those that decisions about a lead are made of.
const ESSENTIAL: &[&str] = &[
    "id",
    "date_time",
    "text",
    "communication_id",
    "communication_number",
    "communication_page_url",
    "communication_type",
    "status",
    "form_type",
    "form_name",
    "visitor_name",
    "visitor_phone_number",
    "visitor_email",
    "site_id",
    "site_domain_name",
    "campaign_id",
    "campaign_name",
    "source_name",
    "attributes",
    "tags",
];

/// The others.
const FURTHER: &[&str] = &[
    "is_agree_to_process_personal_data",
    "is_agree_to_mailing",
    "process_time",
    "properties",
    "group_id",
    "group_name",
    "employee_id",
    "employee_full_name",
    "employee_answer_message",
    "employee_comment",
    "visitor_id",
    "visitor_device",
];
