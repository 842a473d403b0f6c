//! Managing accounts, and the audit.

use cabinet::Role;
use cabinet::people::{Action, Actor, AuditQuery, PeopleError};
use secrecy::ExposeSecret as _;

use super::{OLGA, PASSWORD, add, audit, password, people, try_to_sign_in};
use crate::office::Office;

#[tokio::test]
async fn a_new_password_ends_every_session_but_the_one_it_was_set_in() {
    let office = Office::open().await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Viewer).await;
    let other = try_to_sign_in(&people, PASSWORD).await.unwrap();
    let own = try_to_sign_in(&people, PASSWORD).await.unwrap();
    let change = |present: &'static str| {
        people.change_own_password(&olga, own.session.id, present.into(), password("лютик-лютик-1"))
    };

    assert!(matches!(change("mistyped").await, Err(PeopleError::WrongPassword)));
    change(PASSWORD).await.unwrap();

    assert!(people.session(own.token.expose_secret()).await.unwrap().is_some());
    assert!(people.session(other.token.expose_secret()).await.unwrap().is_none());
    assert!(try_to_sign_in(&people, PASSWORD).await.is_err());
    assert!(try_to_sign_in(&people, "лютик-лютик-1").await.is_ok());
}

#[tokio::test]
async fn there_is_always_an_owner() {
    let office = Office::open().await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Owner).await;
    let actor = || Actor::terminal("root");

    let removed = people.remove(actor(), olga.id).await;
    let demoted = people.set_role(actor(), olga.id, Role::Admin).await;
    assert!(matches!(removed, Err(PeopleError::LastOwner)), "{removed:?}");
    assert!(matches!(demoted, Err(PeopleError::LastOwner)), "{demoted:?}");

    add(&people, "ivan@romashka.ru", Role::Owner).await;
    people.set_role(actor(), olga.id, Role::Viewer).await.unwrap();
    people.remove(actor(), olga.id).await.unwrap();
    assert_eq!(people.list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn whoever_is_removed_is_out_at_once() {
    let office = Office::open().await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Admin).await;
    let token = try_to_sign_in(&people, PASSWORD).await.unwrap().token;

    people.remove(Actor::terminal("root"), olga.id).await.unwrap();

    assert!(people.session(token.expose_secret()).await.unwrap().is_none());
    assert!(try_to_sign_in(&people, PASSWORD).await.is_err());
}

#[tokio::test]
async fn an_email_belongs_to_one_person() {
    let office = Office::open().await;
    let people = people(&office);
    add(&people, OLGA, Role::Viewer).await;
    let email = "OLGA@romashka.ru".parse().unwrap();

    let again = people.add(Actor::terminal("root"), email, password(PASSWORD), Role::Owner).await;

    assert!(matches!(again, Err(PeopleError::EmailTaken)), "{again:?}");
    assert_eq!(people.list().await.unwrap()[0].role, Role::Viewer);
    assert_eq!(audit(&people).await.len(), 1, "what was not done is not written down");
}

#[tokio::test]
async fn every_change_is_written_down_with_who_did_it_and_without_secrets() {
    let office = Office::open().await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Viewer).await;
    let token = office.tokens.create("мониторинг", Role::Viewer).await.unwrap();
    let id = people.tokens().await.unwrap()[0].id;

    people.set_role(Actor::terminal("root"), olga.id, Role::Owner).await.unwrap();
    assert!(people.revoke_token(Actor::person(&olga), id).await.unwrap());
    assert!(!people.revoke_token(Actor::person(&olga), id).await.unwrap());

    let entries = audit(&people).await;
    let told: Vec<_> = entries
        .iter()
        .map(|entry| (entry.actor.name.as_str(), entry.action, entry.subject.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (OLGA, Action::TokenRevoked, "мониторинг"),
            ("root", Action::RoleChanged, OLGA),
            ("root", Action::PersonAdded, OLGA),
        ]
    );
    assert_eq!(entries[1].before, serde_json::json!({"role": "viewer"}));
    assert_eq!(entries[1].after, serde_json::json!({"role": "owner"}));
    assert_eq!(office.tokens.recognise(token.expose_secret()).await.unwrap(), None);
}

#[tokio::test]
async fn the_audit_is_read_page_by_page() {
    let office = Office::open().await;
    let people = people(&office);
    for name in ["a@x.ru", "b@x.ru", "c@x.ru"] {
        add(&people, name, Role::Viewer).await;
    }
    let page = |before| people.audit(AuditQuery { subject: None, before, limit: 2 });

    let first = page(None).await.unwrap();
    let second = page(first.next).await.unwrap();

    let subjects = |page: &cabinet::people::AuditPage| {
        page.items.iter().map(|item| item.entry.subject.clone()).collect::<Vec<_>>()
    };
    assert_eq!(subjects(&first), ["c@x.ru", "b@x.ru"]);
    assert_eq!(subjects(&second), ["a@x.ru"]);
    assert_eq!(second.next, None);
}
