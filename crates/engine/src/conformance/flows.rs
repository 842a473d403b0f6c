//! A flow that does what its case says.

use std::time::Duration;

use async_trait::async_trait;
use domain::Failure;
use serde_json::{Value, json};
use tokio::sync::watch;

use super::desk::plan;
use crate::flow::{Flow, Found, Place};
use crate::model::{Effect, Input, LaneKey, NewEffect, Step};

/// What the flow was asked to do, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// A step of the lane of this name.
    Step(String),
    /// The write of this name began to be sent.
    Send(String),
    /// It was answered.
    Sent(String),
    /// Its sending was abandoned.
    LetGo(String),
    /// The write of this name was looked for.
    Look(String),
}

type Steps = Box<dyn Fn(&Place, &Input, usize) -> Result<Step, Failure> + Send + Sync>;
type Answers = Box<dyn Fn(&str, usize) -> Result<Value, Failure> + Send + Sync>;
type Looks = Box<dyn Fn(&str, usize) -> Result<Found, Failure> + Send + Sync>;

/// A flow made of closures. The number they get counts their calls: 1 is the first.
pub struct Fake {
    seen: watch::Sender<Vec<Seen>>,
    gate: watch::Sender<bool>,
    timers: watch::Sender<bool>,
    step: Steps,
    send: Answers,
    look: Looks,
}

impl Fake {
    /// A flow that plans these writes for every event; all goes well, and nothing is ever found.
    pub fn planning<const N: usize>(
        writes: impl Fn(&Place) -> [NewEffect; N] + Send + Sync + 'static,
    ) -> Self {
        Self::stepping(move |place, input, _| match input {
            Input::Event(_) => Ok(plan(writes(place))),
            Input::Result(_) | Input::Timer => Ok(Step::default()),
        })
    }

    /// A flow that steps so.
    pub fn stepping(
        step: impl Fn(&Place, &Input, usize) -> Result<Step, Failure> + Send + Sync + 'static,
    ) -> Self {
        Self {
            seen: watch::Sender::default(),
            gate: watch::Sender::new(true),
            timers: watch::Sender::new(true),
            step: Box::new(step),
            send: Box::new(|_, _| Ok(json!({}))),
            look: Box::new(|_, _| Ok(Found::NotDone)),
        }
    }

    /// The same flow, whose writes are answered so.
    #[must_use]
    pub fn answering(
        self,
        send: impl Fn(&str, usize) -> Result<Value, Failure> + Send + Sync + 'static,
    ) -> Self {
        Self { send: Box::new(send), ..self }
    }

    /// The same flow, whose writes are looked for so.
    #[must_use]
    pub fn finding(
        self,
        look: impl Fn(&str, usize) -> Result<Found, Failure> + Send + Sync + 'static,
    ) -> Self {
        Self { look: Box::new(look), ..self }
    }

    /// Calm writes are not answered until the gate opens.
    pub fn shut_gate(&self) {
        self.gate.send_replace(false);
    }

    /// Calm writes are answered again.
    pub fn open_gate(&self) {
        self.gate.send_replace(true);
    }

    /// Steps by the timer do not end until they are let on.
    pub fn stop_timers(&self) {
        self.timers.send_replace(false);
    }

    /// Steps by the timer end again.
    pub fn let_timers_on(&self) {
        self.timers.send_replace(true);
    }

    /// All it was asked to do until now.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.borrow().clone()
    }

    /// How often it was asked to do this.
    pub fn count(&self, what: &Seen) -> usize {
        self.seen.borrow().iter().filter(|seen| *seen == what).count()
    }

    /// Waits until it was asked to do what the condition wants. The time limit only ends a broken run.
    pub async fn until(&self, wanted: impl Fn(&[Seen]) -> bool) {
        let mut seen = self.seen.subscribe();
        let came = seen.wait_for(|seen| wanted(seen));
        let came = tokio::time::timeout(Duration::from_mins(1), came).await.is_ok();
        assert!(came, "it never came: {:?}", self.seen());
    }

    /// Notes it and tells how often it happened.
    fn saw(&self, what: &Seen) -> usize {
        self.seen.send_modify(|seen| seen.push(what.clone()));
        self.count(what)
    }
}

#[async_trait]
impl Flow for Fake {
    async fn step(&self, place: &Place, _state: Value, input: Input) -> Result<Step, Failure> {
        let nth = self.saw(&Seen::Step(place.key.thing().to_owned()));
        if matches!(input, Input::Timer) {
            self.timers.subscribe().wait_for(|on| *on).await.expect("the gate is there");
        }
        (self.step)(place, &input, nth)
    }

    async fn send(&self, _place: &Place, effect: &Effect) -> Result<Value, Failure> {
        let name = super::desk::name(effect).to_owned();
        let nth = self.saw(&Seen::Send(name.clone()));
        let mut sending = Sending { of: self, name, answered: false };
        if effect.urgency == crate::model::Urgency::Calm {
            self.gate.subscribe().wait_for(|open| *open).await.expect("the gate is there");
        }
        sending.answered = true;
        (self.send)(&sending.name, nth)
    }

    async fn look(&self, _place: &Place, effect: &Effect) -> Result<Found, Failure> {
        let name = super::desk::name(effect);
        let nth = self.saw(&Seen::Look(name.to_owned()));
        (self.look)(name, nth)
    }

    fn rewind(&self, _key: &LaneKey, _state: Value) -> Value {
        Value::Null
    }
}

/// A write on its way: notes how that ends.
struct Sending<'f> {
    of: &'f Fake,
    name: String,
    answered: bool,
}

impl Drop for Sending<'_> {
    fn drop(&mut self) {
        let name = self.name.clone();
        self.of.saw(&if self.answered { Seen::Sent(name) } else { Seen::LetGo(name) });
    }
}
