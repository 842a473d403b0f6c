//! Communications counted by a label.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::deals::Money;

/// By what communications are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// The traffic source.
    Source,
    /// The advertising campaign.
    Campaign,
    /// The site.
    Site,
    /// Who talked with the client first.
    Employee,
}

/// How a deal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It goes on.
    Open,
    /// It was won.
    Won,
    /// It was lost.
    Lost,
}

/// What became of a communication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Nothing was made of it.
    Nothing,
    /// A task that is no deal (yet).
    Task,
    /// A task that is a deal.
    Deal(Outcome, Money),
}

/// The numbers of a label.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Communications.
    pub communications: u64,
    /// Tasks made of them.
    pub tasks: u64,
    /// Deals among the tasks.
    pub deals: u64,
    /// Deals that were won.
    pub won: u64,
    /// Deals that were lost.
    pub lost: u64,
    /// What was won.
    pub revenue: Money,
    /// What open deals would bring.
    pub expected: Money,
}

impl Line {
    fn count(&mut self, fate: Fate) {
        let (task, deal) = match fate {
            Fate::Nothing => (0, None),
            Fate::Task => (1, None),
            Fate::Deal(outcome, amount) => (1, Some((outcome, amount))),
        };
        self.tasks += task;
        let Some((outcome, amount)) = deal else { return };
        self.deals += 1;
        match outcome {
            Outcome::Open => self.expected = self.expected.plus(amount),
            Outcome::Won => {
                self.won += 1;
                self.revenue = self.revenue.plus(amount);
            }
            Outcome::Lost => self.lost += 1,
        }
    }
}

/// Numbers by label.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    lines: BTreeMap<Option<String>, Line>,
    /// Deals that no communication has made.
    pub alone: Line,
    /// Everything together.
    pub total: Line,
}

impl Table {
    /// Counts a communication; `None` = its label is not known.
    pub fn communication(&mut self, label: Option<&str>, fate: Fate) {
        let label = label.map(str::trim).filter(|label| !label.is_empty()).map(str::to_owned);
        for line in [self.lines.entry(label).or_default(), &mut self.total] {
            line.communications += 1;
            line.count(fate);
        }
    }

    /// Counts a deal that no communication has made.
    pub fn lonely_deal(&mut self, outcome: Outcome, amount: Money) {
        for line in [&mut self.alone, &mut self.total] {
            line.count(Fate::Deal(outcome, amount));
        }
    }

    /// The lines: what brought most first; of equals the one with more communications.
    pub fn lines(&self) -> Vec<(Option<&str>, Line)> {
        let mut lines: Vec<(Option<&str>, Line)> =
            self.lines.iter().map(|(label, line)| (label.as_deref(), *line)).collect();
        lines.sort_by_key(|(_, line)| {
            std::cmp::Reverse((line.revenue, line.expected, line.communications))
        });
        lines
    }
}
