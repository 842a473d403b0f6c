//! The columns of `get.chats_report` that are asked for.

use crate::data_api::report_shape::Columns;

/// All of them.
pub(in crate::data_api) const COLUMNS: Columns = Columns { essential: ESSENTIAL, further: FURTHER };

/// Those that decisions about a chat are made of.
const ESSENTIAL: &[&str] = &[
    "id",
    "status",
    "initiator",
    "date_time",
    "duration",
    "answer_time",
    "communication_id",
    "communication_number",
    "chat_channel_id",
    "chat_channel_type",
    "chat_channel_name",
    "release_cause",
    "employee_id",
    "employee_full_name",
    "tags",
    "attributes",
    "visitor_id",
    "visitor_phone_number",
    "site_id",
    "site_domain_name",
    "campaign_id",
    "campaign_name",
    "source_name",
];

/// The others.
const FURTHER: &[&str] = &[
    "communication_page_url",
    "communication_type",
    "chat_ad_url",
    "chat_user_id",
    "chat_username",
    "messages_count",
    "employee_messages_count",
    "employee_raiting",
    "is_group_chat",
    "is_transfer",
    "visitor_ids",
    "visitor_profile_url",
];
