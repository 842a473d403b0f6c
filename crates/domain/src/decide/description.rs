//! The description of a call's task: the facts of the call, for the person who opens it.
//!
//! Russian, because it is read inside the customer's Planfix. HTML, as descriptions of tasks are there.

use jiff::tz::TimeZone;

use crate::calls::{CallFacts, Direction};
use crate::ids::UisEmployeeId;
use crate::templates::Variables;
use crate::text::{Lang, escape_html};
use crate::variables;

/// What the advertisement's part of the description shows, when known.
pub(super) const ADVERTISEMENT: [&str; 10] = [
    "site_domain_name",
    "source_name",
    "campaign_name",
    "search_query",
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_content",
    "utm_term",
    "communication_page_url",
];

/// Writes the description with what is known now; it is written anew when more is.
pub fn describe_call(facts: &CallFacts, timezone: &TimeZone) -> String {
    let variables = facts.template_variables();
    let mut lines = vec![format!("<b>{}</b>", title(facts))];
    let began = facts.began_at.to_zoned_datetime(timezone.clone());
    lines.push(row("Начало", &began.strftime("%d.%m.%Y %H:%M:%S").to_string()));
    if let Some(phone) = &facts.phone {
        lines.push(row("Номер клиента", &phone.pretty()));
    }
    if let Some(number) = &facts.virtual_number {
        lines.push(row("Наш номер", &number.pretty()));
    }
    lines.extend(variable(&variables, "scenario_name"));
    lines.extend(people(facts));
    lines.extend(duration(&variables, "Ожидание", &["total_wait_duration", "wait_time_duration"]));
    lines.extend(ADVERTISEMENT.iter().filter_map(|name| variable(&variables, name)));
    let tags = facts.report.as_ref().map(|report| &report.columns);
    lines.extend(
        tags.and_then(|columns| columns.get("tags"))
            .filter(|tags| !tags.is_empty())
            .map(|tags| row("Теги", tags)),
    );
    for record in &facts.records {
        let link = escape_html(record.as_str());
        lines.push(format!("<a href=\"{link}\" target=\"_blank\">Запись разговора</a>"));
    }
    lines.join("<br>\n")
}

fn title(facts: &CallFacts) -> &'static str {
    match (facts.direction.unwrap_or(Direction::In), facts.talked()) {
        (Direction::In, true) => "Входящий звонок",
        (Direction::In, false) => "Пропущенный входящий звонок",
        (Direction::Out, true) => "Исходящий звонок",
        (Direction::Out, false) => "Исходящий звонок без ответа",
    }
}

fn people(facts: &CallFacts) -> Vec<String> {
    let talkers = facts.everybody_who_talked();
    if talkers.is_empty() {
        let rung = facts.parties.iter().map(|party| name(facts, party.employee.id));
        let rung: Vec<String> = rung.collect();
        return if rung.is_empty() {
            Vec::new()
        } else {
            vec![row("Звонили", &rung.join(", "))]
        };
    }
    let talk = |employee| match facts.seconds_of(employee) {
        Some(seconds) => format!("{}, {}", name(facts, employee), clock(seconds)),
        None => name(facts, employee),
    };
    talkers.into_iter().map(|employee| row("Разговор", &talk(employee))).collect()
}

fn name(facts: &CallFacts, employee: UisEmployeeId) -> String {
    facts.name_of(employee).map_or_else(|| format!("сотрудник {employee}"), str::to_owned)
}

/// A variable under its Russian title, when it has a value.
pub(super) fn variable(variables: &Variables, name: &str) -> Option<String> {
    let title = variables::find(name).map_or(name, |known| known.title(Lang::Ru));
    variables.get(name).map(|value| row(title, value))
}

fn duration(variables: &Variables, title: &str, names: &[&str]) -> Option<String> {
    let seconds = names.iter().find_map(|name| variables.get(name)?.parse().ok())?;
    Some(row(title, &clock(seconds)))
}

pub(super) fn row(title: &str, value: &str) -> String {
    format!("{}: {}", escape_html(title), escape_html(value))
}

/// Seconds as `1:02` or `1:00:05`.
fn clock(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{minutes}:{rest:02}")
    }
}
