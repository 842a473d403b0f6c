//! How a call ends, and what it leaves behind.

use super::row;
use super::stage::Stage;
use super::{Direction, Event, Recording};
use crate::uis::notify::Kind;

impl Stage<'_> {
    pub(super) fn end(&mut self) {
        self.stop_waiting();
        self.stop_talking();
        self.stop_ringing();
        let legs = &self.parts.over;
        let talked = legs.iter().any(|leg| leg.answered_at.is_some());
        let last = legs.iter().rfind(|leg| leg.answered_at.is_some());
        let last = last.or_else(|| legs.last()).cloned();
        if self.script.recording == Recording::AtOnce {
            self.send_recordings();
        }
        let incoming = self.script.direction == Direction::In;
        if incoming && !talked && self.script.lost_when_unanswered {
            self.notify(Kind::CallLost, None);
        }
        self.notify(Kind::CallFinished, last.as_ref());
        let report = row::report(&self.course(), self.script.recording == Recording::AtOnce);
        self.step(Event::Ends(Box::new(report)));
        if let Recording::After(secs) = self.script.recording {
            let report = row::report(&self.course(), true);
            self.now += secs;
            self.step(Event::Recorded(Box::new(report)));
            self.send_recordings();
        }
    }

    fn send_recordings(&mut self) {
        for leg in self.parts.over.clone() {
            if leg.answered_at.is_some() {
                self.notify(Kind::RecordReady, Some(&leg));
            }
        }
    }
}
