use std::sync::Arc;

use ambient::Clock as _;

use cabinet::people::PeopleError;
use cabinet::workspace::{NewQuickReply, Operator};
use cabinet::{Role, WorkspaceStore};
use domain::ids::UisEmployeeId;
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use crate::office::{Office, ROMASHKA};
use crate::people::{OLGA, add, people};

fn workspace(office: &Office) -> Arc<dyn WorkspaceStore> {
    office.database.workspace()
}

fn reply(title: &str, text: &str) -> NewQuickReply {
    NewQuickReply {
        title: title.to_owned(),
        text: text.to_owned(),
        author: OLGA.to_owned(),
        at: "2026-03-02T09:00:00Z".parse().unwrap(),
    }
}

#[tokio::test]
async fn an_operator_is_the_employee_last_told_in_this_connection() {
    let office = Office::open().await;
    let (id, other) = (
        office.connection(ROMASHKA).await,
        office.connection(&ROMASHKA.replace("romashka\n", "lyutik\n")).await,
    );
    let olga = add(&people(&office), OLGA, Role::Operator).await;
    let workspace = workspace(&office);
    assert!(workspace.set_operator(id, olga.id, Some(UisEmployeeId(7))).await.unwrap());
    assert!(workspace.set_operator(id, olga.id, Some(UisEmployeeId(8))).await.unwrap());

    let told = Operator { person: olga.id, employee: UisEmployeeId(8) };
    assert_eq!(workspace.operators(id).await.unwrap(), [told]);
    assert_eq!(workspace.operators(other).await.unwrap(), []);

    assert!(workspace.set_operator(id, olga.id, None).await.unwrap());
    assert_eq!(workspace.operators(id).await.unwrap(), []);
    let nobody = cabinet::people::PersonId(77);
    assert!(!workspace.set_operator(id, nobody, Some(UisEmployeeId(7))).await.unwrap());
}

#[tokio::test]
async fn an_operator_who_is_let_in_no_more_is_forgotten() {
    let office = Office::open().await;
    let id = office.connection(ROMASHKA).await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Operator).await;
    workspace(&office).set_operator(id, olga.id, Some(UisEmployeeId(7))).await.unwrap();
    people.entry_key(&olga).await.unwrap();
    people.remove(cabinet::people::Actor::terminal("root"), olga.id).await.unwrap();
    assert_eq!(workspace(&office).operators(id).await.unwrap(), []);
}

#[tokio::test]
async fn quick_replies_are_kept_changed_and_dropped() {
    let office = Office::open().await;
    let id = office.connection(ROMASHKA).await;
    let workspace = workspace(&office);
    let hello = workspace.save_quick_reply(id, None, reply("Привет", "Добрый день!")).await;
    let hello = hello.unwrap().unwrap();
    let address = workspace.save_quick_reply(id, None, reply("Адрес", "Мы на Арбате")).await;
    let titles = async || -> Vec<String> {
        let all = workspace.quick_replies(id).await.unwrap();
        all.into_iter().map(|one| format!("{}: {}", one.title, one.text)).collect()
    };
    assert_eq!(titles().await, ["Адрес: Мы на Арбате", "Привет: Добрый день!"]);

    let changed = workspace.save_quick_reply(id, Some(hello.id), reply("Привет", "Здравствуйте!"));
    assert_eq!(changed.await.unwrap().unwrap().text, "Здравствуйте!");
    assert_eq!(workspace.save_quick_reply(id, Some(77), reply("х", "х")).await.unwrap(), None);
    let address = address.unwrap().unwrap().id;
    assert!(workspace.drop_quick_reply(id, address).await.unwrap());
    assert!(!workspace.drop_quick_reply(id, address).await.unwrap());
    assert_eq!(titles().await, ["Привет: Здравствуйте!"]);
}

#[tokio::test]
async fn an_entry_link_works_once() {
    let office = Office::open().await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Operator).await;
    let (key, _) = people.entry_key(&olga).await.unwrap();
    let signed = people.enter(key.expose_secret(), "Firefox").await.unwrap();
    assert_eq!(signed.person.id, olga.id);
    let (_, person) = people.session(signed.token.expose_secret()).await.unwrap().unwrap();
    assert_eq!(person.id, olga.id);
    let again = people.enter(key.expose_secret(), "Firefox").await;
    assert!(matches!(again, Err(PeopleError::DeadLink)));
}

#[tokio::test]
async fn an_entry_link_ends_by_itself() {
    let office = Office::open().await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Operator).await;
    let (key, ends) = people.entry_key(&olga).await.unwrap();
    assert_eq!(ends.duration_since(office.clock.now()), SignedDuration::from_mins(2));
    office.clock.advance_to(ends);
    let late = people.enter(key.expose_secret(), "Firefox").await;
    assert!(matches!(late, Err(PeopleError::DeadLink)));
}
