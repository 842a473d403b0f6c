//! What the employees see of a call. Maria, Petr and Nina have short numbers, Oleg has none.

use domain::calls::{
    CallFacts, CallNotice, CallReport, CardStage, Desk, Desks, Ending, PlannedCard, Shown,
};
use domain::ids::CallSessionId;
use domain::phone::ShortNumber;
use jiff::{SignedDuration, Timestamp};

use super::story::{Call, MARIA, NINA, PETR, at};

pub(crate) struct Office {
    pub(crate) facts: CallFacts,
    pub(crate) shown: Shown,
    pub(crate) now: Timestamp,
    /// Everything shown so far.
    pub(crate) planned: Vec<PlannedCard>,
    desks: Desks,
}

impl Office {
    pub(crate) fn new() -> Self {
        let desk = |id| {
            let short_number = ShortNumber::parse(&format!("{id}")).unwrap();
            (id, Desk { short_number, recorded: true })
        };
        Self {
            facts: CallFacts::new(CallSessionId(7), at(0)),
            shown: Shown::default(),
            now: at(0),
            planned: Vec::new(),
            desks: [MARIA, PETR, NINA].map(desk).into(),
        }
    }

    /// Nobody's talks are recorded.
    pub(crate) fn without_recording() -> Self {
        let mut office = Self::new();
        office.desks.values_mut().for_each(|desk| desk.recorded = false);
        office
    }

    /// Every notification reaches us the moment it is sent.
    pub(crate) fn of(call: &Call) -> Self {
        let mut office = Self::new();
        office.hears(call);
        office
    }

    pub(crate) fn hears(&mut self, call: &Call) {
        for notice in &call.notices {
            self.hears_one(notice, notice.at.unwrap_or(self.now));
        }
    }

    pub(crate) fn hears_one(&mut self, notice: &CallNotice, received_at: Timestamp) {
        self.facts.observe(notice, received_at);
        self.now = self.now.max(received_at);
        self.look();
    }

    pub(crate) fn learns(&mut self, report: CallReport) {
        self.facts.learn(report);
        self.look();
    }

    pub(crate) fn waits(&mut self, seconds: i64) {
        self.now += SignedDuration::from_secs(seconds);
        self.look();
    }

    pub(crate) fn look(&mut self) {
        self.planned.extend(self.shown.advance(&self.facts, &self.desks, self.now));
    }

    pub(crate) fn ending(&self) -> Ending {
        self.facts.ending(self.now)
    }

    /// What was shown since it was last asked, as sentences.
    pub(crate) fn sees(&mut self) -> Vec<String> {
        self.planned.drain(..).map(|card| sentence(&card)).collect()
    }
}

fn sentence(card: &PlannedCard) -> String {
    let who = card.employee;
    match &card.stage {
        CardStage::Ringing if card.round > 1 => format!("{who} rings again"),
        CardStage::Ringing => format!("{who} rings"),
        CardStage::Accepted => format!("{who} talks"),
        CardStage::Cancelled => format!("{who} closes"),
        CardStage::NotTalked { reason } => format!("{who}: {reason:?}"),
        CardStage::Talked { seconds, recorded, record } => {
            let record = match (record, recorded) {
                (Some(link), _) => format!(", {link}"),
                (None, true) => String::new(),
                (None, false) => ", not recorded".to_owned(),
            };
            format!("{who} talked {seconds} s{record}")
        }
    }
}

/// What the office sees when every notification comes the moment it is sent.
pub(crate) fn seen(call: &Call) -> Vec<String> {
    Office::of(call).sees()
}
