//! How a call begins.

use std::collections::BTreeMap;

use super::parts::{ClientState, Leg, Parts};
use super::stage::Stage;
use super::{Direction, Event, Failure, Order, PhoneState};
use crate::uis::Speed;
use crate::uis::calls::LiveCall;
use crate::uis::notify::Kind;

/// How long an outgoing call dials before the other side decides.
const DIAL_SECS: i64 = 6;

impl Stage<'_> {
    pub(super) fn begin(&mut self) {
        let script = self.script;
        self.parts.client = match (&script.order, script.direction) {
            (Some(order), _) => order.client_first.then_some(ClientState::Dialing),
            (None, Direction::In) => Some(ClientState::Queued),
            (None, Direction::Out) => Some(ClientState::Dialing),
        };
        let call = self.live_call();
        self.step(Event::Begins(Box::new(call)));
        match (&script.order, script.direction) {
            (Some(order), _) => self.carry_out(order),
            (None, Direction::In) => self.notify(Kind::CallIncoming, None),
            (None, Direction::Out) => self.dial(),
        }
    }

    /// An employee dials by himself.
    fn dial(&mut self) {
        let caller = self.employee(self.script.caller.as_deref().unwrap_or("101"));
        let leg = self.leg(caller, None);
        self.notify(Kind::CallOutgoing, Some(&leg));
        if self.script.failure == Some(Failure::NotAllowed) {
            self.parts.over.push(leg);
            return;
        }
        self.phone(&leg, PhoneState::Ringing);
        self.notify(Kind::CallWaiting, Some(&leg));
        self.now += DIAL_SECS;
    }

    /// UIS rings one side and then, when it has picked up, the other.
    fn carry_out(&mut self, order: &Order) {
        let caller = self.employee(self.script.caller.as_deref().unwrap_or_default());
        let mut phones = order.phones.iter();
        let first = self.leg(caller.clone(), phones.next().map(String::as_str));
        self.notify(
            match self.script.direction {
                Direction::In => Kind::CallIncoming,
                Direction::Out => Kind::CallOutgoing,
            },
            Some(&first),
        );
        let silent = self.script.failure == Some(Failure::EmployeeSilent);
        if order.client_first {
            self.now += order.client_secs;
            if self.script.failure.is_some() && !silent {
                self.parts.over.push(first);
                return;
            }
        }
        self.ring_employee(&first, order);
        if silent {
            for phone in phones {
                self.stop_ringing();
                let next = self.leg(caller.clone(), Some(phone));
                self.ring_employee(&next, order);
            }
        } else if !order.client_first {
            self.step(Event::Dials { session: self.session });
            self.now += order.client_secs;
        }
    }

    fn ring_employee(&mut self, leg: &Leg, order: &Order) {
        self.phone(leg, PhoneState::Ringing);
        self.notify(Kind::CallWaiting, Some(leg));
        self.now += order.employee_secs;
    }

    fn live_call(&self) -> LiveCall {
        let script = self.script;
        LiveCall {
            session: self.session,
            direction: script.direction,
            contact_phone: script.contact_phone.clone(),
            virtual_number: script.virtual_number.clone(),
            external_id: script.facts.external_id.clone(),
            started_at: self.around.started_at,
            phones: BTreeMap::new(),
            parts: Parts { client: self.parts.client, ..Parts::default() },
            script: script.clone(),
            communication_number: self.around.communication_number,
            turn: 0,
            began_at: self.around.started_at,
            speed: Speed::REAL,
        }
    }
}
