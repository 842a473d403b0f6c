//! The program is killed in the middle of its work and started again.

use std::sync::Arc;

use ambient::SystemClock;
use e2e::{Program, ServedSandbox, usual_settings};
use sandbox::uis::ReportLag;
use sandbox::uis::notify::{Outcome, Sent};
use sandbox::uis::script::Script;

use super::many_calls::{assert_each_once, call, notifications};

const CALLS: usize = 100;

/// How many times it is killed.
const CUTS: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn what_was_accepted_survives_the_kill_and_nothing_is_doubled() {
    let served = ServedSandbox::start(Arc::new(SystemClock)).await;
    let uis = served.sandbox.uis();
    uis.configure(|settings| settings.report_lag = ReportLag::Secs(0));
    let mut program = Program::install().with("SVYAZKA_PLANFIX_REQUESTS_PER_SECOND", "200");
    let settings = program.file("romashka.yaml", &usual_settings(&served.url, &[]));
    program.does(&["connection", "import", &settings]);
    uis.set_webhook(notifications(&program));

    let scripts: Vec<Script> = (0..CALLS).map(call).collect();
    let steps = uis.steps_of(scripts.iter().map(|script| (0, script)));
    let between_cuts = steps.len().div_ceil(CUTS + 1);
    program.serve();
    for (done, step) in steps.into_iter().enumerate() {
        if done > 0 && done % between_cuts == 0 {
            program.kill();
            program.serve();
        }
        uis.perform(step).await;
    }
    let accepted = |sent: &Sent| matches!(sent.outcome, Outcome::Answered { status: 200, .. });
    let sent = uis.notifications();
    assert!(sent.iter().all(accepted), "{}", program.log());

    served.until("every call's task", |sandbox| sandbox.planfix().tasks().len() >= CALLS).await;
    served.until("every call's end", |sandbox| sandbox.planfix().history().len() >= CALLS).await;
    program.kill();
    assert_each_once(&served, CALLS);
}
