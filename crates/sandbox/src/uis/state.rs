//! What the simulated UIS remembers.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::calls::{LiveCall, ReportedCall, SessionId};
use super::chat;
use super::company::{Company, Named};
use super::deals::Deals;
use super::leads::ReportedLead;
use super::manager::Asked;
use super::notify::{Log, Parcel};
use super::romashka;
use super::rpc::Points;
use super::script::{self, Ids, Script, Step, Surroundings};
use super::settings::{ReportLag, Settings};
use crate::ledger::Ledger;

pub(super) struct State {
    pub(super) company: Company,
    pub(super) zone: TimeZone,
    pub(super) settings: Settings,
    pub(super) live: BTreeMap<SessionId, LiveCall>,
    /// Calls that are over, oldest first.
    pub(super) reported: Vec<ReportedCall>,
    /// What visitors left, oldest first.
    pub(super) leads: Vec<ReportedLead>,
    pub(super) log: Log,
    /// Notifications kept back on the way.
    pub(super) held: Vec<Parcel>,
    pub(super) deals: Deals,
    /// Temporary Data API keys and when they expire.
    pub(super) sessions: BTreeMap<String, Timestamp>,
    pub(super) data_points: Points,
    pub(super) call_points: Points,
    /// What came to the Data API and the Call API.
    pub(super) ledger: Ledger,
    /// Questions for personal managers, oldest first.
    pub(super) questions: Vec<Asked>,
    /// How many questions for personal managers there were.
    pub(super) questions_asked: u64,
    /// Steps that began with a request and wait to be let happen.
    pub(super) begun: Vec<Vec<Step>>,
    /// Tags put on calls over the Call API.
    pub(super) put_tags: BTreeMap<SessionId, Vec<Named>>,
    /// Which course of a call is the present one, where somebody took a hand in it.
    pub(super) turns: BTreeMap<SessionId, u32>,
    pub(super) ids: Ids,
    /// Chats.
    pub(super) chat: chat::Office,
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
            leads: Vec::new(),
            log: Log::default(),
            held: Vec::new(),
            deals: Deals::default(),
            sessions: BTreeMap::new(),
            data_points: Points::default(),
            call_points: Points::default(),
            ledger: Ledger::default(),
            questions: Vec::new(),
            questions_asked: 0,
            begun: Vec::new(),
            put_tags: BTreeMap::new(),
            turns: BTreeMap::new(),
            ids: Ids { session: 2_384_912_001, leg: 7_100_001, lead: 650_001 },
            chat: chat::Office::new(),
            met: BTreeMap::new(),
        }
    }

    /// As before the first call. The numbers of sessions go on, so that no later call is taken for
    /// one of those forgotten, and the customer's own configuration stays.
    pub(super) fn forget(&mut self) {
        let settings = std::mem::take(&mut self.settings).without_tricks();
        let chat = self.chat.forgotten();
        *self = Self { settings, chat, ids: self.ids, ..Self::new() };
    }

    /// Somebody communicates; gives which time it is.
    pub(super) fn meet(&mut self, person: String) -> u64 {
        let counted = self.met.entry(person).or_default();
        *counted += 1;
        *counted
    }

    /// Turns a script into steps that begin at `started_at`.
    pub(super) fn compile(&mut self, script: &Script, started_at: Timestamp) -> Vec<Step> {
        let counted = self.meet(script.contact_phone.clone());
        let number = script.facts.communication_number.unwrap_or(counted);
        let around = Surroundings {
            company: &self.company,
            zone: &self.zone,
            started_at,
            media: &self.settings.media,
            communication_number: number,
        };
        script::compile(script, &around, &mut self.ids)
    }

    /// A call is over: it leaves the phones and, after the lag, enters the reports.
    pub(super) fn finish(&mut self, mut call: ReportedCall, now: Timestamp) {
        self.live.remove(&call.session);
        self.add_put_tags(&mut call);
        call.visible_from = match self.settings.report_lag {
            ReportLag::Secs(secs) => now.checked_add(SignedDuration::from_secs(secs)).ok(),
            ReportLag::Never => None,
        };
        self.reported.push(call);
    }

    /// The recordings of a call are ready: its rows are replaced, and appear no sooner than before.
    pub(super) fn recorded(&mut self, mut call: ReportedCall) {
        self.add_put_tags(&mut call);
        let known = self.reported.iter_mut().find(|known| known.session == call.session);
        if let Some(known) = known {
            *known = ReportedCall { visible_from: known.visible_from, ..call };
        }
    }

    /// Tags put on the call by hand stand in its row beside those of the script.
    fn add_put_tags(&self, call: &mut ReportedCall) {
        let put = self.put_tags.get(&call.session).into_iter().flatten();
        if let Some(Value::Array(tags)) = call.row.get_mut("tags") {
            let row =
                |tag: &Named| json!({"tag_id": tag.id, "tag_name": tag.name, "tag_type": "manual"});
            tags.extend(put.map(row));
        }
    }
}
