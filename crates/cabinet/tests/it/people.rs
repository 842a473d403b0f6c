//! People who sign in.

use ambient::{Clock, SeededEntropy};
use cabinet::people::{
    Action, Actor, AuditQuery, NewEntry, Password, PeopleError, Person, SignInError, SignedIn,
};
use cabinet::{People, Role};
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use crate::office::Office;

const OLGA: &str = "olga@romashka.ru";
const PASSWORD: &str = "ромашка-2026";

fn people(office: &Office) -> People {
    let entropy = std::sync::Arc::new(SeededEntropy::new(7));
    People::new(office.store.clone(), office.clock.clone(), entropy)
}

fn password(text: &str) -> Password {
    Password::parse(&text.into()).unwrap()
}

async fn add(people: &People, email: &str, role: Role) -> Person {
    let actor = Actor::terminal("root");
    people.add(actor, email.parse().unwrap(), password(PASSWORD), role).await.unwrap()
}

async fn sign_in(people: &People, text: &str) -> Result<SignedIn, SignInError> {
    people.sign_in(OLGA, &text.into(), "203.0.113.7", "Firefox").await
}

async fn audit(people: &People) -> Vec<NewEntry> {
    let page = people.audit(AuditQuery { limit: 200, ..AuditQuery::default() }).await.unwrap();
    page.items.into_iter().map(|item| item.entry).collect()
}

