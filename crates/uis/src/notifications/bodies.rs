//! The texts to paste into UIS: one body for each notification.

use super::Event;

/// The body of one notification, and where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotificationBody {
    /// Which notification.
    pub event: Event,
    /// The UIS variables it carries, under their own names.
    pub variables: Vec<&'static str>,
}

/// All bodies, in the order of a call's life.
pub fn all() -> [NotificationBody; 9] {
    Event::ALL.map(|event| NotificationBody {
        event,
        variables: variables(event).split_whitespace().collect(),
    })
}

impl NotificationBody {
    /// The text to paste. The variables stand without quotes: UIS puts JSON literals in their place
    /// (quoted strings, numbers, lists, `null`).
    pub fn text(&self) -> String {
        let head = format!("  \"event\":\"{}\"", self.event.key());
        let members = self.variables.iter().map(|name| format!("  \"{name}\":{{{{{name}}}}}"));
        let lines: Vec<String> = std::iter::once(head).chain(members).collect();
        format!("{{\n{}\n}}", lines.join(",\n"))
    }

    /// Where to paste it, in Russian.
    pub fn where_russian(&self) -> String {
        match self.event.uis_name() {
            Some(name) => format!(
                "В личном кабинете UIS создайте уведомление с событием «{name}», способ отправки HTTP, \
                 метод POST, адрес — ссылка для уведомлений этого соединения, и вставьте этот текст \
                 в тело запроса."
            ),
            None => {
                "Отправляйте этот текст методом POST по ссылке для уведомлений этого соединения \
                из формы сайта или другого источника заявок, подставив значения вместо переменных."
                    .to_owned()
            }
        }
    }

    /// Where to paste it, in English.
    pub fn where_english(&self) -> String {
        match self.event.uis_name() {
            Some(name) => format!(
                "In the UIS cabinet make a notification for the event «{name}», sent by HTTP, method \
                 POST, to this connection's notification address, and paste this text as its body."
            ),
            None => "Send this text by POST to this connection's notification address from a site \
                form or any other source of leads, with values in place of the variables."
                .to_owned(),
        }
    }
}

/// What each notification carries. Every one is known to have these variables in UIS.
const fn variables(event: Event) -> &'static str {
    use domain::calls::NoticeKind as Kind;
    match event {
        Event::Call(Kind::CallIncoming) => {
            "call_session_id contact_phone_number virtual_phone_number scenario_name \
             communication_number contact_id contact_full_name notification_time"
        }
        Event::Call(Kind::CallOutgoing) => {
            "call_session_id contact_phone_number virtual_phone_number employee_id \
             employee_full_name employee_phone_number external_id notification_time"
        }
        Event::Call(Kind::CallWaiting) => {
            "call_session_id leg_id employee_id employee_full_name contact_phone_number \
             virtual_phone_number direction call_source external_id notification_time"
        }
        Event::Call(Kind::TalkStarted) => {
            "call_session_id leg_ids employee_id employee_full_name contact_phone_number \
             virtual_phone_number direction call_source external_id notification_time"
        }
        Event::Call(Kind::TalkFinished) => {
            "call_session_id leg_ids employee_id employee_full_name contact_phone_number \
             virtual_phone_number direction call_source external_id talk_time_duration \
             scenario_name communication_number notification_time"
        }
        Event::Call(Kind::CallFinished) => {
            "call_session_id leg_ids employee_id employee_full_name contact_phone_number \
             virtual_phone_number direction call_source external_id talk_time_duration \
             scenario_name communication_number total_time_duration wait_time_duration \
             tag_names communication_id notification_time"
        }
        Event::Call(Kind::CallLost) => {
            "call_session_id contact_phone_number virtual_phone_number scenario_name \
             employee_ids wait_time_duration notification_time"
        }
        Event::Call(Kind::RecordReady) => {
            "call_session_id employee_id employee_full_name file_link file_duration tag_names \
             contact_phone_number virtual_phone_number notification_time"
        }
        Event::Lead => {
            "id date_time visitor_name visitor_phone_number visitor_email text form_name \
             site_domain_name campaign_name communication_id utm_source utm_medium \
             utm_campaign utm_term utm_content"
        }
    }
}
