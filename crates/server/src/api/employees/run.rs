//! A run as the API shows it.

use cabinet::RunOutcome;
use domain::employees::{Line, Outcome, Report, Tally, UisRef};
use domain::text::Lang;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::api::text::Text;

/// What came of a run.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmployeeRun {
    /// When it ended.
    #[schema(value_type = String, format = DateTime)]
    ended_at: Timestamp,
    /// Who began it.
    author: String,
    /// Whether everything could be done that was to be done.
    good: bool,
    /// The run in one line.
    summary: Text,
    /// The code of what kept the run from happening at all; `null` when it happened.
    #[schema(example = "PF-TOKEN")]
    failure: Option<String>,
    /// How many of each.
    counts: Counts,
    /// What became of each user of Planfix.
    lines: Vec<EmployeeLine>,
    /// Employees of UIS who were recognised as nobody in Planfix.
    only_in_uis: Vec<UisEmployee>,
    /// What could not be found out.
    remarks: Vec<Text>,
}

/// How many of each.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Counts {
    /// Recognised in UIS.
    matched: usize,
    /// Created in UIS.
    created: usize,
    /// To be paired by hand.
    suggested: usize,
    /// Left out.
    skipped: usize,
    /// Not created though they should be.
    failed: usize,
}

/// What became of a user of Planfix.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmployeeLine {
    /// The user.
    #[schema(example = "user:3")]
    user: String,
    /// His full name.
    name: String,
    /// What became of him.
    outcome: EmployeeOutcome,
    /// That and why, in words.
    text: Text,
    /// That and why, for programs.
    data: Value,
}

/// What became of a user of Planfix.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum EmployeeOutcome {
    /// Recognised in UIS.
    Matched,
    /// To be paired by hand.
    Suggested,
    /// Created in UIS.
    Created,
    /// Left out.
    Skipped,
    /// Not created though he should be.
    Failed,
}

/// An employee of UIS.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct UisEmployee {
    /// His number in UIS.
    id: i64,
    /// His full name.
    name: String,
    /// His extension.
    #[schema(example = "101")]
    extension: Option<String>,
}

impl EmployeeRun {
    pub(super) fn of(run: cabinet::EmployeeRun) -> Self {
        let good = run.is_good();
        let (report, failure) = match run.outcome {
            RunOutcome::Report(report) => (report, None),
            RunOutcome::Failure(failure) => (Report::default(), Some(failure)),
        };
        let tally = report.tally();
        let summary = |lang| match &failure {
            Some(failure) => failure.to_string(),
            None => tally.text(lang),
        };
        Self {
            ended_at: run.ended_at,
            author: run.author,
            good,
            summary: Text::of(summary),
            failure: failure.as_ref().map(|failure| failure.code.to_string()),
            counts: Counts::of(tally),
            remarks: remarks(&report),
            lines: report.lines.into_iter().map(EmployeeLine::of).collect(),
            only_in_uis: report.only_in_uis.into_iter().map(UisEmployee::of).collect(),
        }
    }
}

fn remarks(report: &Report) -> Vec<Text> {
    let pairs = report.remarks(Lang::Ru).into_iter().zip(report.remarks(Lang::En));
    pairs.map(|(ru, en)| Text { ru, en }).collect()
}

impl Counts {
    fn of(tally: Tally) -> Self {
        let Tally { matched, created, suggested, skipped, failed } = tally;
        Self { matched, created, suggested, skipped, failed }
    }
}

impl EmployeeLine {
    fn of(line: Line) -> Self {
        Self {
            user: line.who.user.to_string(),
            outcome: EmployeeOutcome::of(&line.outcome),
            text: Text::of(|lang| line.text(lang)),
            data: json!(line.outcome),
            name: line.who.name,
        }
    }
}

impl EmployeeOutcome {
    fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Matched { .. } => Self::Matched,
            Outcome::Suggested { .. } => Self::Suggested,
            Outcome::Created { .. } => Self::Created,
            Outcome::Skipped { .. } => Self::Skipped,
            Outcome::Failed { .. } => Self::Failed,
        }
    }
}

impl UisEmployee {
    fn of(employee: UisRef) -> Self {
        let extension = employee.extension.map(|extension| extension.as_str().to_owned());
        Self { id: employee.id.0, name: employee.name, extension }
    }
}
