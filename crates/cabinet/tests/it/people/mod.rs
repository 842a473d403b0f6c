//! People who sign in.

mod accounts;
mod sign_in;

use ambient::SeededEntropy;
use cabinet::people::{Actor, AuditQuery, NewEntry, Password, Person, SignInError, SignedIn};
use cabinet::{People, Role};

use crate::office::Office;

pub(super) const OLGA: &str = "olga@romashka.ru";
pub(super) const PASSWORD: &str = "ромашка-2026";

pub(super) fn people(office: &Office) -> People {
    let entropy = std::sync::Arc::new(SeededEntropy::new(7));
    People::new(office.database.people(), office.clock.clone(), entropy)
}

pub(super) fn password(text: &str) -> Password {
    Password::parse(&text.into()).unwrap()
}

pub(super) async fn add(people: &People, email: &str, role: Role) -> Person {
    let actor = Actor::terminal("root");
    people.add(actor, email.parse().unwrap(), password(PASSWORD), role).await.unwrap()
}

pub(super) async fn try_to_sign_in(people: &People, text: &str) -> Result<SignedIn, SignInError> {
    people.sign_in(OLGA, &text.into(), "203.0.113.7", "Firefox").await
}

pub(super) async fn audit(people: &People) -> Vec<NewEntry> {
    let page = people.audit(AuditQuery { limit: 200, ..AuditQuery::default() }).await.unwrap();
    page.items.into_iter().map(|item| item.entry).collect()
}
