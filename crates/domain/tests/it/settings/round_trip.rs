//! Whatever can be read can be written and read again.

use domain::settings::Settings;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::example;

fn condition(params: &'static [&'static str]) -> BoxedStrategy<Value> {
    let op = prop::sample::select(vec!["include", "exclude"]);
    let values = prop::collection::vec("[a-zа-я0-9.]{1,8}", 1..3);
    let leaf = (prop::sample::select(params), op, values)
        .prop_map(|(param, op, values)| json!({"param": param, "op": op, "values": values}));
    leaf.prop_recursive(3, 12, 3, |inner| {
        let parts = prop::collection::vec(inner, 1..4);
        prop_oneof![
            parts.clone().prop_map(|parts| json!({"all": parts})),
            parts.prop_map(|parts| json!({"any": parts})),
        ]
    })
    .boxed()
}

fn one_of(words: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop::sample::select(words).prop_map(Value::from)
}

fn responsibles() -> impl Strategy<Value = Value> {
    let rule = (1..99_i64, condition(&["site", "source", "campaign"]))
        .prop_map(|(user, when)| json!({"employee": format!("user:{user}"), "when": when}));
    prop::collection::vec(rule, 0..3).prop_map(|rules| json!({"default": "user:1", "rules": rules}))
}

/// Places of the example and what else may stand there.
fn changes() -> Vec<(&'static str, BoxedStrategy<Value>)> {
    const CALLS: &[&str] =
        &["virtual_number", "scenario", "site", "source", "campaign", "employee", "tag"];
    const REPEAT: &[&str] = &["task", "task_if_none_open", "nothing"];
    let flag = || any::<bool>().prop_map(Value::from).boxed();
    vec![
        ("/title", "[А-Яа-я«»]{1,20}".prop_map(Value::from).boxed()),
        ("/timezone", one_of(&["UTC", "Asia/Vladivostok", "Europe/Moscow"]).boxed()),
        ("/employees/enabled", flag()),
        ("/employees/nightly", flag()),
        ("/employees/selected", Just(json!(["user:5", "user:6"])).boxed()),
        (
            "/employees/pairs",
            Just(json!([{"planfix_user": "user:3", "uis_employee": 4501}])).boxed(),
        ),
        ("/telephony/enabled", flag()),
        ("/telephony/filter/enabled", flag()),
        ("/telephony/filter/incoming", condition(CALLS)),
        ("/telephony/filter/outgoing", condition(CALLS)),
        ("/telephony/click_to_call", Just(Value::Null).boxed()),
        ("/telephony/incoming/first/create", one_of(&["task", "nothing"]).boxed()),
        ("/telephony/incoming/repeat/create", one_of(REPEAT).boxed()),
        ("/telephony/outgoing/repeat/create", one_of(REPEAT).boxed()),
        (
            "/telephony/outgoing/repeat/assign",
            one_of(&["first_talker", "last_talker", "contact_owner", "rules"]).boxed(),
        ),
        ("/telephony/responsibles/incoming", responsibles().boxed()),
        ("/text/leads", Just(Value::Null).boxed()),
        (
            "/text/chats/filter/conditions",
            condition(&["site", "channel", "tag", "campaign", "source"]),
        ),
        (
            "/text/chats/first/create",
            one_of(&["contact", "task", "contact_and_task", "nothing"]).boxed(),
        ),
        ("/text/chats/create_on", one_of(&["start", "finish"]).boxed()),
        ("/text/chats/tags", Just(json!(["Горячий"])).boxed()),
        ("/text/chats/without_contact_data", flag()),
        ("/text/responsibles/leads", responsibles().boxed()),
        ("/deals/enabled", flag()),
        ("/credentials/planfix_rest/token", "[a-z0-9]{1,20}".prop_map(Value::from).boxed()),
    ]
}

/// The example with any of its places changed.
fn file() -> impl Strategy<Value = Value> {
    let maybe: Vec<_> = changes()
        .into_iter()
        .map(|(place, value)| prop::option::of(value).prop_map(move |value| (place, value)))
        .collect();
    maybe.prop_map(|changes| {
        let mut file = example();
        for (place, value) in changes {
            if let (Some(value), Some(slot)) = (value, file.pointer_mut(place)) {
                *slot = value;
            }
        }
        file
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_as_the_same(file in file()) {
        let settings = Settings::read(&file).map_err(|problems| {
            TestCaseError::fail(format!("{problems:?}"))
        })?;
        prop_assert_eq!(Settings::read(&settings.write(true)), Ok(settings));
    }

    #[test]
    fn whatever_is_refused_is_refused_with_a_reason(text in "\\PC{0,40}", place in prop::sample::select(vec![
        "/name", "/credentials", "/employees/pairs", "/telephony", "/telephony/filter/incoming",
        "/telephony/templates/incoming", "/text/chats/tags", "/text/fields/task", "/deals",
    ])) {
        for value in [json!(text), json!([text]), json!({"all": [text]}), json!(7), Value::Null] {
            let mut file = example();
            *file.pointer_mut(place).unwrap() = value;
            prop_assert!(Settings::read(&file).err().is_none_or(|problems| !problems.is_empty()));
        }
    }
}
