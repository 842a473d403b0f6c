//! Whether a connection works.

use bridge::BudgetState;
use cabinet::store::Listed;
use domain::Class;
use engine::model::{Door, Pause};
use engine::overview::Undone;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::connections::state;
use crate::app::App;
use crate::problem::Problem;

/// A connection, and whether it works.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverviewConnection {
    /// Its name.
    #[schema(example = "romashka")]
    name: String,
    /// The title people know it by.
    #[schema(example = "ООО «Ромашка»")]
    title: String,
    /// All of it in a word.
    light: Light,
    /// When something last happened to its newest communication; `null` when nothing ever came.
    #[schema(value_type = Option<String>, format = DateTime)]
    last_event_at: Option<Timestamp>,
    /// Communications with writes still to be made.
    waiting: u32,
    /// Communications with something given up, in the last 24 hours.
    dead: u32,
    /// Ways out that are shut now.
    doors: Vec<OverviewDoor>,
    /// The requests of its Planfix account; `null` when the settings name none.
    budget: Option<OverviewBudget>,
}

/// Whether a connection works.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Light {
    /// It works.
    Works,
    /// It waits for the other side, and goes on by itself.
    Waits,
    /// Somebody has to do something.
    NeedsHand,
}

/// A way out that is shut: what should leave by it waits.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverviewDoor {
    /// Which.
    #[schema(example = "planfix.rest")]
    door: String,
    /// When it is tried again.
    #[schema(value_type = String, format = DateTime)]
    until: Timestamp,
    /// A stable code, as in the pages of errors.
    #[schema(example = "PF-TOKEN")]
    code: String,
    /// What happened, in Russian.
    message: String,
    /// Whether it stays shut until somebody mends the credentials or the address.
    needs_hand: bool,
}

/// The requests a Planfix account may make.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverviewBudget {
    /// Left today by Planfix's last word; `null` before the first one.
    remaining: Option<u64>,
    /// Until when Planfix has asked for silence, if it has.
    #[schema(value_type = Option<String>, format = DateTime)]
    paused_until: Option<Timestamp>,
    /// Requests of this node that wait for their turn.
    waiting: usize,
}

impl OverviewConnection {
    /// Asks the store; `undone` is what all connections have left undone.
    pub(super) async fn of(app: &App, listed: Listed, undone: &[Undone]) -> Result<Self, Problem> {
        let id = listed.head.id;
        let now = app.clock.now();
        let shut = state::shut_doors(app, id, now).await?.into_iter();
        let mut doors: Vec<_> = shut.map(OverviewDoor::of).collect();
        let budget = match app.bridge.accounts.budget_state(id).await {
            Ok(budget) => budget.map(OverviewBudget::of),
            Err(failure) => {
                // one that can't be opened must not hide the others
                let pause = Pause { until: now, failure };
                let unopened = OverviewDoor::of((Door::new("settings"), pause));
                doors.insert(0, OverviewDoor { needs_hand: true, ..unopened });
                None
            }
        };
        let undone = undone.iter().find(|one| one.connection == id);
        let (waiting, dead) = undone.map_or((0, 0), |one| (one.waiting, one.dead));
        Ok(Self {
            name: listed.head.name.to_string(),
            title: listed.title,
            light: Light::of(&doors, budget.as_ref(), dead),
            last_event_at: state::newest(app, id, None).await?,
            waiting,
            dead,
            doors,
            budget,
        })
    }
}

impl Light {
    fn of(doors: &[OverviewDoor], budget: Option<&OverviewBudget>, dead: u32) -> Self {
        if dead > 0 || doors.iter().any(|door| door.needs_hand) {
            return Self::NeedsHand;
        }
        let silent = budget.is_some_and(|budget| budget.paused_until.is_some());
        if silent || !doors.is_empty() { Self::Waits } else { Self::Works }
    }
}

impl OverviewDoor {
    fn of((door, pause): (Door, Pause)) -> Self {
        Self {
            door: door.0,
            until: pause.until,
            code: pause.failure.code.to_string(),
            needs_hand: pause.failure.class == Class::AuthBroken,
            message: pause.failure.message,
        }
    }
}

impl OverviewBudget {
    fn of(BudgetState { remaining, paused_until, waiting }: BudgetState) -> Self {
        Self { remaining, paused_until, waiting: waiting.total() }
    }
}
