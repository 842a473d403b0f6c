//! The telephony door: contacts and pop-up cards.

use sandbox::planfix::{CardState, NewContact};
use serde_json::json;

use crate::planfix::{Account, PHONE, account};

impl Account {
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
