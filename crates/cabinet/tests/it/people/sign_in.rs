//! Signing in, sessions, and the first start.

use ambient::Clock;
use cabinet::Role;
use cabinet::people::{PeopleError, SignInError};
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;

use super::{OLGA, PASSWORD, add, password, people, try_to_sign_in};
use crate::office::Office;

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

    let wrong = try_to_sign_in(&people, "ромашка-2025").await.unwrap_err();
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
        assert!(matches!(try_to_sign_in(&people, "guess").await, Err(SignInError::Wrong)));
    }

    let right = try_to_sign_in(&people, PASSWORD).await;
    assert!(matches!(right, Err(SignInError::TooMany { .. })), "{right:?}");

    office.clock.advance(SignedDuration::from_mins(16));
    assert!(try_to_sign_in(&people, PASSWORD).await.is_ok());
}

#[tokio::test]
async fn mistypings_before_the_right_password_are_forgiven() {
    let office = Office::open().await;
    let people = people(&office);
    add(&people, OLGA, Role::Admin).await;
    for _ in 0..4 {
        for _ in 0..9 {
            assert!(try_to_sign_in(&people, "mistyped").await.is_err());
        }
        assert!(try_to_sign_in(&people, PASSWORD).await.is_ok());
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

    assert!(matches!(try_to_sign_in(&people, PASSWORD).await, Err(SignInError::TooMany { .. })));
}

#[tokio::test]
async fn a_session_ends_by_itself_and_by_hand() {
    let office = Office::open().await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Admin).await;
    let first = try_to_sign_in(&people, PASSWORD).await.unwrap();
    let second = try_to_sign_in(&people, PASSWORD).await.unwrap();

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
    let olga = try_to_sign_in(&people, PASSWORD).await.unwrap();

    assert!(!people.end_session(ivan.id, olga.session.id).await.unwrap());
    assert!(people.session(olga.token.expose_secret()).await.unwrap().is_some());
}

#[tokio::test]
async fn when_a_session_was_last_used_is_known_to_five_minutes() {
    let office = Office::open().await;
    let people = people(&office);
    let olga = add(&people, OLGA, Role::Admin).await;
    let token = try_to_sign_in(&people, PASSWORD).await.unwrap().token;
    let began = office.clock.now();

    office.clock.advance(SignedDuration::from_mins(4));
    people.session(token.expose_secret()).await.unwrap();
    assert_eq!(people.sessions(olga.id).await.unwrap()[0].last_seen_at, began);

    office.clock.advance(SignedDuration::from_mins(2));
    people.session(token.expose_secret()).await.unwrap();
    assert_eq!(people.sessions(olga.id).await.unwrap()[0].last_seen_at, office.clock.now());
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
async fn neither_password_nor_any_token_is_on_the_disk() {
    let office = Office::open().await;
    let people = people(&office);
    let key = people.setup_key().await.unwrap().unwrap();
    let olga = people
        .set_up(key.expose_secret(), OLGA.parse().unwrap(), password(PASSWORD), "")
        .await
        .unwrap();

    let disk = office.all_that_is_stored().await;
    for secret in [PASSWORD, key.expose_secret(), olga.token.expose_secret()] {
        let found = disk.windows(secret.len()).any(|bytes| bytes == secret.as_bytes());
        assert!(!found, "{secret}");
    }
}
