//! The program is killed in the middle of its work and started again.

use std::collections::BTreeMap;
use std::sync::Arc;

use ambient::SystemClock;
use e2e::{Program, ServedSandbox, usual_settings};
use sandbox::uis::ReportLag;
use sandbox::uis::notify::{Outcome, Sent};
use sandbox::uis::script::Script;
use url::Url;

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
    assert_each_once(&served);
}

fn call(number: usize) -> Script {
    let phone = format!("7903{number:07}");
    let employee = ["101", "102", "103"][number % 3];
    Script::incoming(&phone).rings(employee).for_secs(1).answered_by(employee).talks_secs(2)
}

fn notifications(program: &Program) -> Url {
    let urls = program.does(&["connection", "urls", "romashka", "--json"]);
    let urls: BTreeMap<String, String> = serde_json::from_str(&urls).unwrap();
    Url::parse(urls.get("uis_notifications").unwrap()).unwrap()
}

fn assert_each_once(served: &ServedSandbox) {
    let planfix = served.sandbox.planfix();
    let ledger = planfix.ledger();
    assert_eq!(planfix.contacts().len(), CALLS);
    assert_eq!(planfix.tasks().len(), CALLS, "tasks\n{ledger}");
    assert_eq!(planfix.history().len(), CALLS, "history\n{ledger}");
    for number in 0..CALLS {
        let phone = format!("7903{number:07}");
        let of_call = |text: &str| format!("{text} {phone}");
        let rung = ledger.containing(&of_call("INCOMING")).len();
        assert!(rung >= 1, "{phone} never rang\n{ledger}");
    }
    assert_in_order(served);
}

/// The events of one call arrived as the call went: ringing, talking, over.
fn assert_in_order(served: &ServedSandbox) {
    let ledger = served.sandbox.planfix().ledger().telephony().without_reads();
    let mut stages: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for entry in ledger.entries() {
        let words: Vec<&str> = entry.request.split(' ').collect();
        let call = words.iter().skip_while(|word| **word != "call").nth(1).unwrap_or(&"");
        let stage = match words.first().copied().unwrap_or_default() {
            "INCOMING" => 1,
            "ACCEPTED" => 2,
            _ => 3,
        };
        stages.entry((*call).to_owned()).or_default().push(stage);
    }
    for (call, stages) in stages {
        assert!(stages.is_sorted(), "call {call} went {stages:?}\n{ledger}");
    }
}
