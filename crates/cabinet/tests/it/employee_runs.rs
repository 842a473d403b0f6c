use cabinet::{EmployeeRun, RunOutcome};
use domain::Failure;
use domain::employees::{Line, Outcome, PlanfixRef, Report, Skip};
use domain::failure::Code;
use domain::ids::PlanfixUserId;
use jiff::{SignedDuration, Timestamp};

use crate::office::{Office, ROMASHKA};

fn run(minute: i64, outcome: RunOutcome) -> EmployeeRun {
    let start: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
    let ended_at = start + SignedDuration::from_mins(minute);
    EmployeeRun { ended_at, author: format!("run {minute}"), outcome }
}

fn report() -> RunOutcome {
    let who = PlanfixRef { user: PlanfixUserId(3), name: "Смирнова Анна".to_owned() };
    let outcome = Outcome::Skipped { reason: Skip::NoLastName };
    let lines = vec![Line { who, outcome }];
    RunOutcome::Report(Report { lines, ..Report::default() })
}

#[tokio::test]
async fn runs_come_back_as_they_were_the_newest_first() {
    let office = Office::open().await;
    let id = office.connection(ROMASHKA).await;
    let failure = Failure::permanent(Code::new("PF-TOKEN"), "Планфикс не принял токен");
    let runs = [run(1, report()), run(2, RunOutcome::Failure(failure))];
    for one in &runs {
        office.store.save_employee_run(id, one.clone()).await.unwrap();
    }

    let kept = office.store.employee_runs(id, 10).await.unwrap();

    assert_eq!(kept, [runs[1].clone(), runs[0].clone()]);
    assert_eq!(office.store.employee_runs(id, 1).await.unwrap(), [runs[1].clone()]);
}

#[tokio::test]
async fn only_the_last_hundred_runs_are_kept() {
    let office = Office::open().await;
    let id = office.connection(ROMASHKA).await;
    for minute in 0..103 {
        office.store.save_employee_run(id, run(minute, report())).await.unwrap();
    }

    let kept = office.store.employee_runs(id, 200).await.unwrap();

    assert_eq!(kept.len(), 100);
    assert_eq!(kept[99].author, "run 3");
}
