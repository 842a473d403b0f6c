//! Many calls, and what must have become of each.

use std::collections::BTreeMap;

use e2e::{Program, ServedSandbox};
use sandbox::uis::script::Script;
use url::Url;

/// The call of a client of its own.
pub(super) fn call(number: usize) -> Script {
    let phone = format!("7903{number:07}");
    let employee = ["101", "102", "103"][number % 3];
    Script::incoming(&phone).rings(employee).for_secs(1).answered_by(employee).talks_secs(2)
}

/// Where UIS sends its notifications.
pub(super) fn notifications(program: &Program) -> Url {
    let urls = program.does(&["connection", "urls", "romashka", "--json"]);
    let urls: BTreeMap<String, String> = serde_json::from_str(&urls).unwrap();
    Url::parse(urls.get("uis_notifications").unwrap()).unwrap()
}

/// Planfix was told of every call exactly once, and of each in its order.
pub(super) fn assert_each_once(served: &ServedSandbox, calls: usize) {
    assert_each_once_of(served, 0..calls);
}

/// The same of the calls with these numbers.
pub(super) fn assert_each_once_of(
    served: &ServedSandbox,
    numbers: impl ExactSizeIterator<Item = usize>,
) {
    let calls = numbers.len();
    let planfix = served.sandbox.planfix();
    let ledger = planfix.ledger();
    assert_eq!(planfix.contacts().len(), calls);
    assert_eq!(planfix.tasks().len(), calls, "tasks\n{ledger}");
    assert_eq!(planfix.history().len(), calls, "history\n{ledger}");
    for number in numbers {
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
