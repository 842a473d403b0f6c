//! The requests a Planfix account may make.

use bridge::BudgetState;
use bridge::health::Left;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// What Planfix sells, requests a day (Planfix help, «REST API. Введение»).
const PLANS: [u64; 3] = [20_000, 50_000, 100_000];

/// The requests a Planfix account may make.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OverviewBudget {
    /// Left today by Planfix's last word; `null` before the first one.
    remaining: Option<u64>,
    /// How many there are a day, guessed: Planfix does not tell, so it is the smallest of its plans (20 000,
    /// 50 000, 100 000) that holds what it has ever told to be left. `null` before its first word.
    daily_limit: Option<u64>,
    /// Whether what is left suffices; `null` before Planfix's first word.
    level: Option<QuotaLevel>,
    /// Until when Planfix has asked for silence, if it has.
    #[schema(value_type = Option<String>, format = DateTime)]
    paused_until: Option<Timestamp>,
    /// Requests of this node that wait for their turn.
    waiting: usize,
}

/// Whether what is left of the day's requests suffices.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum QuotaLevel {
    /// Everything goes on.
    Enough,
    /// What nobody waits for is held back.
    Low,
    /// Tasks after calls are held back, too.
    Short,
}

impl OverviewBudget {
    pub(super) fn of(budget: &BudgetState) -> Self {
        let plan = |most: u64| PLANS.into_iter().find(|plan| *plan >= most).unwrap_or(most);
        Self {
            remaining: budget.remaining,
            daily_limit: budget.most.map(plan),
            level: Left::of(budget).map(|left| match left {
                Left::Enough => QuotaLevel::Enough,
                Left::Low => QuotaLevel::Low,
                Left::Short => QuotaLevel::Short,
            }),
            paused_until: budget.paused_until,
            waiting: budget.waiting.total(),
        }
    }
}
