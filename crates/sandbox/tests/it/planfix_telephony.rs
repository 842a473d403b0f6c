//! The telephony door: cards, contacts and history of calls.

use sandbox::planfix::{
    CallRecords, CardState, NewContact, NewTask, RepeatedEnd, Subject, UnknownCaller,
};
use serde_json::json;

use crate::planfix::{Account, account};

const PHONE: &str = "79031234567";
const LINK: &str = "https://records.example/1001.mp3";

impl Account {
    async fn incoming(&self, ext: &str) {
        let line = "74950236854";
        self.event(&[("type", "in"), ("event", "INCOMING"), ("ext", ext), ("diversion", line)])
            .await;
    }

    async fn accepted(&self, ext: &str) {
        self.event(&[("type", "in"), ("event", "ACCEPTED"), ("ext", ext)]).await;
    }

    async fn completed(&self, ext: &str, status: &str, seconds: &str) {
        self.ended(ext, status, &[("duration", seconds), ("is_recorded", "0")]).await;
    }

    async fn talked(&self, ext: &str, is_recorded: &str) {
        self.ended(ext, "Success", &[("duration", "42"), ("is_recorded", is_recorded)]).await;
    }

    async fn ended(&self, ext: &str, status: &str, facts: &[(&str, &str)]) {
        let end = [("type", "in"), ("event", "COMPLETED"), ("ext", ext), ("status", status)];
        self.event(&[&end[..], facts].concat()).await;
    }

    /// Sends the recording's address; gives what came of it.
    async fn record(&self) -> String {
        self.tel(&[("cmd", "record"), ("callid", "1001"), ("record_link", LINK)]).await;
        self.planfix.ledger().entries().last().unwrap().effects.join("; ")
    }

    async fn event(&self, parameters: &[(&str, &str)]) {
        let common = [("cmd", "event"), ("phone", PHONE), ("callid", "1001")];
        let answer = self.tel(&[&common[..], parameters].concat()).await;
        assert_eq!((answer.status, answer.text.as_str()), (200, ""));
    }

    fn states(&self) -> Vec<(String, CardState)> {
        self.planfix.cards().into_iter().map(|card| (card.ext, card.state)).collect()
    }
}

