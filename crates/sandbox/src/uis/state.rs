//! What the simulated UIS remembers.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::calls::{LiveCall, ReportedCall, SessionId};
use super::company::{Company, EmployeeId};
use super::data_api::Points;
use super::notify::{Log, Parcel};
use super::romashka;
use super::script::{self, Ids, PhoneState, Script, Step};
use super::settings::{ReportLag, Settings};
use crate::ledger::Ledger;

pub(super) struct State {
    pub(super) company: Company,
    pub(super) zone: TimeZone,
    pub(super) settings: Settings,
    pub(super) live: BTreeMap<SessionId, LiveCall>,
    /// Calls that are over, oldest first.
    pub(super) reported: Vec<ReportedCall>,
    pub(super) log: Log,
    /// Notifications kept back on the way.
    pub(super) held: Vec<Parcel>,
    /// Temporary Data API keys and when they expire.
    pub(super) sessions: BTreeMap<String, Timestamp>,
    pub(super) points: Points,
    /// What came to the Data API.
    pub(super) ledger: Ledger,
    ids: Ids,
    /// How often each person has communicated.
    met: BTreeMap<String, u64>,
}

impl State {
    pub(super) fn new() -> Self {
        let company = romashka::company();
        Self {
            zone: TimeZone::get(company.account.timezone).unwrap_or(TimeZone::UTC),
            company,
            settings: Settings::default(),
            live: BTreeMap::new(),
            reported: Vec::new(),
            log: Log::default(),
            held: Vec::new(),
            sessions: BTreeMap::new(),
            points: Points::default(),
            ledger: Ledger::default(),
            ids: Ids { session: 2_384_912_001, leg: 7_100_001 },
            met: BTreeMap::new(),
        }
    }

    /// As before the first call. The numbers of sessions go on, so that no later call is taken for
    /// one of those forgotten, and the customer's own configuration stays.
    pub(super) fn forget(&mut self) {
        let Settings { webhook, templates, media, .. } = std::mem::take(&mut self.settings);
        let settings = Settings { webhook, templates, media, ..Settings::default() };
        *self = Self { settings, ids: self.ids, ..Self::new() };
    }

    /// Turns a script into steps that begin at `started_at`.
    pub(super) fn compile(&mut self, script: &Script, started_at: Timestamp) -> Vec<Step> {
        let counted = self.met.entry(script.contact_phone.clone()).or_default();
        *counted += 1;
        let around = script::Surroundings {
            company: &self.company,
            zone: &self.zone,
            started_at,
            media: &self.settings.media,
            communication_number: script.facts.communication_number.unwrap_or(*counted),
        };
        script::compile(script, &around, &mut self.ids)
    }

    /// A phone of a call going on changes its state.
    pub(super) fn set_phone(&mut self, call: SessionId, employee: EmployeeId, phone: PhoneState) {
        let Some(live) = self.live.get_mut(&call) else { return };
        match phone {
            PhoneState::Resting => live.phones.remove(&employee),
            PhoneState::Ringing | PhoneState::Talking => live.phones.insert(employee, phone),
        };
    }

    /// A call is over: it leaves the phones and, after the lag, enters the reports.
    pub(super) fn finish(&mut self, mut call: ReportedCall, now: Timestamp) {
        self.live.remove(&call.session);
        call.visible_from = match self.settings.report_lag {
            ReportLag::Secs(secs) => now.checked_add(SignedDuration::from_secs(secs)).ok(),
            ReportLag::Never => None,
        };
        self.reported.push(call);
    }

    /// The recordings of a call are ready: its rows are replaced, and appear no sooner than before.
    pub(super) fn recorded(&mut self, call: ReportedCall) {
        let known = self.reported.iter_mut().find(|known| known.session == call.session);
        if let Some(known) = known {
            *known = ReportedCall { visible_from: known.visible_from, ..call };
        }
    }
}
