//! The synchronisation of employees: who in Planfix is who in UIS, who is missing there, and who is
//! left out and why.
//!
//! A person is recognised by a pair set by hand, then by e-mail, then by the extension. A full name only
//! suggests. Where more than one answer is possible nobody guesses: the report tells.

mod contest;
mod names;
mod people;
mod plan;
mod report;
mod wording;

pub use people::{Email, PlanfixPerson, Standing, UisPerson};
pub use plan::{HeardNumber, Newcomer, Plan, Planned, Step, plan};
pub use report::{By, Line, Number, Outcome, PlanfixRef, Report, Skip, Tally, UisRef};