#[tokio::test]
async fn whoever_knows_the_password_is_known_by_the_sessions_token() {
    let office = Office::open().await;
    let people = people(&office);
    add(&people, OLGA, Role::Admin).await;

    let signed = people.sign_in(" Olga@Romashka.ru ", &PASSWORD.into(), "::1", "Firefox").await;
    let token = signed.unwrap().token;
    let (session, person) = people.session(token.expose_secret()).await.unwrap().unwrap();

    assert_eq!((person.email.as_str(), person.role), (OLGA, Role::Admin));
    assert_eq!(session.user_agent, "Firefox");
    assert!(people.session("something").await.unwrap().is_none());
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_email_are_told_apart_by_nobody() {
    let office = Office::open().await;
    let people = people(&office);
    add(&people, OLGA, Role::Admin).await;

    let wrong = sign_in(&people, "ромашка-2025").await.unwrap_err();
    let unknown =
        people.sign_in("ivan@romashka.ru", &PASSWORD.into(), "::1", "").await.unwrap_err();

    assert_eq!(wrong.to_string(), unknown.to_string());
    assert!(matches!(wrong, SignInError::Wrong), "{wrong}");
}

#[tokio::test]
async fn a_guesser_is_stopped_and_let_try_again_later() {
    let office = Office::open().await;
    let people = people(&office);
    add(&people, OLGA, Role::Admin).await;
    for _ in 0..10 {
        assert!(matches!(sign_in(&people, "guess").await, Err(SignInError::Wrong)));
    }

    let right = sign_in(&people, PASSWORD).await;
    assert!(matches!(right, Err(SignInError::TooMany { .. })), "{right:?}");

    office.clock.advance(SignedDuration::from_mins(16));
    assert!(sign_in(&people, PASSWORD).await.is_ok());
}

#[tokio::test]
async fn mistypings_before_the_right_password_are_forgiven() {
    let office = Office::open().await;
    let people = people(&office);
    add(&people, OLGA, Role::Admin).await;
    for _ in 0..4 {
        for _ in 0..9 {
            assert!(sign_in(&people, "mistyped").await.is_err());
        }
        assert!(sign_in(&people, PASSWORD).await.is_ok());
        office.clock.advance(SignedDuration::from_mins(4));
    }
}

#[tokio::test]
async fn an_address_that_tries_many_emails_is_stopped_too() {
    let office = Office::open().await;
    let people = people(&office);
    for number in 0..50 {
        let email = format!("someone{number}@romashka.ru");
        let tried = people.sign_in(&email, &"guess".into(), "203.0.113.7", "").await;
        assert!(matches!(tried, Err(SignInError::Wrong)), "{number}");
    }

    assert!(matches!(sign_in(&people, PASSWORD).await, Err(SignInError::TooMany { .. })));
}

#[tokio::test]
async fn a_session_ends_by_itself_and_by_hand() {
    let office = Office::open().await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Admin).await;
    let first = sign_in(&people, PASSWORD).await.unwrap();
    let second = sign_in(&people, PASSWORD).await.unwrap();

    assert!(people.end_session(olga.id, first.session.id).await.unwrap());
    assert!(people.session(first.token.expose_secret()).await.unwrap().is_none());
    assert_eq!(people.sessions(olga.id).await.unwrap().len(), 1);

    office.clock.advance(SignedDuration::from_hours(31 * 24));
    assert!(people.session(second.token.expose_secret()).await.unwrap().is_none());
    assert!(people.sessions(olga.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn nobody_ends_the_session_of_somebody_else() {
    let office = Office::open().await;
    let people = people(&office);
    add(&people, OLGA, Role::Admin).await;
    let ivan = add(&people, "ivan@romashka.ru", Role::Owner).await;
    let olga = sign_in(&people, PASSWORD).await.unwrap();

    assert!(!people.end_session(ivan.id, olga.session.id).await.unwrap());
    assert!(people.session(olga.token.expose_secret()).await.unwrap().is_some());
}

#[tokio::test]
async fn when_a_session_was_last_used_is_known_to_five_minutes() {
    let office = Office::open().await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Admin).await;
    let token = sign_in(&people, PASSWORD).await.unwrap().token;
    let began = office.clock.now();

    office.clock.advance(SignedDuration::from_mins(4));
    people.session(token.expose_secret()).await.unwrap();
    assert_eq!(people.sessions(olga.id).await.unwrap()[0].last_seen_at, began);

    office.clock.advance(SignedDuration::from_mins(2));
    people.session(token.expose_secret()).await.unwrap();
    assert_eq!(people.sessions(olga.id).await.unwrap()[0].last_seen_at, office.clock.now());
}

#[tokio::test]
async fn a_new_password_ends_every_session_but_the_one_it_was_set_in() {
    let office = Office::open().await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Viewer).await;
    let other = sign_in(&people, PASSWORD).await.unwrap();
    let own = sign_in(&people, PASSWORD).await.unwrap();
    let change = |present: &'static str| {
        people.change_own_password(&olga, own.session.id, present.into(), password("лютик-лютик-1"))
    };

    assert!(matches!(change("mistyped").await, Err(PeopleError::WrongPassword)));
    change(PASSWORD).await.unwrap();

    assert!(people.session(own.token.expose_secret()).await.unwrap().is_some());
    assert!(people.session(other.token.expose_secret()).await.unwrap().is_none());
    assert!(sign_in(&people, PASSWORD).await.is_err());
    assert!(sign_in(&people, "лютик-лютик-1").await.is_ok());
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
    let token = sign_in(&people, PASSWORD).await.unwrap().token;

    people.remove(Actor::terminal("root"), olga.id).await.unwrap();

    assert!(people.session(token.expose_secret()).await.unwrap().is_none());
    assert!(sign_in(&people, PASSWORD).await.is_err());
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
async fn the_setup_link_makes_one_owner_and_no_second() {
    let office = Office::open().await;
    let people = people(&office);
    let key = people.setup_key().await.unwrap().unwrap();
    let another = people.setup_key().await.unwrap().unwrap();
    let use_it = |key: String, email: &'static str| {
        let people = people.clone();
        async move { people.set_up(&key, email.parse().unwrap(), password(PASSWORD), "").await }
    };

    let wrong = use_it("guess".to_owned(), OLGA).await;
    assert!(matches!(wrong, Err(PeopleError::DeadLink)), "{wrong:?}");

    let olga = use_it(key.expose_secret().to_owned(), OLGA).await.unwrap();
    assert_eq!(olga.person.role, Role::Owner);
    assert!(people.session(olga.token.expose_secret()).await.unwrap().is_some());

    let second = use_it(another.expose_secret().to_owned(), "eve@romashka.ru").await;
    assert!(matches!(second, Err(PeopleError::DeadLink)), "{second:?}");
    assert!(people.setup_key().await.unwrap().is_none());
}

#[tokio::test]
async fn a_setup_link_works_for_a_day() {
    let office = Office::open().await;
    let people = people(&office);
    let key = people.setup_key().await.unwrap().unwrap();
    office.clock.advance(SignedDuration::from_hours(25));

    let late =
        people.set_up(key.expose_secret(), OLGA.parse().unwrap(), password(PASSWORD), "").await;

    assert!(matches!(late, Err(PeopleError::DeadLink)), "{late:?}");
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

#[tokio::test]
async fn neither_password_nor_any_token_is_on_the_disk() {
    let office = Office::open().await;
    let people = people(&office);
    let key = people.setup_key().await.unwrap().unwrap();
    let olga = people
        .set_up(key.expose_secret(), OLGA.parse().unwrap(), password(PASSWORD), "")
        .await
        .unwrap();

    let disk = office.on_disk();
    for secret in [PASSWORD, key.expose_secret(), olga.token.expose_secret()] {
        let found = disk.windows(secret.len()).any(|bytes| bytes == secret.as_bytes());
        assert!(!found, "{secret}");
    }
}
