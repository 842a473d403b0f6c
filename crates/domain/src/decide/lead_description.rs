//! The description of a lead's task: what the visitor wrote, and where he came from.
//!
//! Russian, because it is read inside the customer's Planfix. HTML, as descriptions of tasks are there.

use jiff::tz::TimeZone;
use url::Url;

use super::description::{ADVERTISEMENT, row, variable};
use crate::leads::LeadFacts;
use crate::text::escape_html;

/// What the visitor told, besides his message.
const VISITOR: [&str; 4] = ["form_name", "visitor_name", "visitor_city", "employee_comment"];

/// Writes the description with what is known now; it is written anew when more is.
pub fn describe_lead(facts: &LeadFacts, timezone: &TimeZone) -> String {
    let variables = facts.template_variables();
    let client = facts.client();
    let mut lines = vec!["<b>Заявка с сайта</b>".to_owned()];
    let left = facts.left_at.to_zoned_datetime(timezone.clone());
    lines.push(row("Получена", &left.strftime("%d.%m.%Y %H:%M:%S").to_string()));
    lines.extend(VISITOR.iter().filter_map(|name| variable(&variables, name)));
    // what is no phone or e-mail is shown as written: somebody may make sense of it
    let phone = client.phones.first().map(crate::phone::Phone::pretty);
    let phone = phone.or_else(|| variables.get("visitor_phone_number").map(str::to_owned));
    lines.extend(phone.map(|phone| row("Телефон", &phone)));
    lines.extend(variables.get("visitor_email").map(|email| row("Эл. почта", email)));
    lines.extend(variables.get("text").map(message));
    lines.extend(variables.get("communication_page_url").map(page));
    let shown = ADVERTISEMENT.iter().filter(|name| **name != "communication_page_url");
    lines.extend(shown.filter_map(|name| variable(&variables, name)));
    lines.extend(variable(&variables, "tags"));
    lines.join("<br>\n")
}

/// The visitor's own lines stay lines.
fn message(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(escape_html).collect();
    format!("Сообщение: {}", lines.join("<br>\n"))
}

fn page(address: &str) -> String {
    let web = Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    let safe = escape_html(address);
    if web {
        format!("Страница: <a href=\"{safe}\" target=\"_blank\">{safe}</a>")
    } else {
        format!("Страница: {safe}")
    }
}
