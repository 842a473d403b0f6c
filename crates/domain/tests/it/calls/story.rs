//! A call told as UIS tells it: `Call::incoming().rings(MARIA).after(5).talks(MARIA, 30).finishes()`.

use std::collections::BTreeMap;

use domain::calls::{
    CallFacts, CallNotice, CallReport, Direction, EmployeeRef, NoticeKind, ReportedEmployee,
};
use domain::ids::{CallSessionId, UisEmployeeId};
use domain::phone::Phone;
use jiff::{SignedDuration, Timestamp};

pub(crate) const MARIA: UisEmployeeId = UisEmployeeId(101);
pub(crate) const PETR: UisEmployeeId = UisEmployeeId(102);
pub(crate) const NINA: UisEmployeeId = UisEmployeeId(103);
/// Planfix does not know him.
pub(crate) const OLEG: UisEmployeeId = UisEmployeeId(104);

/// The moment so many seconds after the call began.
pub(crate) fn at(second: i64) -> Timestamp {
    let began: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
    began + SignedDuration::from_secs(second)
}

/// The notifications of a call, in the order in which they are sent.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) notices: Vec<CallNotice>,
    direction: Direction,
    second: i64,
    legs: i64,
    talking: BTreeMap<UisEmployeeId, i64>,
    /// Seconds of talk so far.
    talked: u32,
}

impl Call {
    pub(crate) fn incoming() -> Self {
        Self::new(Direction::In).tell(NoticeKind::CallIncoming, None)
    }

    /// An employee dials.
    pub(crate) fn outgoing_by(employee: UisEmployeeId) -> Self {
        Self::new(Direction::Out).tell(NoticeKind::CallOutgoing, Some(employee)).rings(employee)
    }

    fn new(direction: Direction) -> Self {
        let (second, legs, talked) = (0, 0, 0);
        let talking = BTreeMap::new();
        Self { notices: Vec::new(), direction, second, legs, talking, talked }
    }

    /// Time goes by.
    pub(crate) fn after(mut self, seconds: i64) -> Self {
        self.second += seconds;
        self
    }

    /// A phone of the employee's rings.
    pub(crate) fn rings(mut self, employee: UisEmployeeId) -> Self {
        self.legs += 1;
        let leg = self.legs;
        self.tell(NoticeKind::CallWaiting, Some(employee)).but(|notice| notice.legs = vec![leg])
    }

    pub(crate) fn answers(mut self, employee: UisEmployeeId) -> Self {
        self.talking.insert(employee, self.second);
        self.tell(NoticeKind::TalkStarted, Some(employee))
    }

    pub(crate) fn hangs_up(mut self, employee: UisEmployeeId) -> Self {
        let began = self.talking.remove(&employee).unwrap_or(self.second);
        let seconds = u32::try_from(self.second - began).unwrap();
        self.talked += seconds;
        self.tell(NoticeKind::TalkFinished, Some(employee))
            .but(|notice| notice.talk_seconds = Some(seconds))
    }

    /// The employee answers and hangs up so many seconds later.
    pub(crate) fn talks(self, employee: UisEmployeeId, seconds: i64) -> Self {
        self.answers(employee).after(seconds).hangs_up(employee)
    }

    /// The call ends; the end tells how long all talks were.
    pub(crate) fn finishes(self) -> Self {
        let talked = self.talked;
        self.tell(NoticeKind::CallFinished, None).but(|notice| notice.talk_seconds = Some(talked))
    }

    /// The client gives up: the call is lost.
    pub(crate) fn gives_up(self) -> Self {
        self.tell(NoticeKind::CallLost, None)
    }

    pub(crate) fn record(self, link: &str) -> Self {
        self.tell(NoticeKind::RecordReady, None).but(|notice| notice.record = link.parse().ok())
    }

    /// Changes the notification told last.
    pub(crate) fn but(mut self, change: impl FnOnce(&mut CallNotice)) -> Self {
        change(self.notices.last_mut().unwrap());
        self
    }

    /// The last notification names the employee.
    pub(crate) fn about(self, employee: UisEmployeeId) -> Self {
        self.but(|notice| notice.employee = Some(person(employee)))
    }

    /// The last notification carries this variable.
    pub(crate) fn saying(self, name: &str, value: &str) -> Self {
        self.but(|notice| {
            notice.variables.insert(name.to_owned(), value.to_owned());
        })
    }

    /// Notifications of the kind about the employee get lost.
    pub(crate) fn losing(mut self, kind: NoticeKind, employee: Option<UisEmployeeId>) -> Self {
        self.notices.retain(|notice| {
            notice.kind != kind || notice.employee.as_ref().map(|one| one.id) != employee
        });
        self
    }

    /// The call's notifications reach us in this order, by their numbers in the story.
    pub(crate) fn arriving(mut self, order: &[usize]) -> Self {
        self.notices = order.iter().map(|number| self.notices[*number].clone()).collect();
        self
    }

    /// What is known when all of it was heard.
    pub(crate) fn facts(&self) -> CallFacts {
        let mut facts = CallFacts::new(CallSessionId(7), at(self.second));
        for notice in &self.notices {
            facts.observe(notice, at(self.second));
        }
        facts
    }

    fn tell(mut self, kind: NoticeKind, employee: Option<UisEmployeeId>) -> Self {
        self.notices.push(CallNotice {
            kind,
            session: CallSessionId(7),
            at: Some(at(self.second)),
            direction: Some(self.direction),
            contact_phone: Phone::parse("79031234567"),
            virtual_number: Phone::parse("74950236854"),
            employee: employee.map(person),
            employees: Vec::new(),
            legs: Vec::new(),
            external_id: None,
            talk_seconds: None,
            wait_seconds: None,
            communication_number: None,
            communication: None,
            record: None,
            variables: BTreeMap::new(),
        });
        self
    }
}

fn person(id: UisEmployeeId) -> EmployeeRef {
    EmployeeRef { id, full_name: Some(name(id).to_owned()) }
}

fn name(employee: UisEmployeeId) -> &'static str {
    match employee {
        MARIA => "Мария Ким",
        PETR => "Пётр Сомов",
        NINA => "Нина Орлова",
        _ => "Олег Фокин",
    }
}

/// The row of a call in which these employees talked so many seconds together.
pub(crate) fn report(talkers: &[UisEmployeeId], seconds: u32) -> CallReport {
    CallReport {
        direction: None,
        contact_phone: None,
        virtual_number: None,
        communication: None,
        finished_at: None,
        finish_reason: None,
        lost: talkers.is_empty(),
        talk_seconds: Some(seconds),
        first_talker: talkers.first().copied(),
        last_talker: talkers.last().copied(),
        employees: talkers.iter().map(|id| reported(*id, true)).collect(),
        tags: Vec::new(),
        attributes: Vec::new(),
        records: Vec::new(),
        columns: BTreeMap::new(),
    }
}

/// An employee of a row.
pub(crate) fn reported(id: UisEmployeeId, talked: bool) -> ReportedEmployee {
    ReportedEmployee { id, full_name: Some(name(id).to_owned()), talked }
}
