//! The course of calls going on: what happens in them, and who takes a hand in them.

use jiff::Timestamp;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::calls::SessionId;
use super::notify::Variables;
use super::script::{self, ClientState, Event, Hand, Pace, Question, Reply, Step, Surroundings};
use super::settings::{Begun, Ordered};
use super::state::State;
use super::{Speed, Uis};

impl State {
    /// Whether somebody has taken a hand in the call since this step was planned.
    pub(super) fn is_stale(&self, step: &Step) -> bool {
        let present = self.turns.get(&step.event.session()).copied().unwrap_or_default();
        step.turn != present
    }

    /// Something happens that nobody is told of.
    pub(super) fn take(&mut self, event: Event, now: Timestamp) {
        match event {
            Event::Begins(call) => drop(self.live.insert(call.session, *call)),
            Event::Phone { session, leg, state: phone } => {
                if let Some(call) = self.live.get_mut(&session) {
                    call.take(&leg, phone);
                }
            }
            Event::Dials { session } => {
                if let Some(call) = self.live.get_mut(&session) {
                    call.parts.client = Some(ClientState::Dialing);
                }
            }
            Event::Ends(call) => self.finish(*call, now),
            Event::Recorded(call) => self.recorded(*call),
            Event::Left(lead) => self.leave(*lead, now),
            Event::Asks(_) | Event::Notifies(_) => {}
        }
    }

    /// The steps after the reply to a question.
    pub(super) fn go_on(&mut self, question: &Question, reply: &Reply, after: i64) -> Vec<Step> {
        let Some(call) = self.live.get(&question.session).cloned() else { return Vec::new() };
        if call.turn != question.turn {
            return Vec::new();
        }
        let around = Surroundings::of(&call, &self.company, &self.zone, &self.settings.media);
        script::go_on(&call, question, reply, &around, &mut self.ids, after)
    }

    /// Somebody takes a hand in a call: what was to happen in it does not, and something else does.
    /// What changes at once is changed at once; the rest waits to be let happen.
    pub(super) fn steer(&mut self, session: SessionId, hand: &Hand, now: Timestamp) {
        let Some(live) = self.live.get_mut(&session) else { return };
        live.turn += 1;
        if let Hand::Ring(..) = hand {
            live.parts.waiting = live.parts.talking.take();
        }
        self.turns.insert(session, live.turn);
        let call = live.clone();
        let pace = self.pace();
        let second = call.second(now);
        let around = Surroundings::of(&call, &self.company, &self.zone, &self.settings.media);
        let steps = script::steer(&call, hand, pace, &around, &mut self.ids, second);
        let rest = self.take_at_once(steps, now);
        self.begun.push(rest);
    }

    fn take_at_once(&mut self, steps: Vec<Step>, now: Timestamp) -> Vec<Step> {
        let mut rest = Vec::new();
        for step in steps {
            let told = matches!(step.event, Event::Notifies(_) | Event::Asks(_));
            if step.after == 0 && !told {
                self.take(step.event, now);
            } else {
                rest.push(step);
            }
        }
        rest
    }

    fn pace(&self) -> Pace {
        let call_api = &self.settings.call_api;
        let talk_secs = match call_api.ordered {
            Ordered::Answered { talk_secs, .. } => talk_secs,
            _ => 30,
        };
        Pace { ring_secs: call_api.employee_secs, talk_secs }
    }

    /// Tags put on the call by hand are told beside those of the script.
    pub(super) fn add_tag_names(&self, session: SessionId, variables: &mut Variables) {
        let put = self.put_tags.get(&session).into_iter().flatten();
        if let Some(Value::Array(names)) = variables.get_mut("tag_names") {
            names.extend(put.map(|tag| json!(tag.name)));
        }
    }
}

impl Uis {
    /// The steps that began with a request and wait to be let happen with [`Uis::perform`]: those
    /// of ordered calls, of transfers, of calls that were hung up. There are some only while
    /// [`CallApi::begun`](super::settings::CallApi::begun) is [`Begun::Queued`]. The seconds are
    /// counted from now.
    pub fn take_started(&self) -> Vec<Step> {
        let mut steps: Vec<Step> = self.change(|state| std::mem::take(&mut state.begun)).concat();
        steps.sort_by_key(|step| step.after);
        steps
    }

    /// From now on the steps that begin with a request are kept for [`Uis::take_started`].
    pub fn queue_started(&self) {
        self.configure(|settings| settings.call_api.begun = Begun::Queued);
    }

    /// Lets happen what began with a request, unless somebody else will.
    pub(super) fn let_go_on(&self) {
        let settings = self.settings();
        if settings.call_api.begun == Begun::Queued {
            return;
        }
        let speed = Speed::times(settings.call_api.speed);
        for steps in self.change(|state| std::mem::take(&mut state.begun)) {
            let (uis, tricks) = (self.clone(), settings.tricks.clone());
            let playing: JoinHandle<()> =
                tokio::spawn(async move { uis.play_steps(steps, speed, &tricks).await });
            drop(playing);
        }
    }
}
