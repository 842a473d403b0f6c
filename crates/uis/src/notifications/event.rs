//! Which notification it is.

use domain::calls::NoticeKind;

use super::Unreadable;
use super::variables::Variables;

/// The notifications we take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// One about a call.
    Call(NoticeKind),
    /// A lead, sent by a site form or any other sender.
    Lead,
}

impl Event {
    /// Every notification, in the order of a call's life.
    pub const ALL: [Self; 9] = [
        Self::Call(NoticeKind::CallIncoming),
        Self::Call(NoticeKind::CallOutgoing),
        Self::Call(NoticeKind::CallWaiting),
        Self::Call(NoticeKind::TalkStarted),
        Self::Call(NoticeKind::TalkFinished),
        Self::Call(NoticeKind::CallFinished),
        Self::Call(NoticeKind::CallLost),
        Self::Call(NoticeKind::RecordReady),
        Self::Lead,
    ];

    /// The word in `"event"`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Call(NoticeKind::CallIncoming) => "call_incoming",
            Self::Call(NoticeKind::CallOutgoing) => "call_outgoing",
            Self::Call(NoticeKind::CallWaiting) => "call_waiting",
            Self::Call(NoticeKind::TalkStarted) => "talk_started",
            Self::Call(NoticeKind::TalkFinished) => "talk_finished",
            Self::Call(NoticeKind::CallFinished) => "call_finished",
            Self::Call(NoticeKind::CallLost) => "call_lost",
            Self::Call(NoticeKind::RecordReady) => "record_ready",
            Self::Lead => "lead",
        }
    }

    /// UIS's own name of the notification in its Russian cabinet; a lead has none.
    pub const fn uis_name(self) -> Option<&'static str> {
        match self {
            Self::Call(kind) => Some(russian(kind)),
            Self::Lead => None,
        }
    }

    fn from_key(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.key().eq_ignore_ascii_case(text.trim()))
    }
}

const fn russian(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::CallIncoming => "Входящий звонок",
        NoticeKind::CallOutgoing => "Исходящий звонок",
        NoticeKind::CallWaiting => "Ожидание ответа",
        NoticeKind::TalkStarted => "Начало разговора",
        NoticeKind::TalkFinished => "Окончание разговора",
        NoticeKind::CallFinished => "Завершение звонка",
        NoticeKind::CallLost => "Потерянный звонок",
        NoticeKind::RecordReady => "Записанный разговор",
    }
}

/// The names of the English cabinet (`CallGear`), as its notification form shows them.
const fn english(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::CallIncoming => "Inbound call",
        NoticeKind::CallOutgoing => "Outbound call",
        NoticeKind::CallWaiting => "Waiting for the answer",
        NoticeKind::TalkStarted => "Talk started",
        NoticeKind::TalkFinished => "Talk finished",
        NoticeKind::CallFinished => "Call finished",
        NoticeKind::CallLost => "Lost call",
        NoticeKind::RecordReady => "Call recording completed",
    }
}

/// Takes the event out of the variables: the `event` of the body, else that of the address, else
/// UIS's own name inside `notification_name`.
pub(super) fn of(variables: &mut Variables) -> Result<Event, Unreadable> {
    let said = variables.take_events();
    let by_key = said.iter().find_map(|text| Event::from_key(text));
    let by_name = || said.iter().find_map(|text| by_uis_name(text));
    let by_notification_name = || variables.text("notification_name").and_then(by_uis_name);

    by_key.or_else(by_name).or_else(by_notification_name).ok_or_else(|| {
        match said.into_iter().next() {
            Some(event) => Unreadable::UnknownEvent { event },
            None => Unreadable::NoEvent,
        }
    })
}

/// Finds UIS's own name inside the customer's label («CRM: Входящий звонок, склад»).
///
/// The longest name found wins, but a name that only tells the direction loses to one that tells the
/// stage: «Ожидание ответа (исходящий звонок)» is a waiting one.
fn by_uis_name(label: &str) -> Option<Event> {
    let label = plain(label);
    let kinds = Event::ALL.into_iter().filter_map(|event| match event {
        Event::Call(kind) => Some(kind),
        Event::Lead => None,
    });
    kinds
        .flat_map(|kind| [(kind, plain(russian(kind))), (kind, plain(english(kind)))])
        .filter(|(_, name)| label.contains(name.as_str()))
        .max_by_key(|(kind, name)| (tells_stage(*kind), name.chars().count()))
        .map(|(kind, _)| Event::Call(kind))
}

const fn tells_stage(kind: NoticeKind) -> bool {
    !matches!(kind, NoticeKind::CallIncoming | NoticeKind::CallOutgoing)
}

/// Small letters, single spaces.
fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
