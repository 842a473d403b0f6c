//! What is still to happen, in the order of time.

use super::script::Step;

/// Steps waiting for their time; others may join them on the way.
///
/// A test that lets steps happen one by one keeps them here:
///
/// ```
/// # async fn drive(uis: &sandbox::uis::Uis, script: &sandbox::uis::Script) {
/// use sandbox::uis::Agenda;
///
/// let mut agenda = Agenda::of(uis.steps(script));
/// while let Some(step) = agenda.next() {
///     // here the clock is moved on to `step.after` seconds from the start
///     agenda.add(uis.perform(step).await);
/// }
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Agenda {
    /// The last one is the next.
    steps: Vec<Step>,
}

impl Agenda {
    /// These steps, in the order of time.
    pub fn of(steps: Vec<Step>) -> Self {
        let mut agenda = Self::default();
        agenda.add(steps);
        agenda
    }

    /// More steps on the same scale of time; at the same second they come after those that are
    /// there already.
    pub fn add(&mut self, steps: Vec<Step>) {
        self.steps.reverse();
        self.steps.extend(steps);
        self.steps.sort_by_key(|step| step.after);
        self.steps.reverse();
    }

    /// The next step; it is taken out.
    #[expect(clippy::should_implement_trait, reason = "steps may be added between two of them")]
    pub fn next(&mut self) -> Option<Step> {
        self.steps.pop()
    }
}
