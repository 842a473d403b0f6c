//! What stays of a call: data tag entries «Звонок» and «Пропущенный звонок».

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::event::{EndStatus, Event, What};
use crate::planfix::company::{
    CALL_TAG, CallRecords, Comment, Company, FieldOwner, FieldType, HistoryEntry, MISSED_TAG,
    Person, ROBOT, Subject, TagEntry,
};
use crate::planfix::rest::point;

/// Writes the end of a call: «Звонок» when somebody talked, into the task from which it was
/// ordered, else into the contact's card and, if so set, his last active task too. A missed call is
/// never written into a task.
pub(super) fn write(
    company: &mut Company,
    event: &Event,
    talker: Option<u64>,
    now: Timestamp,
    effects: &mut Vec<String>,
) {
    let Some(call) = company.calls.get(&event.call) else { return };
    let (contact, ordered_from) = (call.contact, call.task);
    let tag = if talker.is_some() { CALL_TAG } else { MISSED_TAG };
    let custom = if talker.is_some() {
        call_values(company, event, contact, talker, now, effects)
    } else {
        missed_values(company, event, contact, now)
    };
    let mut entry = company.history_entry(event, tag, contact, talker, now);
    effects.push(format!("history {} \"{}\"", entry.key, entry.tag));
    let ordered_from = ordered_from.filter(|task| company.tasks.contains_key(task));
    entry.task = talker.and_then(|_| ordered_from.or(company.also_in_task(contact)));
    entry.in_card = talker.is_none() || ordered_from.is_none();
    if entry.in_card {
        put(company, Subject::Contact(contact), &entry, custom.clone(), tag, now);
    }
    if let Some(task) = entry.task {
        effects.push(format!("task {task} got the call"));
        let in_task = if entry.in_card {
            HistoryEntry { key: company.ids.entry(), ..entry.clone() }
        } else {
            entry.clone()
        };
        put(company, Subject::Task(task), &in_task, custom, tag, now);
    }
    if let Some(call) = company.calls.get_mut(&event.call) {
        call.written.push((talker, entry.key));
    }
    company.history.push(entry);
}

/// Puts the recording's address beside a «Звонок» of the call that promised one: the first that
/// still lacks it, else the last. Planfix waits for no other recordings.
pub(super) fn attach_recording(company: &mut Company, call: &str, link: &str) -> Vec<String> {
    let mut promised: Vec<&mut HistoryEntry> = company
        .history
        .iter_mut()
        .filter(|entry| entry.call == call && entry.recording_promised)
        .collect();
    if promised.iter().any(|entry| entry.recording.as_deref() == Some(link)) {
        return vec!["recording as it was".to_owned()];
    }
    let lacking = promised.iter().position(|entry| entry.recording.is_none());
    let chosen = lacking.unwrap_or(promised.len().saturating_sub(1));
    let Some(entry) = promised.get_mut(chosen) else {
        return vec![format!("ignored: no recording of call {call} was promised")];
    };
    entry.recording = Some(link.to_owned());
    let key = entry.key;
    for comment in company.comments.iter_mut().filter(|comment| comment.entries.contains(&key)) {
        comment.description.push_str(&recording_link(link));
    }
    vec![format!("history {key} recording")]
}

fn recording_link(link: &str) -> String {
    format!("<br><a href=\"{link}\">Запись разговора</a>")
}

/// The fields of «Звонок», and the own string fields that `data_*` fills.
fn call_values(
    company: &Company,
    event: &Event,
    contact: u64,
    talker: Option<u64>,
    now: Timestamp,
    effects: &mut Vec<String>,
) -> BTreeMap<u64, Value> {
    let moment = point(now, &company.timezone());
    let time = moment.get("time").cloned().unwrap_or_default();
    let duration = event.duration();
    let mut values = BTreeMap::from([
        (301, json!({"date": moment.get("date")})),
        (302, json!({"from": {"time": time}, "to": {"time": time}})),
        (303, json!(event.direction.label())),
        (304, json!(duration)),
        (306, json!({"id": Person::Contact(contact)})),
        (307, json!(event.line)),
        (308, json!(event.phone)),
        (309, json!(company.line_name(&event.line))),
    ]);
    if let Some(talker) = talker {
        values.insert(305, json!({"id": Person::User(talker)}));
    }
    for (name, value) in &event.extra {
        let field = company.fields.values().find(|field| {
            field.owner == FieldOwner::DataTag
                && field.attached_to.contains(&CALL_TAG)
                && field.kind == FieldType::LINE
                && field.name == *name
        });
        match field {
            Some(field) => drop(values.insert(field.id, json!(value))),
            None => effects.push(format!("no field \"{name}\" in the call's data tag")),
        }
    }
    values
}

