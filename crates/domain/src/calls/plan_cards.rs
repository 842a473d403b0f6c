//! From what is known of a call to what must be shown of it next.
//!
//! The same facts always lead to the same cards, whatever the order in which they became known; a card
//! that was shown is only ever moved on.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use super::shown::{Shown, ShownCard, ShownStage};
use super::{CallFacts, CardStage, Ending, MissedReason, Party};
use crate::ids::UisEmployeeId;
use crate::phone::ShortNumber;

/// Where an employee can be shown a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Under which number Planfix knows him.
    pub short_number: ShortNumber,
    /// Whether his talks are recorded.
    pub recorded: bool,
}

/// The employees who can be shown cards; to Planfix the others do not exist.
pub type Desks = BTreeMap<UisEmployeeId, Desk>;

/// Phones of one group begin to ring together; one that begins this much later means that the call has
/// gone on from the phones before it.
const NEXT_IN_TURN: SignedDuration = SignedDuration::from_secs(4);

/// A card to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedCard {
    /// Whose.
    pub employee: UisEmployeeId,
    /// The card's number for this employee, for the operation's name.
    pub round: u32,
    /// What to show.
    pub stage: CardStage,
}

impl Shown {
    /// What to show next, and notes it as shown.
    pub fn advance(
        &mut self,
        facts: &CallFacts,
        desks: &Desks,
        now: Timestamp,
    ) -> Vec<PlannedCard> {
        if self.closed {
            return Vec::new();
        }
        let mut planned = Vec::new();
        let reachable = |party: &&Party| desks.contains_key(&party.employee.id);
        for party in facts.parties.iter().filter(reachable) {
            self.ring(party, facts, &mut planned);
            self.accept(party, facts, &mut planned);
        }
        match facts.ending(now) {
            Ending::Open | Ending::Unsettled { .. } => {}
            Ending::Talked => self.close_talked(facts, desks, &mut planned),
            Ending::NotTalked(reason) => self.close_missed(reason, &mut planned),
        }
        planned
    }

    /// The employee's phone rings: his card pops up, and cards of those whose turn is over close.
    fn ring(&mut self, party: &Party, facts: &CallFacts, planned: &mut Vec<PlannedCard>) {
        let Some(rang_at) = party.rang_at.or(party.talk_started_at()) else { return };
        let round = match self.cards.get(&party.employee.id) {
            None => 1,
            Some(card) if card.stage == ShownStage::Closed && !party.legs.is_subset(&card.legs) => {
                card.round + 1
            }
            Some(_) => return,
        };
        if !party.talked() && taken_by_another(facts, party, rang_at) {
            return;
        }
        let turn_over: Vec<UisEmployeeId> = self
            .cards
            .iter()
            .filter(|(_, card)| card.stage == ShownStage::Ringing)
            .filter(|(_, card)| rang_at.duration_since(card.rang_at) >= NEXT_IN_TURN)
            .map(|(employee, _)| *employee)
            .collect();
        for employee in turn_over {
            self.close(employee, CardStage::Cancelled, planned);
        }
        let card =
            ShownCard { round, stage: ShownStage::Ringing, rang_at, legs: party.legs.clone() };
        self.cards.insert(party.employee.id, card);
        planned.push(PlannedCard { employee: party.employee.id, round, stage: CardStage::Ringing });
    }

    /// The employee talks: his card says so, and the cards that rang beside it close.
    fn accept(&mut self, party: &Party, facts: &CallFacts, planned: &mut Vec<PlannedCard>) {
        if !party.talked() {
            return;
        }
        let id = party.employee.id;
        let Some(card) = self.cards.get_mut(&id) else { return };
        match card.stage {
            ShownStage::Accepted => return,
            // he had been given up and talks after all: a new card
            ShownStage::Closed => {
                card.round += 1;
                planned.push(PlannedCard {
                    employee: id,
                    round: card.round,
                    stage: CardStage::Ringing,
                });
            }
            ShownStage::Ringing => {}
        }
        card.stage = ShownStage::Accepted;
        planned.push(PlannedCard { employee: id, round: card.round, stage: CardStage::Accepted });
        let beside: Vec<UisEmployeeId> = facts
            .parties
            .iter()
            .filter(|other| !other.talked())
            .filter(|other| {
                let rang = self.cards.get(&other.employee.id);
                rang.is_some_and(|card| {
                    card.stage == ShownStage::Ringing
                        && Some(card.rang_at) <= party.talk_started_at()
                })
            })
            .map(|other| other.employee.id)
            .collect();
        for employee in beside {
            self.close(employee, CardStage::Cancelled, planned);
        }
    }