#[tokio::test]
async fn an_answered_call_pops_a_card_makes_the_contact_and_writes_the_history() {
    let account = account();
    account.incoming("101").await;
    account.accepted("101").await;
    account.completed("101", "Success", "42").await;
    insta::assert_snapshot!(account.ledger(), @r#"
    tel  INCOMING 79031234567 -> 101 call 1001 line 74950236854 => contact 501; card user:1 ringing
    tel  ACCEPTED 101 call 1001 => card user:1 talking
    tel  COMPLETED/Success 101 call 1001 42s => card user:1 finished; history 1 "Звонок"
    "#);
    account.assert_no_violations();
}

#[tokio::test]
async fn a_new_contact_belongs_to_the_first_employee_even_when_another_answers() {
    let account = account();
    account.incoming("101").await;
    account.incoming("102").await;
    account.accepted("102").await;
    let contacts = account.planfix.contacts();
    assert_eq!(contacts.len(), 1);
    assert_eq!((contacts[0].template, contacts[0].name.as_str()), (1, PHONE));
    assert_eq!(json!(contacts[0].supervisors.users), json!(["user:1"]));
}

#[tokio::test]
async fn a_new_contact_belongs_to_the_templates_people_when_it_has_any() {
    let account = account();
    account.planfix.set_template_supervisors(1, &[3]);
    account.incoming("101").await;
    assert_eq!(json!(account.planfix.contacts()[0].supervisors.users), json!(["user:3"]));
}

#[tokio::test]
async fn a_known_contact_is_found_however_its_number_is_written() {
    let account = account();
    let known =
        NewContact { name: "Иван", phone: Some("8 (903) 123-45-67"), ..NewContact::default() };
    let id = account.planfix.add_contact(&known);
    account.incoming("101").await;
    assert_eq!(account.planfix.contacts().len(), 1);
    let card = account.planfix.cards().remove(0);
    assert_eq!((card.contact, card.contact_name.as_str()), (id, "Иван"));
    assert_eq!(card.line_name, "Основной номер");
}

#[tokio::test]
async fn cancelled_closes_the_cards_of_the_others() {
    let account = account();
    account.incoming("101").await;
    account.incoming("102").await;
    account.accepted("102").await;
    account.completed("101", "Cancelled", "0").await;
    let expected =
        [("101".to_owned(), CardState::Cancelled), ("102".to_owned(), CardState::Talking)];
    assert_eq!(account.states(), expected);
    assert!(account.planfix.history().is_empty());
}

#[tokio::test]
async fn a_missed_call_is_written_as_such_into_the_contacts_card() {
    let account = account();
    account.incoming("101").await;
    account.completed("101", "Missed", "0").await;
    let entry = account.planfix.history().remove(0);
    assert_eq!((entry.tag.as_str(), entry.employee), ("Пропущенный звонок", None));
    let contact = account.planfix.contacts().remove(0);
    assert_eq!(account.planfix.comments(Subject::Contact(contact.id)).len(), 1);
}

#[tokio::test]
async fn an_unreached_client_is_a_missed_call_outwards() {
    let account = account();
    account.event(&[("type", "out"), ("event", "OUTGOING"), ("ext", "103")]).await;
    let end = [("type", "out"), ("event", "COMPLETED"), ("ext", "103"), ("status", "Busy")];
    account.event(&[&end[..], &[("duration", "0"), ("is_recorded", "0")]].concat()).await;
    let entry = account.planfix.history().remove(0);
    assert_eq!(json!([entry.tag, entry.direction]), json!(["Пропущенный звонок", "out"]));
}

#[tokio::test]
async fn an_unknown_extension_is_ignored_with_200_and_the_ledger_says_so() {
    let account = account();
    account.incoming("199").await;
    assert_eq!(
        account.ledger(),
        "tel  INCOMING 79031234567 -> 199 call 1001 line 74950236854 \
         => ignored: nobody has short number 199"
    );
    assert!(account.planfix.contacts().is_empty() && account.planfix.cards().is_empty());
}

#[tokio::test]
async fn an_employees_own_number_is_no_client() {
    let account = account();
    account
        .tel(&[
            ("cmd", "event"),
            ("type", "in"),
            ("event", "INCOMING"),
            ("phone", "79990000101"),
            ("ext", "102"),
            ("callid", "7"),
        ])
        .await;
    assert!(account.planfix.cards().is_empty());
}

#[tokio::test]
async fn a_call_that_was_never_announced_is_ignored() {
    let account = account();
    account.completed("101", "Success", "42").await;
    assert!(account.planfix.history().is_empty());
}

#[tokio::test]
async fn the_same_event_twice_is_one_card() {
    let account = account();
    for _ in 0..2 {
        account.incoming("101").await;
    }
    for _ in 0..2 {
        account.accepted("101").await;
    }
    assert_eq!(account.states(), [("101".to_owned(), CardState::Talking)]);
    assert_eq!(account.planfix.contacts().len(), 1);
}

#[tokio::test]
async fn the_end_told_twice_is_written_twice_unless_planfix_is_kind() {
    for (variant, times) in [(RepeatedEnd::WrittenAgain, 2), (RepeatedEnd::Ignored, 1)] {
        let account = account();
        account.planfix.configure(|settings| settings.repeated_end = variant);
        account.incoming("101").await;
        for _ in 0..2 {
            account.completed("101", "Success", "42").await;
        }
        assert_eq!(account.planfix.history().len(), times, "{variant:?}");
    }
}

#[tokio::test]
async fn two_talkers_of_one_call_have_an_entry_each() {
    let account = account();
    account.planfix.configure(|settings| settings.repeated_end = RepeatedEnd::Ignored);
    account.incoming("101").await;
    account.incoming("102").await;
    account.completed("101", "Success", "10").await;
    account.completed("102", "Success", "30").await;
    let talks: Vec<u64> = account.planfix.history().iter().map(|entry| entry.duration).collect();
    assert_eq!(talks, [10, 30]);
}

#[tokio::test]
async fn a_promised_recording_is_put_beside_the_talk() {
    let account = account();
    account.incoming("101").await;
    account.talked("101", "1").await;
    assert_eq!(account.record().await, "history 1 recording");
    let entry = account.planfix.history().remove(0);
    assert_eq!(entry.recording.as_deref(), Some(LINK));
    let comments = account.planfix.comments(Subject::Contact(entry.contact));
    assert!(comments[0].description.contains(LINK));
    assert_eq!(account.record().await, "recording as it was");
}

#[tokio::test]
async fn the_second_recording_belongs_to_the_second_talk() {
    let account = account();
    account.incoming("101").await;
    account.incoming("102").await;
    account.talked("101", "1").await;
    account.talked("102", "1").await;
    account.record().await;
    account
        .tel(&[("cmd", "record"), ("callid", "1001"), ("record_link", "https://a.example/2")])
        .await;
    let links: Vec<_> =
        account.planfix.history().into_iter().filter_map(|entry| entry.recording).collect();
    assert_eq!(links, [LINK, "https://a.example/2"]);
}

#[tokio::test]
async fn a_recording_nobody_promised_is_ignored() {
    let account = account();
    account.incoming("101").await;
    account.talked("101", "0").await;
    assert_eq!(account.record().await, "ignored: no recording of call 1001 was promised");
    assert_eq!(account.planfix.history().remove(0).recording, None);
}

#[tokio::test]
async fn a_recording_that_comes_before_the_end_is_lost() {
    let account = account();
    account.incoming("101").await;
    account.record().await;
    account.talked("101", "1").await;
    assert_eq!(account.planfix.history().remove(0).recording, None);
}

#[tokio::test]
async fn a_talk_is_a_data_tag_entry_that_rest_can_read() {
    let account = account();
    account.incoming("101").await;
    let end = [("type", "in"), ("event", "COMPLETED"), ("ext", "101"), ("status", "Success")];
    let facts = [("duration", "42"), ("is_recorded", "1"), ("data_utm_source", "yandex")];
    account.event(&[&end[..], &facts[..]].concat()).await;
    let contact = account.planfix.contacts().remove(0).id;
    let asked =
        json!({"contactId": format!("contact:{contact}"), "fields": "key,dataTag,304,310,308"});
    let entries = account.post("datatag/1/entry/list", asked).await.json();
    let values: Vec<_> = entries["dataTagEntries"][0]["customFieldData"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| {
            (item["field"]["name"].as_str().unwrap(), item["stringValue"].as_str().unwrap())
        })
        .collect();
    let expected =
        [("Продолжительность (сек.)", "42"), ("Номер контакта", PHONE), ("utm_source", "yandex")];
    assert_eq!(values, expected);
    let key = &entries["dataTagEntries"][0]["key"];
    let entry = account.get(&format!("datatag/entry/{key}?fields=dataTag")).await.json();
    assert_eq!(entry["entry"]["dataTag"], json!({"id": 1, "name": "Звонок"}));
    let tags = account.post("datatag/list", json!({"fields": "name"})).await.json();
    assert_eq!(tags["dataTags"][1], json!({"id": 2, "name": "Пропущенный звонок"}));
    account.assert_no_violations();
}

#[tokio::test]
async fn a_talk_goes_into_the_last_active_task_when_so_set() {
    let account = account();
    account.planfix.configure(|settings| settings.call_records = CallRecords::LastActiveTask);
    let client = account.person("Иван", PHONE).await;
    let task = |name, status| NewTask {
        name,
        object: Some(12),
        status: Some(status),
        counterparty: Some(client),
        assignee: None,
    };
    let open = account.planfix.add_task(&task("Открытая", 1));
    account.planfix.add_task(&task("Закрытая", 5));
    account.incoming("101").await;
    account.completed("101", "Success", "42").await;
    assert_eq!(account.planfix.comments(Subject::Task(open)).len(), 1);
    assert_eq!(account.planfix.comments(Subject::Contact(client)).len(), 1);
}

#[tokio::test]
async fn contact_tells_the_name_and_the_owners_short_number() {
    let account = account();
    let known = NewContact {
        name: "Иван",
        lastname: "Петров",
        phone: Some("+79031234567"),
        owner: Some(2),
        email: None,
    };
    account.planfix.add_contact(&known);
    let answer = account.tel(&[("cmd", "contact"), ("phone", PHONE)]).await;
    assert_eq!(answer.json(), json!({"contact_name": "Иван Петров", "responsible": 102}));
    account.planfix.set_short_number(2, None);
    let answer = account.tel(&[("cmd", "contact"), ("phone", PHONE)]).await;
    assert_eq!(answer.json(), json!({"contact_name": "Иван Петров"}));
}

#[tokio::test]
async fn an_unknown_caller_is_answered_in_the_chosen_of_four_ways() {
    for (variant, status, body) in [
        (UnknownCaller::EmptyObject, 200, "{}"),
        (UnknownCaller::EmptyBody, 200, ""),
        (UnknownCaller::EmptyName, 200, r#"{"contact_name":""}"#),
        (UnknownCaller::NotFound, 404, r#"{"error":"Contact not found"}"#),
    ] {
        let account = account();
        account.planfix.configure(|settings| settings.unknown_caller = variant);
        let answer = account.tel(&[("cmd", "contact"), ("phone", PHONE)]).await;
        assert_eq!((answer.status, answer.text.as_str()), (status, body));
    }
}

#[tokio::test]
async fn ping_tells_what_was_entered_about_the_pbx() {
    let account = account();
    account
        .planfix
        .configure(|settings| settings.pbx_url = "https://svyazka.example/hook".to_owned());
    let answer = account.tel(&[("cmd", "ping")]).await;
    assert_eq!(
        answer.json(),
        json!({"pbxToken": "sandbox-pbx-token", "pbxUrl": "https://svyazka.example/hook"})
    );
}

#[tokio::test]
async fn a_wrong_token_is_401_and_a_wrong_parameter_400() {
    let account = account();
    let wrong = account.tel_exactly("cmd=ping&planfix_token=other".to_owned()).await;
    assert_eq!((wrong.status, wrong.json()), (401, json!({"error": "Invalid token"})));
    for parameters in [
        vec![("cmd", "contact")],
        vec![
            ("cmd", "event"),
            ("type", "in"),
            ("event", "OUTGOING"),
            ("phone", PHONE),
            ("ext", "101"),
            ("callid", "1"),
        ],
        vec![
            ("cmd", "event"),
            ("type", "in"),
            ("event", "COMPLETED"),
            ("phone", PHONE),
            ("ext", "101"),
            ("callid", "1"),
            ("status", "Busy"),
            ("duration", "1"),
            ("is_recorded", "0"),
        ],
        vec![("cmd", "record"), ("callid", "1001"), ("record_link", "not a link")],
        vec![("cmd", "history")],
    ] {
        let answer = account.tel(&parameters).await;
        assert_eq!((answer.status, answer.json()), (400, json!({"error": "Invalid parameters"})));
    }
    assert_eq!(account.planfix.ledger().violations().len(), 5);
}
