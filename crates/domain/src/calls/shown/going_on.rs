//! The cards of a call that goes on: they pop up, are accepted, and close when somebody else has the
//! call.

use jiff::{SignedDuration, Timestamp};

use super::{Desks, PlannedCard, Shown, ShownCard, ShownStage};
use crate::calls::{CallFacts, CardStage, Direction, Party};
use crate::ids::UisEmployeeId;

/// Phones of one group begin to ring together; one that begins this much later means that the call has
/// gone on from the phones before it.
const NEXT_IN_TURN: SignedDuration = SignedDuration::from_secs(4);

/// One look at a call, from what is known to what is shown.
pub(super) struct Step<'a> {
    pub(super) shown: &'a mut Shown,
    pub(super) facts: &'a CallFacts,
    pub(super) desks: &'a Desks,
    pub(super) planned: Vec<PlannedCard>,
}

impl Step<'_> {
    /// Shows what has happened to each employee, in the order in which the call came to them.
    pub(super) fn go_on(&mut self) {
        for party in &self.facts.parties {
            if !self.desks.contains_key(&party.employee.id) {
                continue;
            }
            self.note_ringing(party);
            if party.talked() {
                self.talk(party.employee.id, party.rang_at.or(party.talk_started_at()));
            } else if let Some(rang_at) = party.rang_at.filter(|at| self.is_to_ring(party, *at)) {
                self.pop_up(party.employee.id, rang_at);
            }
        }
        self.cancel_taken();
    }

    /// The employee talks: his card says so. One who had been given up and talks after all gets a new
    /// card.
    pub(super) fn talk(&mut self, employee: UisEmployeeId, rang_at: Option<Timestamp>) {
        let stage = self.shown.cards.get(&employee).map(|card| card.stage);
        if stage == Some(ShownStage::Accepted) {
            return;
        }
        if stage != Some(ShownStage::Ringing) {
            self.pop_up(employee, rang_at.unwrap_or(self.facts.began_at));
        }
        self.put(employee, ShownStage::Accepted, CardStage::Accepted);
    }

    /// Closes the employee's card.
    pub(super) fn close(&mut self, employee: UisEmployeeId, stage: CardStage) {
        self.put(employee, ShownStage::Closed, stage);
    }

    /// A second phone of the same employee, or the same phone once more, is no reason for a second card
    /// while the first is open.
    fn note_ringing(&mut self, party: &Party) {
        let card = self.shown.cards.get_mut(&party.employee.id);
        if let Some(card) = card.filter(|card| card.stage != ShownStage::Closed) {
            card.legs.extend(&party.legs);
            card.rang_at = party.rang_at.map_or(card.rang_at, |rang_at| rang_at.max(card.rang_at));
        }
    }

    /// Whether the phone of somebody who has not talked calls for a card that is not there yet.
    fn is_to_ring(&self, party: &Party, rang_at: Timestamp) -> bool {
        let rung_anew = match self.shown.cards.get(&party.employee.id) {
            // an outgoing call is its caller's; Planfix knows no word for closing a colleague's card
            None => self.shown.cards.is_empty() || self.facts.direction != Some(Direction::Out),
            Some(card) => {
                card.stage == ShownStage::Closed
                    && rang_at.duration_since(card.rang_at) >= NEXT_IN_TURN
                    && (party.legs.is_empty() || !party.legs.is_subset(&card.legs))
            }
        };
        // told late, it may be over: such a card would close the moment it opens
        let passed_on = self.ringing().any(|(_, later)| is_next_in_turn(later, rang_at));
        rung_anew && !passed_on && !self.is_taken(party.employee.id, rang_at)
    }

    /// A card pops up, and the cards of those whose turn is over close.
    fn pop_up(&mut self, employee: UisEmployeeId, rang_at: Timestamp) {
        let turn_over = self.ringing().filter(|(_, earlier)| is_next_in_turn(rang_at, *earlier));
        for (earlier, _) in turn_over.collect::<Vec<_>>() {
            self.close(earlier, CardStage::Cancelled);
        }
        let round = self.shown.cards.get(&employee).map_or(1, |card| card.round + 1);
        let legs = self.facts.party(employee).map(|party| party.legs.clone()).unwrap_or_default();
        let card = ShownCard { round, stage: ShownStage::Ringing, rang_at, legs };
        self.shown.cards.insert(employee, card);
        self.put(employee, ShownStage::Ringing, CardStage::Ringing);
    }

    /// Somebody took the call: the cards that rang beside his close, whether or not he has one himself.
    fn cancel_taken(&mut self) {
        let taken = self.ringing().filter(|(employee, rang_at)| self.is_taken(*employee, *rang_at));
        for (employee, _) in taken.collect::<Vec<_>>() {
            self.close(employee, CardStage::Cancelled);
        }
    }

    /// Whether another employee took the call after this one's phone began to ring.
    fn is_taken(&self, employee: UisEmployeeId, rang_at: Timestamp) -> bool {
        let others = self.facts.parties.iter().filter(|other| other.employee.id != employee);
        others.into_iter().any(|other| other.began_to_talk_since(rang_at))
    }

    /// The cards that ring, and since when. A talker's card is none of them, even if it does not say so
    /// yet.
    fn ringing(&self) -> impl Iterator<Item = (UisEmployeeId, Timestamp)> {
        let ringing = self.shown.cards.iter().filter(|(employee, card)| {
            let talked = self.facts.party(**employee).is_some_and(Party::talked);
            card.stage == ShownStage::Ringing && !talked
        });
        ringing.map(|(employee, card)| (*employee, card.rang_at))
    }

    fn put(&mut self, employee: UisEmployeeId, shown: ShownStage, stage: CardStage) {
        if let Some(card) = self.shown.cards.get_mut(&employee) {
            card.stage = shown;
            self.planned.push(PlannedCard { employee, round: card.round, stage });
        }
    }
}

fn is_next_in_turn(rang_at: Timestamp, earlier: Timestamp) -> bool {
    rang_at.duration_since(earlier) >= NEXT_IN_TURN
}