/// The fields of «Пропущенный звонок».
fn missed_values(
    company: &Company,
    event: &Event,
    contact: u64,
    now: Timestamp,
) -> BTreeMap<u64, Value> {
    let moment = point(now, &company.timezone());
    BTreeMap::from([
        (401, json!({"date": moment.get("date"), "time": moment.get("time")})),
        (402, json!(event.direction.label())),
        (403, json!({"id": Person::Contact(contact)})),
        (404, json!(event.line)),
        (405, json!(event.phone)),
        (406, json!(company.line_name(&event.line))),
    ])
}

/// Writes one entry with its comment.
fn put(
    company: &mut Company,
    subject: Subject,
    entry: &HistoryEntry,
    custom: BTreeMap<u64, Value>,
    tag: u64,
    now: Timestamp,
) {
    let id = company.ids.comment();
    let (contact, task) = match subject {
        Subject::Contact(contact) => (Some(contact), None),
        Subject::Task(task) => (None, Some(task)),
    };
    let recording = entry.recording.as_deref().map(recording_link).unwrap_or_default();
    company.comments.push(Comment {
        id,
        subject,
        owner: entry.employee.unwrap_or(Person::User(ROBOT)),
        description: format!("{}{recording}", entry.tag),
        is_hidden: company.settings.call_records == CallRecords::ContactCardHidden,
        is_pinned: false,
        at: now,
        entries: vec![entry.key],
        other: serde_json::Map::new(),
    });
    let key = entry.key;
    company.entries.insert(key, TagEntry { key, tag, comment: id, contact, task, custom });
}

impl Event {
    fn duration(&self) -> u64 {
        match self.what {
            What::Completed { duration, .. } => duration,
            What::Started | What::Accepted => 0,
        }
    }

    fn promises_recording(&self) -> bool {
        matches!(self.what, What::Completed { status: EndStatus::Success, is_recorded: true, .. })
    }

    fn record_link(&self) -> Option<String> {
        match &self.what {
            What::Completed { record_link, .. } => record_link.clone(),
            What::Started | What::Accepted => None,
        }
    }
}

impl Company {
    fn history_entry(
        &mut self,
        event: &Event,
        tag: u64,
        contact: u64,
        talker: Option<u64>,
        now: Timestamp,
    ) -> HistoryEntry {
        let key = self.ids.entry();
        let name = self.data_tags.iter().find(|known| known.id == tag);
        HistoryEntry {
            key,
            tag: name.map(|tag| tag.name.clone()).unwrap_or_default(),
            direction: event.direction,
            contact,
            contact_name: self.name_of(Person::Contact(contact)),
            in_card: true,
            task: None,
            employee: talker.map(Person::User),
            phone: event.phone.clone(),
            line: event.line.clone(),
            line_name: self.line_name(&event.line),
            duration: event.duration(),
            at: now,
            recording_promised: event.promises_recording(),
            recording: event.record_link(),
            call: event.call.clone(),
        }
    }

    /// The last created task of a contact that is not closed, when calls are written there too.
    fn also_in_task(&self, contact: u64) -> Option<u64> {
        if self.settings.call_records != CallRecords::LastActiveTask {
            return None;
        }
        let client = Some(Person::Contact(contact));
        let mut own = self.tasks.values().rev();
        own.find(|task| task.counterparty == client && self.is_active(task)).map(|task| task.id)
    }
}
