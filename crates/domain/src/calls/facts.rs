//! What is known of a call: gathered from notifications in whatever order they come, and from its row
//! in `get.calls_report`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{CallNotice, CallReport, Direction, NoticeKind, Party};
use crate::ids::{CallSessionId, CommunicationId, UisEmployeeId};
use crate::phone::Phone;

/// Everything known of one call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallFacts {
    /// The call.
    pub session: CallSessionId,
    /// Who called whom; `None` until a notification tells.
    pub direction: Option<Direction>,
    /// The client.
    pub phone: Option<Phone>,
    /// Our number.
    pub virtual_number: Option<Phone>,
    /// Our own id of a call that we started.
    pub external_id: Option<String>,
    /// The earliest moment known of the call.
    pub began_at: Timestamp,
    /// The employees it came to, in the order of their first appearance.
    pub parties: Vec<Party>,
    /// When UIS said that the call was over.
    pub ended_at: Option<Timestamp>,
    /// UIS said that the call was lost.
    pub lost: bool,
    /// Length of all talks by `call_finished`, seconds.
    pub talk_seconds: Option<u32>,
    /// Who `call_finished` was about.
    pub finished_by: Option<UisEmployeeId>,
    /// The recordings, in the order of their coming.
    pub records: Vec<Url>,
    /// `communication_id`.
    pub communication: Option<CommunicationId>,
    /// `communication_number`.
    pub communication_number: Option<i64>,
    /// Every variable that came, the latest value of each.
    pub variables: BTreeMap<String, String>,
    /// The report's row, once it was there.
    pub report: Option<CallReport>,
}

impl CallFacts {
    /// Nothing but the call.
    pub fn new(session: CallSessionId, began_at: Timestamp) -> Self {
        Self {
            session,
            direction: None,
            phone: None,
            virtual_number: None,
            external_id: None,
            began_at,
            parties: Vec::new(),
            ended_at: None,
            lost: false,
            talk_seconds: None,
            finished_by: None,
            records: Vec::new(),
            communication: None,
            communication_number: None,
            variables: BTreeMap::new(),
            report: None,
        }
    }

    /// Adds what a notification says. Notifications may come late, twice and in any order.
    pub fn observe(&mut self, notice: &CallNotice, received_at: Timestamp) {
        let at = notice.at.unwrap_or(received_at);
        self.began_at = self.began_at.min(at);
        self.direction = self.direction.or(notice.direction).or_else(|| direction_of(notice.kind));
        fill(&mut self.phone, notice.contact_phone.as_ref());
        fill(&mut self.virtual_number, notice.virtual_number.as_ref());
        fill(&mut self.external_id, notice.external_id.as_ref());
        fill(&mut self.communication, notice.communication.as_ref());
        fill(&mut self.communication_number, notice.communication_number.as_ref());
        self.variables.extend(notice.variables.clone());
        self.prefer_reported();
        match notice.kind {
            NoticeKind::CallIncoming => {}
            NoticeKind::CallOutgoing | NoticeKind::CallWaiting => {
                self.with_party(notice, at, |party| party.rings(&notice.legs, at));
            }
            NoticeKind::TalkStarted => self.with_party(notice, at, |party| party.talks_since(at)),
            NoticeKind::TalkFinished => {
                self.with_party(notice, at, |party| party.talked_until(at, notice.talk_seconds));
            }
            NoticeKind::CallFinished => {
                self.ended_at = Some(self.ended_at.map_or(at, |known| known.max(at)));
                self.talk_seconds = self.talk_seconds.max(notice.talk_seconds);
                fill(&mut self.finished_by, notice.employee.as_ref().map(|one| &one.id));
            }
            NoticeKind::CallLost => {
                self.ended_at = Some(self.ended_at.map_or(at, |known| known.max(at)));
                self.lost = true;
            }
            NoticeKind::RecordReady => {
                let link = notice.record.iter().filter(|link| !self.records.contains(link));
                let new: Vec<Url> = link.cloned().collect();
                self.records.extend(new);
            }
        }
    }

    /// Adds the report's row: the call is over, and the row knows best who talked.
    pub fn learn(&mut self, report: CallReport) {
        fill(&mut self.direction, report.direction.as_ref());
        fill(&mut self.phone, report.contact_phone.as_ref());
        fill(&mut self.virtual_number, report.virtual_number.as_ref());
        fill(&mut self.communication, report.communication.as_ref());
        fill(&mut self.talk_seconds, report.talk_seconds.as_ref());
        self.ended_at = self.ended_at.or(report.finished_at).or(Some(self.began_at));
        // a notification's link and the report's may be two spellings of one file: the first known stays
        if self.records.is_empty() {
            self.records.clone_from(&report.records);
        }
        self.report = Some(report);
        self.prefer_reported();
    }

    /// The report knows best: a notification that comes after it does not take its word back.
    fn prefer_reported(&mut self) {
        if let Some(report) = &self.report {
            self.variables.extend(report.columns.clone());
        }
    }

    fn with_party(&mut self, notice: &CallNotice, at: Timestamp, change: impl FnOnce(&mut Party)) {
        let Some(employee) = &notice.employee else { return };
        let known = self.parties.iter_mut().find(|party| party.employee.id == employee.id);
        if let Some(party) = known {
            fill(&mut party.employee.full_name, employee.full_name.as_ref());
            change(party);
        } else {
            let mut party = Party::new(employee.clone(), at);
            change(&mut party);
            self.parties.push(party);
        }
        self.parties.sort_by_key(|party| party.seen_at);
    }
}

/// What the kind alone says of the direction.
fn direction_of(kind: NoticeKind) -> Option<Direction> {
    match kind {
        NoticeKind::CallIncoming | NoticeKind::CallLost => Some(Direction::In),
        NoticeKind::CallOutgoing => Some(Direction::Out),
        _ => None,
    }
}

fn fill<T: Clone>(known: &mut Option<T>, told: Option<&T>) {
    if known.is_none() {
        *known = told.cloned();
    }
}