    fn close_talked(&mut self, facts: &CallFacts, desks: &Desks, planned: &mut Vec<PlannedCard>) {
        self.accept_late_talker(facts, desks, planned);
        let open: Vec<(UisEmployeeId, ShownStage)> = self.open_cards();
        let talkers = open.iter().filter(|(_, stage)| *stage == ShownStage::Accepted).count();
        for (employee, stage) in &open {
            if *stage == ShownStage::Ringing {
                self.close(*employee, CardStage::Cancelled, planned);
            }
        }
        for (employee, stage) in open {
            if stage == ShownStage::Accepted {
                let party = facts.parties.iter().find(|party| party.employee.id == employee);
                let own = party.and_then(Party::seconds);
                // the call's own sum is his, when nobody else talked
                let sum = facts.talk_seconds.filter(|_| talkers == 1);
                let seconds = own.or(sum).unwrap_or(0);
                let record = facts.records.first().filter(|_| talkers == 1).cloned();
                self.records.extend(record.iter().map(ToString::to_string));
                let awaited = desks.get(&employee).is_none_or(|desk| desk.recorded);
                let recorded = record.is_some() || awaited;
                self.close(employee, CardStage::Talked { seconds, recorded, record }, planned);
            }
        }
        self.closed = true;
    }

    /// Somebody talked, and no notification said who began: the end or the report did.
    fn accept_late_talker(
        &mut self,
        facts: &CallFacts,
        desks: &Desks,
        planned: &mut Vec<PlannedCard>,
    ) {
        let late = facts.first_talker().filter(|_| facts.talkers().is_empty());
        let late = late.filter(|employee| desks.contains_key(employee));
        let Some(employee) = late else { return };
        let rang_at = facts.began_at;
        let card = self.cards.entry(employee).or_insert_with(|| {
            planned.push(PlannedCard { employee, round: 1, stage: CardStage::Ringing });
            ShownCard { round: 1, stage: ShownStage::Ringing, rang_at, legs: [].into() }
        });
        if card.stage == ShownStage::Ringing {
            card.stage = ShownStage::Accepted;
            let round = card.round;
            planned.push(PlannedCard { employee, round, stage: CardStage::Accepted });
        }
    }

    /// Nobody talked: one card says so (the one rung first), the others just close.
    fn close_missed(&mut self, reason: MissedReason, planned: &mut Vec<PlannedCard>) {
        let mut open = self.open_cards();
        open.sort_by_key(|(employee, _)| self.cards.get(employee).map(|card| card.rang_at));
        // a call passed on in turn: everybody's card may be closed but the last one's
        let blamed = open.first().map(|(employee, _)| *employee);
        for (employee, _) in open.iter().skip(1) {
            self.close(*employee, CardStage::Cancelled, planned);
        }
        if let Some(employee) = blamed {
            self.close(employee, CardStage::NotTalked { reason }, planned);
        }
        self.closed = true;
    }

    fn open_cards(&self) -> Vec<(UisEmployeeId, ShownStage)> {
        let open = self.cards.iter().filter(|(_, card)| card.stage != ShownStage::Closed);
        open.map(|(employee, card)| (*employee, card.stage)).collect()
    }

    fn close(&mut self, employee: UisEmployeeId, stage: CardStage, planned: &mut Vec<PlannedCard>) {
        if let Some(card) = self.cards.get_mut(&employee) {
            card.stage = ShownStage::Closed;
            planned.push(PlannedCard { employee, round: card.round, stage });
        }
    }
}

/// Whether another employee took the call after this one's phone began to ring, so that his card would
/// close the moment it opens.
fn taken_by_another(facts: &CallFacts, party: &Party, rang_at: Timestamp) -> bool {
    facts
        .parties
        .iter()
        .filter(|other| other.employee.id != party.employee.id)
        .any(|other| other.talk_started_at().is_some_and(|talked_at| rang_at <= talked_at))
}
