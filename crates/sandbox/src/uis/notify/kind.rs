//! The notifications UIS can send and the variables of each.

use serde::{Deserialize, Serialize};

/// A kind of HTTP notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// «Входящий звонок».
    CallIncoming,
    /// «Исходящий звонок».
    CallOutgoing,
    /// «Ожидание ответа»: a phone rings.
    CallWaiting,
    /// «Начало разговора».
    TalkStarted,
    /// «Окончание разговора».
    TalkFinished,
    /// «Завершение звонка».
    CallFinished,
    /// «Потерянный звонок».
    CallLost,
    /// «Записанный разговор».
    RecordReady,
    /// A lead: sent by the customer's site itself, for UIS has no such notification.
    Lead,
}

const TALK: &[&str] = &[
    "call_session_id",
    "leg_ids",
    "employee_id",
    "employee_full_name",
    "contact_phone_number",
    "virtual_phone_number",
    "direction",
    "call_source",
    "external_id",
    "notification_time",
];
const TALK_DETAILS: &[&str] = &["talk_time_duration", "scenario_name", "communication_number"];
const CALL_DETAILS: &[&str] =
    &["total_time_duration", "wait_time_duration", "tag_names", "communication_id"];

/// What a site knows when its form is sent; the rest comes with the report.
const LEAD: &[&str] = &[
    "communication_id",
    "date_time",
    "visitor_name",
    "visitor_phone_number",
    "visitor_email",
    "text",
    "form_name",
    "form_type",
    "communication_page_url",
    "site_domain_name",
    "utm_source",
    "utm_medium",
    "utm_campaign",
];

impl Kind {
    /// All kinds that UIS itself sends, in the order of a call.
    pub const ALL: [Self; 8] = [
        Self::CallIncoming,
        Self::CallOutgoing,
        Self::CallWaiting,
        Self::TalkStarted,
        Self::TalkFinished,
        Self::CallFinished,
        Self::CallLost,
        Self::RecordReady,
    ];

    /// The literal `event` of the usual body.
    pub fn event(self) -> &'static str {
        match self {
            Self::CallIncoming => "call_incoming",
            Self::CallOutgoing => "call_outgoing",
            Self::CallWaiting => "call_waiting",
            Self::TalkStarted => "talk_started",
            Self::TalkFinished => "talk_finished",
            Self::CallFinished => "call_finished",
            Self::CallLost => "call_lost",
            Self::RecordReady => "record_ready",
            Self::Lead => "lead",
        }
    }

    /// The name UIS gives the event in its Russian cabinet.
    pub fn title_ru(self) -> &'static str {
        match self {
            Self::CallIncoming => "Входящий звонок",
            Self::CallOutgoing => "Исходящий звонок",
            Self::CallWaiting => "Ожидание ответа",
            Self::TalkStarted => "Начало разговора",
            Self::TalkFinished => "Окончание разговора",
            Self::CallFinished => "Завершение звонка",
            Self::CallLost => "Потерянный звонок",
            Self::RecordReady => "Записанный разговор",
            Self::Lead => "Заявка с сайта",
        }
    }

    /// The name UIS gives the event in its English cabinet.
    pub fn title_en(self) -> &'static str {
        match self {
            Self::CallIncoming => "Inbound call on a virtual phone number",
            Self::CallOutgoing => "Outbound call",
            Self::CallWaiting => "Waiting for the answer",
            Self::TalkStarted => "Talk started",
            Self::TalkFinished => "Talk finished",
            Self::CallFinished => "Call finished",
            Self::CallLost => "Lost call",
            Self::RecordReady => "Call recording completed",
            Self::Lead => "Lead from the site",
        }
    }

    /// The variables of the usual body, in its order.
    pub fn variables(self) -> Vec<&'static str> {
        match self {
            Self::CallIncoming => vec![
                "call_session_id",
                "contact_phone_number",
                "virtual_phone_number",
                "scenario_name",
                "communication_number",
                "contact_id",
                "contact_full_name",
                "notification_time",
            ],
            Self::CallOutgoing => vec![
                "call_session_id",
                "contact_phone_number",
                "virtual_phone_number",
                "employee_id",
                "employee_full_name",
                "employee_phone_number",
                "external_id",
                "notification_time",
            ],
            Self::CallWaiting => {
                TALK.iter().map(|name| if *name == "leg_ids" { "leg_id" } else { *name }).collect()
            }
            Self::TalkStarted => TALK.to_vec(),
            Self::TalkFinished => [TALK, TALK_DETAILS].concat(),
            Self::CallFinished => [TALK, TALK_DETAILS, CALL_DETAILS].concat(),
            Self::CallLost => vec![
                "call_session_id",
                "contact_phone_number",
                "virtual_phone_number",
                "scenario_name",
                "employee_ids",
                "wait_time_duration",
                "notification_time",
            ],
            Self::RecordReady => vec![
                "call_session_id",
                "employee_id",
                "employee_full_name",
                "file_link",
                "file_duration",
                "tag_names",
                "contact_phone_number",
                "virtual_phone_number",
                "notification_time",
            ],
            Self::Lead => LEAD.to_vec(),
        }
    }

    /// The body as a customer pastes it into UIS: `{{variable}}` without quotes.
    pub fn usual_template(self) -> String {
        let variables = self.variables();
        let lines = variables.iter().map(|name| format!("  \"{name}\": {{{{{name}}}}}"));
        let event = format!("  \"event\": \"{}\"", self.event());
        let body: Vec<String> = std::iter::once(event).chain(lines).collect();
        format!("{{\n{}\n}}", body.join(",\n"))
    }
}
