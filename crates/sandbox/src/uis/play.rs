//! Lets scripts happen.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::agenda::Agenda;
use super::notify::{Order, Outcome, Parcel, Sent, Tricks};
use super::script::{Event, Notification, Script, Step};
use super::{Uis, moment};

/// How much faster than life scripts are played; 1 = as in life.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Speed(f64);

impl Speed {
    /// As in life.
    pub const REAL: Self = Self(1.0);

    /// So many times faster; anything but a positive number means "as in life".
    pub fn times(factor: f64) -> Self {
        Self(if factor.is_finite() && factor > 0.0 { factor } else { 1.0 })
    }

    pub(super) fn moment(self, start: Timestamp, after_secs: i64) -> Timestamp {
        let after = SignedDuration::from_secs(after_secs).as_secs_f64() / self.0;
        let after = SignedDuration::try_from_secs_f64(after).unwrap_or(SignedDuration::MAX);
        start.saturating_add(after).unwrap_or(Timestamp::MAX)
    }

    /// How many seconds of a call have passed in so much time.
    pub(super) fn passed(self, time: SignedDuration) -> i64 {
        let scaled = time.as_secs_f64() * self.0;
        SignedDuration::try_from_secs_f64(scaled).map_or(i64::MAX, |passed| passed.as_secs())
    }
}

/// What a step leads to.
#[derive(Default)]
struct Happened {
    /// Notifications kept back on the way.
    held: Vec<Parcel>,
    /// The steps that follow from it, on the same scale of time as the step itself.
    further: Vec<Step>,
}

impl Uis {
    /// A customer calls from this number: the beginning of a sentence.
    pub fn incoming(&self, contact_phone: &str) -> Script {
        Script::incoming(contact_phone)
    }

    /// An employee calls this number: the beginning of a sentence.
    pub fn outgoing(&self, contact_phone: &str) -> Script {
        Script::outgoing(contact_phone)
    }

    /// The steps of a call that begins now, for those who want to take them one by one with
    /// [`Uis::perform`].
    pub fn steps(&self, script: &Script) -> Vec<Step> {
        self.steps_of([(0, script)])
    }

    /// The steps of several calls, each beginning so many seconds from now, in the order of time.
    pub fn steps_of<'a>(&self, calls: impl IntoIterator<Item = (i64, &'a Script)>) -> Vec<Step> {
        let now = self.clock.now();
        let mut state = self.lock();
        let mut steps = Vec::new();
        for (begins, script) in calls {
            let mut of_call = state.compile(script, Speed::REAL.moment(now, begins));
            for step in &mut of_call {
                step.after += begins;
            }
            steps.append(&mut of_call);
        }
        steps.sort_by_key(|step| step.after);
        steps
    }

    /// Lets a call happen from its beginning to its recording.
    pub async fn play(&self, script: &Script) {
        let tricks = self.settings().tricks;
        self.play_steps(self.steps(script), Speed::REAL, &tricks).await;
    }

    /// Lets steps happen, each at its time by the injected clock, and then delivers what the
    /// tricks kept back, unless they keep it until [`Uis::release_held`].
    pub async fn play_steps(&self, steps: Vec<Step>, speed: Speed, tricks: &Tricks) {
        let start = self.clock.now();
        let mut held = Vec::new();
        let mut agenda = Agenda::of(steps);
        while let Some(step) = agenda.next() {
            self.clock.sleep_until(speed.moment(start, step.after)).await;
            let mut happened = self.happen(step, speed, tricks).await;
            held.append(&mut happened.held);
            agenda.add(happened.further);
        }
        if tricks.order == Order::Held {
            return self.change(|state| state.held.append(&mut held));
        }
        for parcel in tricks.arrange(held) {
            self.deliver(parcel).await;
        }
    }

    /// Lets one step happen now; a notification has been answered when this returns, or is kept
    /// back if the tricks in the settings say so.
    ///
    /// Gives the steps that follow from it, on the same scale of time as the step's own
    /// [`Step::after`]: after the reply to a question ([`Event::Asks`]) the rest of the call. See
    /// [`Agenda`].
    pub async fn perform(&self, step: Step) -> Vec<Step> {
        let tricks = self.settings().tricks;
        let mut happened = self.happen(step, Speed::REAL, &tricks).await;
        self.change(|state| state.held.append(&mut happened.held));
        happened.further
    }

    /// Delivers what was kept back, in the order the tricks ask for.
    pub async fn release_held(&self) {
        let held = self.change(|state| {
            let held = std::mem::take(&mut state.held);
            state.settings.tricks.arrange(held)
        });
        for parcel in held {
            self.deliver(parcel).await;
        }
    }

    async fn happen(&self, step: Step, speed: Speed, tricks: &Tricks) -> Happened {
        let now = self.clock.now();
        if self.lock().is_stale(&step) {
            return Happened::default();
        }
        match step.event {
            Event::Notifies(notification) => {
                let held = self.notify(&notification, tricks).await;
                Happened { held, ..Happened::default() }
            }
            Event::Asks(question) => {
                let further = self.ask_for_manager(&question, step.after).await;
                Happened { further, ..Happened::default() }
            }
            Event::Begins(mut call) => {
                (call.began_at, call.speed) = (now, speed);
                self.change(|state| state.take(Event::Begins(call), now));
                Happened::default()
            }
            event => {
                self.change(|state| state.take(event, now));
                Happened::default()
            }
        }
    }

    async fn notify(&self, notification: &Notification, tricks: &Tricks) -> Vec<Parcel> {
        let Some(parcel) = self.pack(notification, tricks) else { return Vec::new() };
        if tricks.lose.contains(&parcel.kind) {
            self.record(&parcel, Outcome::Lost);
            return Vec::new();
        }
        let copies = vec![parcel; if tricks.duplicate { 2 } else { 1 }];
        if tricks.holds_back() {
            return copies;
        }
        for parcel in copies {
            self.deliver(parcel).await;
        }
        Vec::new()
    }

    /// The body by the customer's template; `None` when he did not switch this kind on.
    fn pack(&self, notification: &Notification, tricks: &Tricks) -> Option<Parcel> {
        let state = self.lock();
        let template = state.settings.templates.get(&notification.kind)?;
        let mut variables = notification.variables.clone();
        state.add_tag_names(notification.session, &mut variables);
        let now = moment::wire(self.clock.now(), &state.zone);
        variables.insert("notification_time".to_owned(), json!(now));
        let employee = variables.get("employee_full_name").and_then(Value::as_str);
        let employee = employee.map(str::to_owned);
        let body = tricks.mangle(template.render(&variables));
        let Notification { kind, session, .. } = *notification;
        Some(Parcel { kind, session, employee, carrier: template.carrier, body })
    }

    async fn deliver(&self, parcel: Parcel) {
        let target = self.settings().webhook;
        let outcome = match &target {
            Some(target) => self.sender.send(target, &parcel).await,
            None => Outcome::NowhereToSend,
        };
        self.record(&parcel, outcome);
    }

    fn record(&self, parcel: &Parcel, outcome: Outcome) {
        let line = Sent {
            number: 0,
            at: self.clock.now(),
            event: parcel.kind,
            session: parcel.session,
            employee: parcel.employee.clone(),
            carrier: parcel.carrier,
            body: parcel.body.clone(),
            outcome,
        };
        self.change(|state| state.log.write(line));
    }
}
