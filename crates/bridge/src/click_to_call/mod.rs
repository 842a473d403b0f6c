//! A click on a number in Planfix becomes a call in UIS, and Planfix introduces itself.
//!
//! Follow it: [`command`] (what Planfix asks), [`make_call`] (the employee, the numbers, the start),
//! [`flow`] (the click in the journal). The notifications of the call that follows bear our own id, by
//! which its cards find the numbers exactly as Planfix wrote them.

mod command;
mod double;
mod flow;
mod make_call;
mod note;
mod setup;

use std::sync::Arc;

use ambient::{Clock, Entropy};
use cabinet::Connections;
use domain::LaneKind;
use engine::Engine;

use crate::accounts::Accounts;

pub(crate) use flow::{Click, ClickFlow};
pub use note::ClickNote;

/// The kind of lanes that clicks run in: `click/svz-…`.
pub(crate) const LANE: &str = LaneKind::Click.as_str();

/// Answers Planfix's telephony commands.
#[derive(Clone)]
pub struct Clicks {
    engine: Arc<Engine>,
    accounts: Arc<Accounts>,
    connections: Connections,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl Clicks {
    pub(crate) fn new(
        engine: Arc<Engine>,
        accounts: Arc<Accounts>,
        connections: Connections,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Self {
        Self { engine, accounts, connections, clock, entropy }
    }
}
